package org.glissade.examples.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import org.glissade.nn.telemetry.LayerFinding;

/**
 * The curves of a group: loss by step, test accuracy by epoch, and the gradient norm of each layer
 * by step.
 */
record GroupCharts(Results.Group group) {
  private static final int FEW = 2;
  private static final long EARLY = 20;
  private static final long LONG = 5;

  void writeTo(Markup page) {
    page.open("div", "class", "charts").newline();
    loss(page);
    accuracy(page);
    page.close().newline();
    explosions(page);
    List<String> layers = layers();
    if (layers.isEmpty()) {
      return;
    }
    page.element("h3", "Gradient norm of each layer, before any transform, log scale").newline();
    page.open("div", "class", layers.size() > FEW ? "charts many" : "charts").newline();
    List<List<Series>> norms = layers.stream().map(this::norms).toList();
    Scale y = LogScale.over(norms.stream().flatMapToDouble(GroupCharts::values));
    for (int i = 0; i < layers.size(); i++) {
      bySteps(page, layers.get(i), "", y, norms.get(i));
    }
    page.close().newline();
  }

  private void loss(Markup page) {
    List<Series> series = losses();
    bySteps(page, "Loss", "of a batch, log scale", LogScale.over(values(series)), series);
  }

  /** A closer look at explosions that the other charts show at their very edge. */
  private void explosions(Markup page) {
    List<LayerFinding> early =
        group.runs().stream()
            .flatMap(run -> run.explosion().stream())
            .filter(explosion -> explosion.step() <= EARLY)
            .toList();
    long end = Math.max(EARLY, 2 * early.stream().mapToLong(LayerFinding::step).max().orElse(0));
    if (early.isEmpty() || lastStep(losses()) < LONG * end) {
      return;
    }
    page.element("h3", "The first " + end + " steps, log scale").newline();
    page.open("div", "class", "charts").newline();
    closeUp(page, "Loss", losses(), end);
    early.stream()
        .map(LayerFinding::layer)
        .distinct()
        .forEach(layer -> closeUp(page, "Gradient norm of " + layer, norms(layer), end));
    page.close().newline();
  }

  private void closeUp(Markup page, String title, List<Series> series, long end) {
    List<Series> begin = series.stream().map(s -> s.until(end)).toList();
    bySteps(page, title, "", LogScale.over(values(begin)), begin);
  }

  private List<Series> losses() {
    return lines(run -> Optional.of(run.loss()), run -> true);
  }

  private List<Series> norms(String layer) {
    return lines(
        run ->
            run.gradientNorms().stream()
                .filter(curve -> curve.layer().equals(layer))
                .map(LayerCurve::norms)
                .findFirst(),
        run -> run.explosion().stream().anyMatch(e -> e.layer().equals(layer)));
  }

  private void bySteps(Markup page, String title, String remark, Scale y, List<Series> series) {
    String description = title + " by step of: " + names();
    figure(
        page,
        title,
        remark,
        new LineChart(description, "step", LinearScale.counts(0, lastStep(series)), y, series));
  }

  private static long lastStep(List<Series> series) {
    return series.stream()
        .flatMap(s -> s.points().stream())
        .mapToLong(point -> (long) point.x())
        .max()
        .orElse(1);
  }

  private void accuracy(Markup page) {
    List<Series> series = new ArrayList<>();
    int epochs = 1;
    for (RunResult run : group.runs()) {
      List<Series.Point> points =
          run.epochs().stream().map(e -> new Series.Point(e.epoch(), e.testAccuracy())).toList();
      epochs = Math.max(epochs, run.lastEpoch().map(EpochPoint::epoch).orElse(1));
      series.add(new Series(run.name(), style(run), points, Optional.empty()));
    }
    double[] shares = values(series).filter(Double::isFinite).sorted().toArray();
    if (shares.length == 0) {
      page.element("p", "No epoch was finished, so there is no accuracy to draw.").newline();
      return;
    }
    Scale y = LinearScale.shares(shares[0], shares[shares.length - 1]);
    Scale x = LinearScale.counts(epochs == 1 ? 0 : 1, epochs);
    String description = "Test accuracy by epoch of: " + names();
    figure(
        page,
        "Test accuracy",
        "after each epoch",
        new LineChart(description, "epoch", x, y, series));
  }

  /**
   * A line for every run that has the curve, with its explosion pointed out where the test says so.
   */
  private List<Series> lines(
      Function<RunResult, Optional<Curve>> curve, Predicate<RunResult> marked) {
    List<Series> series = new ArrayList<>();
    for (RunResult run : group.runs()) {
      Optional<Series.Mark> mark =
          run.explosion()
              .filter(e -> marked.test(run))
              .map(e -> new Series.Mark((double) e.step(), "exploded, step " + e.step()));
      curve.apply(run).ifPresent(c -> series.add(Series.of(run.name(), style(run), c, mark)));
    }
    return series;
  }

  private LineStyle style(RunResult run) {
    return LineStyle.of(group.runs().indexOf(run));
  }

  private List<String> layers() {
    return group.runs().stream()
        .flatMap(run -> run.gradientNorms().stream().map(LayerCurve::layer))
        .distinct()
        .toList();
  }

  private String names() {
    return String.join(", ", group.runs().stream().map(RunResult::name).toList());
  }

  private static DoubleStream values(List<Series> series) {
    return series.stream().flatMap(s -> s.points().stream()).mapToDouble(Series.Point::y);
  }

  private static void figure(Markup page, String title, String remark, LineChart chart) {
    page.open("figure").open("figcaption").text(title + " ").element("span", remark).close();
    page.newline();
    chart.writeTo(page);
    page.close().newline();
  }
}
