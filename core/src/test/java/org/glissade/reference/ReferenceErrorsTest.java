package org.glissade.reference;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.data.Field;
import org.glissade.plan.Plan;
import org.glissade.plan.Planner;
import org.glissade.spi.Golden;
import org.glissade.tensor.DType;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Effect;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a user reads who binds, reads or writes the wrong thing. */
class ReferenceErrorsTest {
  private final Golden golden = new Golden();
  private final Layout layout = Layout.of(List.of(Fixture.parameter("dense-1/weight", 1, 2, 3)));
  private final Graph graph = new Graph();
  private final Session session = new ReferenceBackend().open(SessionOptions.seed(1));

  private void add(String title, Executable action) {
    RuntimeException error = assertThrows(RuntimeException.class, action, title);
    golden.add(title, String.valueOf(error.getMessage()));
  }

  private Plan plan(String name, Graph described, Layout parameters, Tensor output) {
    Tensor zero = described.scalar(0);
    Variable steps = new Variable("steps", Variable.Role.COUNTER, zero.space(), zero.shape(), zero);
    Effect effect = new Effect(steps, described.read(steps).plus(1), null);
    return Planner.plan(
        new Definition(name, described, parameters, Map.of("sum", output), List.of(effect), null));
  }

  @Test
  void messages() {
    add("an empty Store", () -> session.store().layout());
    Tensor images = graph.input("images", Shape.of(4, 2), DType.U8).toFloat().sum();
    Tensor rate = graph.input("rate", Shape.of(), DType.F32).sum();
    Tensor flat = graph.flatInput("gradients", layout).unpack(layout, layout.parameters().get(0));
    Tensor all = images.plus(rate).plus(flat.sum());
    Program program = session.compile(plan("train", graph, layout, all));
    add("read before run", () -> program.scalar("sum"));
    add("nothing bound", program::run);
    session.bind("imagse", Field.u8(Shape.of(2), new byte[8]));
    add("another name bound", program::run);
    session.bind("images", Field.f32(Shape.of(2), new float[8]));
    add("another type", program::run);
    session.bind("images", Field.u8(Shape.of(2), new byte[6]));
    add("another count", program::run);
    session.bind("images", Field.u8(Shape.of(1, 2), new byte[8]));
    add("another example shape", program::run);
    session.bind("images", Field.u8(Shape.of(2), new byte[8]));
    session.bind("rate", Field.f32(Shape.of(1), new float[1]));
    add("a scalar that is a list", program::run);
    session.bind("rate", Field.f32(Shape.of(), new float[1]));
    session.bind("gradients", Field.f32(Shape.of(), new float[6]));
    add("flat values without padding", program::run);
    session.bind("gradients", Field.f32(Shape.of(), new float[16]));
    program.run();
    add("an unknown output", () -> program.scalar("summ"));
    add("an output of another length", () -> program.read("sum", new float[2]));
    add("an unknown variable", () -> session.store().read("step"));
    add("nothing near", () -> session.store().write("momentum", 1));
    add("another length", () -> session.store().write("steps", 1, 2));
    add("an incomplete snapshot", () -> session.store().restore(Map.of()));
    otherPrograms();
    golden.assertSameAs(ReferenceErrorsTest.class, "errors.golden");
  }

  private void otherPrograms() {
    Layout other = Layout.of(List.of(Fixture.parameter("dense-1/bias", 0, 3)));
    add(
        "other parameters",
        () -> session.compile(plan("evaluate", graph, other, graph.constant(1, Shape.of()))));
    Variable steps =
        new Variable(
            "steps", Variable.Role.STATE, Space.DENSE, Shape.of(2), graph.constant(0, Shape.of(2)));
    Definition conflict =
        new Definition(
            "evaluate", graph, layout, Map.of("sum", graph.read(steps)), List.of(), null);
    add("another variable of this name", () -> session.compile(Planner.plan(conflict)));
  }
}
