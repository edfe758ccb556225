package org.glissade.optim.clip;

import static org.glissade.optim.Schedule.fixed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.glissade.optim.ClipByNorm;
import org.glissade.optim.Moments;
import org.glissade.optim.Schedule;
import org.glissade.optim.Selection;
import org.glissade.optim.constraint.Box;
import org.glissade.optim.constraint.HalfSpace;
import org.glissade.optim.constraint.L1Ball;
import org.glissade.optim.constraint.MaxNorm;
import org.glissade.optim.constraint.MinMaxNorm;
import org.glissade.optim.constraint.Simplex;
import org.glissade.optim.constraint.UnitNorm;
import org.glissade.optim.optimizer.Spam;
import org.glissade.optim.optimizer.StableSpam;
import org.glissade.spi.text.LocatedException;
import org.glissade.tensor.Extent;
import org.glissade.transform.ChainReader;
import org.junit.jupiter.api.Test;

/** What people read when an argument of a clip, shape or constraint is wrong. */
class ErrorPagesTest {
  private static final double INFINITE = Double.POSITIVE_INFINITY;
  private static final Schedule ONE = Schedule.constant(1);

  private static final List<String> TEXTS =
      List.of(
          "clip-by-norm(1, extent=layer, p=0.5)",
          "clip-by-norm(1, extent=layer, p=infinity)",
          "clip-grad-norm(1, extent=layer, eps=0)",
          "clip-by-given-norm(1)",
          "clip-by-given-norm(1, norm=-1)",
          "clip-by-rms(0, extent=layer)",
          "clip-by-average-norm(-1, extent=layer)",
          "clip-along-axes(1, axes=0)",
          "clip-along-axes(1, axes=first)",
          "clip-along-axes(1, axes=\"1, 1\")",
          "adaptive-clip(0.01, extent=unit, floor=0)",
          "smooth-clip(-2, extent=layer)",
          "automatic-clip(0, extent=layer)",
          "automatic-clip(1, extent=layer, alpha=0)",
          "centralize(0)",
          "noise(0)",
          "noise(1, gamma=-1)",
          "non-negative(kind=weights)",
          "box(1, high=1)",
          "max-norm(0, extent=unit)",
          "unit-norm(extent=unit, radius=0)",
          "min-max-norm(2, max=1, extent=unit)",
          "min-max-norm(1, max=2, extent=unit, rate=0)",
          "simplex(extent=unit, sum=0)",
          "l1-ball(-1, extent=unit)",
          "half-space(inf, extent=unit)",
          "auto-clip(0, extent=global)",
          "auto-clip(10, extent=element)",
          "auto-clip(10, extent=global, window=1001)",
          "quantile-clip(1, extent=global)",
          "mad-clip(3, extent=global, window=10)",
          "z-clip(extent=global, warmup=0)",
          "z-clip(extent=global, target=max)",
          "z-clip(extent=global, max-norm=0)",
          "ada-gc(relative=0)",
          "clip-by-running-max(extent=parameter, decay=1)",
          "adaptive-norm(extent=parameter, eps=0)",
          "skip-spikes(0)",
          "skip-spikes(6, window=32)",
          "skip-above(0)",
          "skip-or-clip(1, clip=1)",
          "global-then-layer(1, layer=2)",
          "spam(0.1, warmup=500)",
          "stable-spam(0)");

  private static final List<Supplier<Object>> CALLS =
      List.of(
          () -> new ClipByNorm(ONE, Extent.LAYER, Double.NaN),
          () -> new ClipGradNorm(ONE, Extent.LAYER, 0, ONE),
          () -> new ClipGradNorm(ONE, Extent.LAYER, 2, fixed(0)),
          () -> new ClipGradNorm(-1, Extent.LAYER),
          () -> new ClipByGivenNorm(1, INFINITE),
          () -> new ClipByGivenNorm(0, 1),
          () -> new ClipByRms(Double.NaN, Extent.LAYER),
          () -> new ClipByAverageNorm(0, Extent.LAYER),
          () -> new ClipAlongAxes(ONE, List.of(), 2),
          () -> new ClipAlongAxes(ONE, List.of(1, 1), 2),
          () -> new AdaptiveClip(0, Extent.UNIT),
          () -> new AdaptiveClip(ONE, Extent.UNIT, fixed(INFINITE), null),
          () -> new SmoothClip(0, Extent.LAYER),
          () -> new AutomaticClip(0, Extent.LAYER),
          () -> new AutomaticClip(ONE, Extent.LAYER, Schedule.constant(-1)),
          () -> new Noise(0, 0),
          () -> new Noise(1, -1),
          () -> new Box(Double.NaN, 1),
          () -> new Box(1, 1),
          () -> new MaxNorm(-1, Extent.UNIT),
          () -> new MaxNorm(ONE, Extent.UNIT, fixed(-1), Selection.all()),
          () -> new UnitNorm(fixed(0), Extent.UNIT, ONE, Selection.all()),
          () -> new MinMaxNorm(-1, 1, Extent.UNIT),
          () -> new MinMaxNorm(1, 1, Extent.UNIT),
          () -> new MinMaxNorm(fixed(0), ONE, Extent.UNIT, fixed(1.5), ONE, Selection.all()),
          () -> new Simplex(Schedule.constant(-1), Extent.UNIT, Selection.all()),
          () -> new L1Ball(0, Extent.UNIT),
          () -> new HalfSpace(Double.NaN, Extent.UNIT),
          () -> new AutoClip(101, Extent.GLOBAL),
          () -> new AutoClip(10, Extent.ELEMENT),
          () -> new AutoClip(ONE, Extent.GLOBAL, 1),
          () -> new QuantileClip(fixed(0.5), Extent.GLOBAL, fixed(0), 1),
          () -> new QuantileClip(fixed(0.5), Extent.GLOBAL, ONE, -1),
          () -> new MadClip(Double.NaN, Extent.GLOBAL),
          () -> new MadClip(ONE, Extent.GLOBAL, 10, 11),
          () -> new ZClip(Extent.ELEMENT),
          () -> new AdaGc(ONE, fixed(0), fixed(0.9), 1),
          () -> new AdaGc(ONE, ONE, ONE, 1),
          () -> new ClipByRunningMax(ONE, Extent.PARAMETER),
          () -> new AdaptiveNorm(new Moments(0.7, 1, 1e-8), Extent.PARAMETER),
          () -> new SkipSpikes(-1),
          () -> new SkipAbove(Double.NaN),
          () -> new SkipOrClip(1, 2),
          () -> new GlobalThenLayer(1, 0),
          () -> new Spam(0),
          () -> new StableSpam(ONE, Moments.USUAL, fixed(0.7), fixed(0.9), fixed(0.9), 1));

  private final ChainReader reader = ChainReader.load();

  @Test
  void mistakesInTexts() throws IOException {
    StringBuilder page = new StringBuilder();
    for (String text : TEXTS) {
      LocatedException error = assertThrows(LocatedException.class, () -> reader.read(text), text);
      assertEquals(1, String.valueOf(error.getMessage()).lines().count(), text);
      page.append("> ").append(text).append('\n').append(error.getMessage()).append('\n');
    }
    assertEquals(resource("text-errors.golden"), page.toString());
  }

  @Test
  void mistakesInJava() throws IOException {
    StringBuilder page = new StringBuilder();
    for (Supplier<Object> call : CALLS) {
      IllegalArgumentException error = assertThrows(IllegalArgumentException.class, call::get);
      page.append(error.getMessage()).append('\n');
    }
    assertEquals(resource("java-errors.golden"), page.toString());
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ErrorPagesTest.class.getResourceAsStream(name)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
