package org.glissade.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.glissade.spi.text.LocatedException;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Kind;
import org.glissade.transform.Accumulate;
import org.glissade.transform.ChainReader;
import org.junit.jupiter.api.Test;

/** What people read when an argument is wrong. */
class ErrorsTest {
  private static final List<String> TEXTS =
      List.of(
          "clip-by-norm(-1)",
          "clip-by-norm(0, extent=global)",
          "clip-by-norm(abc, extent=global)",
          "clip-by-norm(cosine(-1, total=9), extent=global)",
          "momentum(linear(0.5, 10, end=1))",
          "clip-by-value(linear(1, 10), high=2)",
          "clip-by-norm(1)",
          "clip-by-norm(1, extent=layers)",
          "clip-by-nrm(1)",
          "clip-by-norm(1, extent=global",
          "clip-by-value(-1)",
          "clip-by-value(1, 2)",
          "clip-by-value(0, 0)",
          "renormalize(0, extent=layer)",
          "learning-rate(-0.1)",
          "learning-rate(cosin(0.1))",
          "learning-rate(cosine(0.1, warmup=10, total=10))",
          "learning-rate(polynomial(10, -1))",
          "learning-rate(exponential(1, 0.5, 0))",
          "learning-rate(exponential(1, 0, 10))",
          "learning-rate(step(0.1, every=10))",
          "accumulate(1)",
          "ema-weights(1)",
          "swa(0)",
          "lookahead(0)",
          "lookahead(2, share=0)",
          "schedule-free(b1=0)",
          "sam(0, extent=global)",
          "sam(0.1)",
          "freeze",
          "mask({scale(0)})",
          "partition({sgd(0.1)})",
          "partition({a: sgd(0.1) | a: sgd(0.2)})",
          "adagrad(0.1, initial=linear(1, 10))",
          "clip-by-norm(1, extent=global, p=linear(1, 10))",
          "rmsprop(0.1, decay=linear(0.5, 10, end=1))",
          "box(0.5, points(\"0, 5\", \"0.1, 0.4\"))",
          "sgd(nan)",
          "sgd(points(\"0, 1\", \"1\"))",
          "sgd(points(\"0, x\", \"1, 2\"))",
          "sgd(points(\"2, 1\", \"1, 2\"))",
          "sgd(points(\"0, 1\", \"1, -2\"))",
          "sgd(multi-step(1, 0.1, \"5, 5\"))",
          "sgd(join({constant(1)}, \"5\"))",
          "sgd(join({a: constant(1) | constant(2)}, \"5\"))",
          "sgd(join({plateau(1) | constant(2)}, \"5\"))",
          "sgd(restart(cosine(1, total=2), 2, longer=0.5))",
          "sgd(one-cycle(1, 10, fall=0.1))",
          "sgd(cycle(0.5, 0.1))",
          "sgd(epochs(0.1, 10))",
          "sgd(plateau(1, factor=1))",
          "sgd(plateau(1, relative=0))",
          "momentum(1)",
          "sgd(0.1, nesterov=true)",
          "sgd(0.1, momentum=1)",
          "sgd(0.1, dampening=0.5)",
          "sgd(0.1, momentum=0.9, nesterov=true, dampening=0.5)",
          "adam(0.1, b1=1)",
          "adam(0.1, eps=0)",
          "adamw(0.1, decay=-1)",
          "weight-decay(0.1, kind=weights)",
          "route({scale(0)})",
          "route({scal(0)}, kind=bias)",
          "non-finite(skip)");

  private static final List<Supplier<Object>> CALLS =
      List.of(
          () -> new ClipByNorm(-1, Extent.GLOBAL),
          () -> new ClipByNorm(Double.NaN, Extent.GLOBAL),
          () -> new ClipByNorm(Double.POSITIVE_INFINITY, Extent.GLOBAL),
          () -> new ClipByValue(-1),
          () -> new ClipByValue(Double.NaN),
          () -> new ClipByValue(1, 2),
          () -> new ClipByValue(-2, -1),
          () -> new ClipByValue(0, 0),
          () -> new Renormalize(0, Extent.LAYER),
          () -> new Scale(Double.NaN),
          () -> new LearningRate(0),
          () -> new Momentum(1),
          () -> new Nesterov(-0.1),
          () -> new Ema(1),
          () -> new Sgd(Schedule.constant(1), 0, true),
          () -> new Sgd(Schedule.constant(1), Schedule.constant(0), false, Schedule.constant(0.5)),
          () -> new Sgd(Schedule.constant(1), Double.NaN, false),
          () -> new Adam(Schedule.constant(1), 1, 0.999, 1e-8),
          () -> new Adam(Schedule.constant(1), 0.9, -0.1, 1e-8),
          () -> new AdamW(Schedule.constant(1), 0.9, 0.999, 0, 0.1),
          () -> new AdamW(Schedule.constant(1), 0.9, 0.999, 1e-8, 0),
          () -> new WeightDecay(-0.1),
          () -> new Accumulate(0),
          () -> new EmaWeights(Double.NaN),
          () -> new EmaWeights(Schedule.linear(0.5, 1, 9), 0),
          () -> new EmaWeights(Schedule.constant(0.5), -1),
          () -> new Swa(1, 0),
          () -> new Lookahead(2, 1.5),
          () -> new ScheduleFree(Schedule.constant(0), 0.9, Schedule.fixed(2)),
          () -> new ScheduleFree(Schedule.constant(1), 1, Schedule.fixed(2)),
          () -> new ScheduleFree(Schedule.constant(1), 0.9, Schedule.fixed(-1)),
          () -> new Sam(Double.POSITIVE_INFINITY, Extent.GLOBAL),
          () -> new PartitionByGroup(Map.of()),
          () -> new ClipByNorm(Schedule.linear(-1, 1, 10), Extent.GLOBAL),
          () -> new ClipByValue(Schedule.linear(1, 0, 10), Schedule.constant(1)),
          () -> new Momentum(Schedule.linear(0.5, 1, 10)),
          () -> new Sgd(Schedule.join(List.of(Schedule.constant(Double.NaN)), List.of()), 0, false),
          () -> new ProductSchedule(List.of(Schedule.constant(1))),
          () -> new PlateauSchedule(1, 0.5, 0),
          () ->
              new PlateauSchedule(1, 0.5, 1, 1, 0, 1e-4, 0, 2, PlateauSchedule.Watch.TRAINING_LOSS),
          () -> new MultipliedSchedule(1, new PlateauSchedule(1, 0.5, 1)),
          () -> new InverseTimeSchedule(1, 0, 1, 1, false),
          () -> Schedule.step(1, 0, 10),
          () -> Schedule.exponential(Double.NaN, 0.5, 10),
          () -> new ExponentialSchedule(1, 0.5, 10, 0, false, Double.NaN),
          () -> Schedule.polynomial(10, 20, -1, 1),
          () -> Schedule.polynomial(10, 20, 0, 1),
          () -> Schedule.polynomial(10, 20, 5, 0),
          () -> Schedule.cosine(0.1, 10, 10),
          () -> new CosineSchedule(0.1, -1, 10, 0, 0, 1),
          () -> new Selection(Selection.kind(Kind.BIAS).kinds(), " "));

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
    try (InputStream in = ErrorsTest.class.getResourceAsStream(name)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
