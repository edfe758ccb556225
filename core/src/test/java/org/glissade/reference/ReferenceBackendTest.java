package org.glissade.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glissade.backend.Availability;
import org.glissade.backend.BackendProvider;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.data.Field;
import org.glissade.plan.Plan;
import org.glissade.plan.Planner;
import org.glissade.spi.Catalog;
import org.glissade.tensor.DType;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Effect;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReferenceBackendTest {
  private static final Parameter WEIGHT =
      new Parameter(
          "w", "", Shape.of(3), Kind.WEIGHT, Parameter.NO_UNITS, (values, p, key) -> values[0] = 2);

  private final Session session = new ReferenceBackend().open(SessionOptions.seed(1));
  private final Layout layout = Layout.of(List.of(WEIGHT));
  private final Graph graph = new Graph();
  private final Variable parameters = Variable.parameters(layout);

  @AfterEach
  void close() {
    session.close();
  }

  private Variable scalar(String key, Variable.Role role, double initial) {
    return new Variable(key, role, Space.SCALAR, Shape.of(), graph.scalar(initial));
  }

  private Program compile(Map<String, Tensor> outputs, Effect... effects) {
    return session.compile(plan(outputs, effects));
  }

  private Plan plan(Map<String, Tensor> outputs, Effect... effects) {
    return Planner.plan(new Definition("p", graph, layout, outputs, List.of(effects), null));
  }

  @Test
  void isFoundByNameAndAlwaysAvailable() {
    BackendProvider provider = Catalog.load(BackendProvider.class).get("reference");
    assertEquals(Availability.available("interpreter in double"), provider.probe());
    assertEquals(0, provider.rank());
    assertEquals("reference", provider.backend().name());
    assertEquals("reference: interpreter in double", session.description());
  }

  @Test
  void everythingIsKeptInDouble() {
    Tensor next = graph.read(parameters).plus(1e-12);
    Program program = compile(Map.of("w", graph.read(WEIGHT)), new Effect(parameters, next, null));
    program.run();
    program.run();
    double[] output = new double[3];
    program.read("w", output);
    assertArrayEquals(new double[] {2 + 1e-12, 1e-12, 1e-12}, output);
    float[] rounded = new float[3];
    program.read("w", rounded);
    assertArrayEquals(new float[] {2, 1e-12f, 1e-12f}, rounded);
    assertEquals(2 + 1e-12 + 1e-12, session.store().read(Variable.PARAMETERS)[0]);
    assertEquals(0, session.store().read(Variable.PARAMETERS)[3]);
  }

  @Test
  void allNextValuesComeFromOldOnes() {
    Variable a = scalar("a", Variable.Role.STATE, 1);
    Variable b = scalar("b", Variable.Role.STATE, 2);
    Program program =
        compile(
            Map.of("a", graph.read(a)),
            new Effect(a, graph.read(b), null),
            new Effect(b, graph.read(a), null));
    program.run();
    assertEquals(1, program.scalar("a"));
    assertEquals(Map.of("a", 2.0, "b", 1.0), scalars("a", "b"));
  }

  private Map<String, Double> scalars(String first, String second) {
    return Map.of(first, session.store().read(first)[0], second, session.store().read(second)[0]);
  }

  @Test
  void anEffectWhoseConditionIsZeroKeepsTheOldValue() {
    Variable a = scalar("a", Variable.Role.STATE, 1);
    Variable on = scalar("on", Variable.Role.SETTING, 0);
    Program program = compile(Map.of(), new Effect(a, graph.read(a).plus(1), graph.read(on)));
    program.run();
    assertEquals(Map.of("a", 1.0, "on", 0.0), scalars("a", "on"));
    session.store().write("on", 1);
    program.run();
    assertEquals(Map.of("a", 2.0, "on", 1.0), scalars("a", "on"));
  }

  @Test
  void inputsAreReadWhenTheProgramRuns() {
    Tensor x = graph.input("x", Shape.of(2, 2), DType.U8);
    Program program = compile(Map.of("sum", x.toFloat().sum()));
    session.bind("x", Field.u8(Shape.of(2), new byte[] {1, 2, 3, (byte) 255}));
    program.run();
    assertEquals(261, program.scalar("sum"));
    session.bind("x", Field.u8(Shape.of(2), new byte[] {1, 1, 1, 1}));
    assertEquals(261, program.scalar("sum"));
    program.run();
    assertEquals(4, program.scalar("sum"));
  }

  @Test
  void scalarInputsAndFlatInputs() {
    Tensor rate = graph.input("rate", Shape.of(), DType.F32);
    Tensor flat = graph.flatInput("g", layout);
    Program program = compile(Map.of("flat", flat.times(rate.toScalar())));
    session.bind("rate", Field.f32(Shape.of(), new float[] {0.5f}));
    float[] numbers = new float[16];
    java.util.Arrays.fill(numbers, 4);
    session.bind("g", Field.f32(Shape.of(16), numbers));
    program.run();
    double[] output = new double[16];
    program.read("flat", output);
    double[] expected = new double[16];
    java.util.Arrays.fill(expected, 0, 3, 2);
    assertArrayEquals(expected, output);
  }

  @Test
  void programsOfASessionShareTheStore() {
    Tensor next = graph.read(parameters).plus(1);
    Program train = compile(Map.of(), new Effect(parameters, next, null));
    train.run();
    Program look = compile(Map.of("sum", graph.read(WEIGHT).sum()));
    look.run();
    assertEquals(5, look.scalar("sum"));
    assertSame(layout, session.store().layout());
    assertEquals(Set.of("parameters"), session.store().variables().keySet());
  }

  @Test
  void firstValuesOfLaterProgramsUseTheParametersOfTheStore() {
    compile(Map.of("w", graph.read(WEIGHT)));
    session
        .store()
        .write("parameters", new double[] {7, 8, 9, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1});
    assertEquals(0, session.store().read("parameters")[3], "padding");
    Tensor flat = graph.read(parameters);
    Variable average = new Variable("average", Variable.Role.STATE, Space.FLAT, flat.shape(), flat);
    compile(Map.of(), new Effect(average, flat.times(0.5), null));
    assertEquals(8, session.store().read("average")[1]);
  }

  @Test
  void aSnapshotBringsEverythingBackButCursors() {
    Variable a = scalar("a", Variable.Role.STATE, 1);
    Variable cursor = scalar("cursor", Variable.Role.CURSOR, 0);
    Program program =
        compile(
            Map.of(),
            new Effect(a, graph.read(a).plus(1), null),
            new Effect(cursor, graph.read(cursor).plus(1), null),
            new Effect(parameters, graph.read(parameters).plus(1), null));
    program.run();
    Map<String, double[]> snapshot = session.store().snapshot();
    assertEquals(Set.of("a", "parameters"), snapshot.keySet());
    program.run();
    session.store().restore(snapshot);
    assertEquals(Map.of("a", 2.0, "cursor", 2.0), scalars("a", "cursor"));
    assertEquals(3, session.store().read("parameters")[0]);
  }

  @Test
  void whatIsReadIsACopy() {
    Program program = compile(Map.of("w", graph.read(WEIGHT)));
    session.store().read("parameters")[0] = 99;
    double[] given = new double[16];
    session.store().write("parameters", given);
    given[0] = 99;
    program.run();
    double[] output = new double[3];
    program.read("w", output);
    assertArrayEquals(new double[3], output);
  }

  @Test
  void theGradientsCanBeRead() {
    Tensor flat = graph.flatInput("g", layout).times(2);
    Plan plan = Planner.plan(new Definition("p", graph, layout, Map.of(), List.of(), flat));
    Program program = session.compile(plan);
    session.bind(
        "g", Field.f32(Shape.of(), new float[] {1, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
    program.run();
    double[] gradients = new double[16];
    program.read(Definition.GRADIENTS, gradients);
    assertEquals(6, gradients[2]);
    assertSame(plan, program.plan());
  }
}
