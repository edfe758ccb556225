package org.glissade.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class LineChartTest {
  private static Series series(double... values) {
    List<Series.Point> points = new ArrayList<>();
    for (double value : values) {
      points.add(new Series.Point(points.size(), value));
    }
    return new Series("a run", LineStyle.SOLID, points, Optional.empty());
  }

  private static String draw(Series series) {
    Markup svg = new Markup();
    Scale y = LogScale.over(series.points().stream().mapToDouble(Series.Point::y));
    new LineChart("d", "step", LinearScale.counts(0, 10), y, List.of(series)).writeTo(svg);
    return svg.toString();
  }

  private static int count(String text, String part) {
    return (text.length() - text.replace(part, "").length()) / part.length();
  }

  @Test
  void aLineBreaksWhereItsValueIsNotFinite() {
    String svg = draw(series(1, 10, Double.NaN, 5, Double.POSITIVE_INFINITY, 7));
    assertEquals(3, count(svg, "h0"));
    assertEquals(4, count(svg, "<circle"));
  }

  @Test
  void aMarkWhereTheValueIsNotFiniteIsAtTheTop() {
    Series.Mark mark = new Series.Mark(1, "exploded, step 1");
    Series s = series(1, Double.NaN, 2);
    String svg = draw(new Series(s.name(), s.style(), s.points(), Optional.of(mark)));
    assertTrue(svg.contains("M80.6 9.0l10 10"), svg);
    assertTrue(svg.contains(">exploded, step 1<"), svg);
  }

  @Test
  void aSeriesWithoutPointsDrawsNothing() {
    String svg = draw(series());
    assertFalse(svg.contains("class=\"line\""), svg);
    assertFalse(svg.contains("a run"), svg);
  }

  @Test
  void noiseIsDrawnFaintUnderItsMedian() {
    double[] values = DoubleStream.iterate(1, v -> v + 1).limit(100).toArray();
    values[50] = 1e6;
    Series s = series(values);
    String svg = draw(s);
    assertEquals(1, count(svg, "class=\"faint\""));
    assertEquals(1, count(svg, "class=\"line\""));
    List<Series.Point> smooth = s.smoothed();
    assertEquals(1, smooth.get(0).y());
    assertEquals(100, smooth.get(99).y());
    assertTrue(smooth.get(50).y() >= 50 && smooth.get(50).y() <= 53, smooth.get(50)::toString);
    assertTrue(smooth.get(40).y() >= 40 && smooth.get(40).y() <= 42, smooth.get(40)::toString);
  }

  @Test
  void labelsKeepTheirOrderAndDoNotCover() {
    List<Labels.Label> wanted = new ArrayList<>();
    for (double y : new double[] {230, 229, 228, 100, 20}) {
      wanted.add(new Labels.Label("run at " + y, "#000", 300, y, 309, y));
    }
    List<Labels.Label> placed = Labels.place(wanted, 14, 234);
    assertEquals(5, placed.size());
    for (int i = 1; i < placed.size(); i++) {
      Labels.Label above = placed.get(i - 1);
      Labels.Label below = placed.get(i);
      assertTrue(above.pointY() <= below.pointY());
      assertTrue(below.y() - above.y() >= Labels.LINE_HEIGHT - 0.5, placed::toString);
    }
    assertEquals(20, placed.get(0).y());
    assertEquals(100, placed.get(1).y());
    assertTrue(placed.get(4).y() <= 234);
  }

  @Test
  void markupEscapesAndInsistsOnFiniteCoordinates() {
    Markup markup = new Markup().element("p", "a<b & 5 %", "title", "\"<&>\"");
    assertEquals(
        "<p title=\"&quot;&lt;&amp;&gt;&quot;\">a&lt;b &amp; 5\u00a0%</p>", markup.toString());
    assertThrows(IllegalStateException.class, () -> new Markup().open("p").toString());
    assertThrows(IllegalArgumentException.class, () -> Markup.coordinate(Double.NaN));
  }
}
