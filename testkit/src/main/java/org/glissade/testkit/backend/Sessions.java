package org.glissade.testkit.backend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.glissade.backend.Backend;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.data.Field;
import org.glissade.layer.ParameterTable;
import org.glissade.plan.Planner;
import org.glissade.reference.ReferenceBackend;
import org.glissade.tensor.DType;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Effect;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** What a session and its programs do beside computing. */
public final class Sessions {
  private static final SessionOptions OPTIONS = SessionOptions.seed(Results.SEED);

  private final Backend backend;

  private Sessions(Backend backend) {
    this.backend = backend;
  }

  /** One test for each promise. */
  public static Stream<DynamicNode> tests(Backend backend) {
    Sessions sessions = new Sessions(backend);
    return Stream.of(
        DynamicTest.dynamicTest("a session says what it runs on", sessions::description),
        DynamicTest.dynamicTest("programs of a session share one Store", sessions::programs),
        DynamicTest.dynamicTest("data bound again is read by the next run", sessions::bindings),
        DynamicTest.dynamicTest("an input without data is an error", sessions::unbound),
        DynamicTest.dynamicTest("data of another shape or type is an error", sessions::illFitting),
        DynamicTest.dynamicTest("an output that does not exist is an error", sessions::outputs),
        DynamicTest.dynamicTest("outputs of earlier runs are kept as promised", sessions::kept),
        DynamicTest.dynamicTest("several runs are as many single ones", sessions::several));
  }

  private void description() {
    try (Session session = backend.open(OPTIONS)) {
      assertTrue(
          session.description().startsWith(backend.name()),
          () -> "it should begin with " + backend.name() + ", but is " + session.description());
    }
  }

  private void programs() {
    Comparison.check(
        "an evaluation after a step, backend " + backend.name(),
        Accuracy.ONE_STEP,
        evaluated(new ReferenceBackend()),
        evaluated(backend));
  }

  /** Logits of a model that another program has trained, both of one table of parameters. */
  private static Result evaluated(Backend on) {
    ParameterTable table = new ParameterTable();
    Definition train = Steps.SMALL.step("train", table, Rules.rate(0.1));
    Definition evaluate = Steps.SMALL.evaluation("evaluate", table);
    try (Session session = on.open(OPTIONS)) {
      Steps.SMALL.data(1).forEach(session::bind);
      Program evaluation = session.compile(Planner.plan(evaluate));
      session.compile(Planner.plan(train)).run();
      evaluation.run();
      Tensor logits = Objects.requireNonNull(evaluate.outputs().get("logits"));
      double[] values = new double[logits.shape().size()];
      evaluation.read("logits", values);
      return new Result("output logits", DType.F32, logits.shape(), values);
    }
  }

  /** y = 2x of three numbers. */
  private static Program doubled(Session session) {
    return doubled(session, 3);
  }

  private static Program doubled(Session session, int numbers) {
    Sketch sketch = new Sketch();
    sketch.output("y", sketch.floats("x", numbers).times(2));
    Case tested = sketch.over("doubled", Accuracy.EXACT, Values.ORDINARY);
    return session.compile(Planner.plan(tested.definition()));
  }

  private static Field floats(float... values) {
    return Field.f32(Shape.of(), values);
  }

  private void bindings() {
    try (Session session = backend.open(OPTIONS)) {
      session.bind("x", floats(1, 2, 3));
      Program first = doubled(session);
      Program second = doubled(session);
      first.run();
      session.bind("x", floats(-1, 0.5f, 7));
      assertArrayEquals(new float[] {2, 4, 6}, read(first), "an output stays until the next run");
      first.run();
      second.run();
      assertArrayEquals(new float[] {-2, 1, 14}, read(first), "the first program");
      assertArrayEquals(new float[] {-2, 1, 14}, read(second), "the second program");
    }
  }

  private static float[] read(Program program) {
    float[] values = new float[3];
    program.read("y", values);
    return values;
  }

  private void unbound() {
    mustFail("other", floats(1, 2, 3), "x", "bound");
  }

  private void illFitting() {
    mustFail("x", floats(1, 2), "x", "3", "2");
    mustFail("x", Field.i32(Shape.of(), new int[3]), "x", "F32", "I32");
    mustFail("x", Field.f32(Shape.of(3), new float[3]), "x", "[3]");
  }

  private void mustFail(String input, Field data, String... words) {
    Checks.refused(
        IllegalStateException.class,
        () -> {
          try (Session session = backend.open(OPTIONS)) {
            session.bind(input, data);
            doubled(session).run();
          }
        },
        words);
  }

  private void outputs() {
    try (Session session = backend.open(OPTIONS)) {
      session.bind("x", floats(1, 2, 3));
      Program program = doubled(session);
      program.run();
      Class<? extends Exception> type = IllegalArgumentException.class;
      Checks.refused(type, () -> program.scalar("z"), "z", "y");
      Checks.refused(type, () -> program.read("y", new float[4]), "y", "3", "4");
      Checks.refused(type, () -> program.scalar("y"), "y", "3");
    }
  }

  private void kept() {
    try (Session session = backend.open(OPTIONS)) {
      Program program = doubled(session, 1);
      int kept = program.kept("y");
      for (int run = 0; run <= kept; run++) {
        session.bind("x", floats(run));
        program.run();
      }
      double[] value = new double[1];
      for (int back = 0; back < kept; back++) {
        assertEquals(2.0 * (kept - back), program.scalar("y", back), "back " + back);
        program.read("y", back, value);
        assertEquals(2.0 * (kept - back), value[0], "back " + back);
      }
      Class<? extends Exception> type = IllegalArgumentException.class;
      String number = String.valueOf(kept);
      Checks.refused(type, () -> program.scalar("y", kept), "y", number);
      Checks.refused(type, () -> program.read("y", kept, value), "y", number);
      Checks.refused(type, () -> program.scalar("y", -1), "y", "-1");
    }
  }

  /** More than are kept, so that there is more than one way to divide them. */
  private void several() {
    try (Session one = backend.open(OPTIONS);
        Session other = backend.open(OPTIONS)) {
      Program single = counting(one);
      Program several = counting(other);
      int times = 2 * several.kept("y") + 5;
      for (int run = 0; run < times; run++) {
        single.run();
      }
      several.run(times - 1);
      several.run(0);
      several.run(1);
      assertEquals(times, several.scalar("y"));
      Map<String, double[]> expected = one.store().snapshot();
      Map<String, double[]> actual = other.store().snapshot();
      assertEquals(expected.keySet(), actual.keySet());
      expected.forEach((key, values) -> assertArrayEquals(values, actual.get(key), key));
      for (int back = 0; back < several.kept("y"); back++) {
        assertEquals(times - back, several.scalar("y", back), "back " + back);
      }
    }
  }

  /** Adds 1 to a number of the Store and gives it. */
  private static Program counting(Session session) {
    Graph graph = new Graph();
    Layout layout = new ParameterTable().layout();
    Variable count =
        new Variable("runs", Variable.Role.COUNTER, Space.SCALAR, Shape.of(), graph.scalar(0));
    Tensor next = graph.read(count).plus(1);
    Effect effect = new Effect(count, next, null);
    return session.compile(
        Planner.plan(
            new Definition("count", graph, layout, Map.of("y", next), List.of(effect), null)));
  }
}
