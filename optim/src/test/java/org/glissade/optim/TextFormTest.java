package org.glissade.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Kind;
import org.glissade.transform.Accumulate;
import org.glissade.transform.Chain;
import org.glissade.transform.ChainReader;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.NonFinite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TextFormTest {
  private final ChainReader reader = ChainReader.load();

  private static Arguments form(String text, String printed, GradientTransform transform) {
    return Arguments.of(text, printed, transform);
  }

  private static Arguments form(String text, GradientTransform transform) {
    return Arguments.of(text, text, transform);
  }

  static Stream<Arguments> forms() {
    Schedule tenth = Schedule.constant(0.1);
    return Stream.of(
        form(
            "clip-by-norm(1, parameter)",
            "clip-by-norm(1.0, extent=parameter)",
            new ClipByNorm(1, Extent.PARAMETER)),
        form("clip-by-norm(2.5, extent=global)", new ClipByNorm(2.5, Extent.GLOBAL)),
        form("clip-by-value(1.0)", new ClipByValue(1)),
        form("clip-by-value(-1, 2)", "clip-by-value(-1.0, high=2.0)", new ClipByValue(-1, 2)),
        form("clip-by-value(0.0, high=2.0)", new ClipByValue(0, 2)),
        form("renormalize(0.5, extent=layer)", new Renormalize(0.5, Extent.LAYER)),
        form("scale(-2.0)", new Scale(-2)),
        form("learning-rate(0.1)", new LearningRate(0.1)),
        form("learning-rate(constant(0.1))", "learning-rate(0.1)", new LearningRate(0.1)),
        form("learning-rate(step(1, 0.5, 10))", new LearningRate(Schedule.step(1, 0.5, 10))),
        form(
            "learning-rate(cosine(0.1, warmup=500, total=10000))",
            new LearningRate(Schedule.cosine(0.1, 500, 10000))),
        form("weight-decay(0.01)", new WeightDecay(0.01)),
        form(
            "weight-decay(0.01, kind=\"weight, embedding\")",
            new WeightDecay(0.01, Selection.kind(Kind.EMBEDDING, Kind.WEIGHT))),
        form("momentum", new Momentum(0.9)),
        form("momentum(decay=0.5)", new Momentum(0.5)),
        form("ema(0.9)", new Ema(0.9)),
        form("ema(0.9, debias=false)", new Ema(0.9, false)),
        form(
            "momentum(dampening=0.1)",
            new Momentum(Schedule.constant(0.9), Schedule.constant(0.1))),
        form("nesterov(0.9)", "nesterov", new Nesterov(0.9)),
        form("sgd(0.1)", new Sgd(0.1)),
        form("sgd(0.1, momentum=0.9, nesterov=true)", new Sgd(tenth, 0.9, true)),
        form("adam(0.1)", new Adam(0.1)),
        form("adam(0.1, b2=0.99)", new Adam(tenth, 0.9, 0.99, 1e-8)),
        form(
            "adam(exponential(0.1, 0.5, 10), eps=1.0E-6)",
            new Adam(Schedule.exponential(0.1, 0.5, 10), 0.9, 0.999, 1e-6)),
        form("adamw(0.1)", new AdamW(0.1)),
        form("adamw(0.1, decay=0.01)", new AdamW(tenth, 0.9, 0.999, 1e-8, 0.01)),
        form("accumulate(4)", new Accumulate(4)),
        form("ema-weights(0.999)", "ema-weights", new EmaWeights(0.999)),
        form("ema-weights(decay=0.5, overwrite=3)", new EmaWeights(Schedule.constant(0.5), 3)),
        form("swa(5)", new Swa(5, 1)),
        form("lookahead", new Lookahead(5, 0.5)),
        form("lookahead(every=2, share=1.0)", new Lookahead(2, 1)),
        form("schedule-free", new ScheduleFree()),
        form("sam(0.05, extent=global)", new Sam(0.05, Extent.GLOBAL)),
        form("freeze(kind=\"bias\")", new Freeze(Selection.kind(Kind.BIAS))),
        form("non-finite(skip-step)", new NonFinite(NonFinite.Policy.SKIP_STEP)));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void textMakesTheRecordAndPrintsItself(String text, String printed, GradientTransform transform) {
    Chain chain = reader.read(text);
    assertEquals(transform, chain.links().get(0).transform());
    assertEquals(transform.name(), chain.links().get(0).name());
    assertEquals(printed, chain.toString());
    assertEquals(chain, reader.read(printed));
  }

  @Test
  void routesHoldChains() {
    String text =
        "route({scale(0.0)}, else={clip-by-norm(1.0, extent=global) | sgd(0.1)}, kind=\"bias\")";
    Chain chain = reader.read(text);
    Route route = (Route) chain.links().get(0).transform();
    assertEquals(Selection.kind(Kind.BIAS), route.selection());
    assertEquals("scale(0.0)", route.then().toString());
    assertEquals("clip-by-norm(1.0, extent=global) | sgd(0.1)", String.valueOf(route.otherwise()));
    assertEquals(text, chain.toString());
    assertEquals(chain, reader.read(chain.toString()));
  }

  @Test
  void wholeChainsPrintThemselves() {
    String text =
        "non-finite(skip-step) | clip-by-norm(1.0, extent=parameter) | warm: adam(1.0)"
            + " | weight-decay(0.01, kind=\"weight\") | learning-rate(cosine(0.1, total=9))";
    assertEquals(text, reader.read(text).toString());
    assertEquals(reader.read(text), reader.read(reader.read(text).toString()));
  }
}
