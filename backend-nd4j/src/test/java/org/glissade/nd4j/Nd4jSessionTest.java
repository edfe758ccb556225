package org.glissade.nd4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glissade.backend.BackendChoice;
import org.glissade.backend.BackendSelector;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.data.Field;
import org.glissade.plan.Planner;
import org.glissade.tensor.DType;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.factory.Nd4j;

/** What ND4J's memory makes special; all else is in the kit. */
class Nd4jSessionTest {
  private static Program program(Session session, int size) {
    Graph graph = new Graph();
    Tensor x = graph.input("x", Shape.of(size), DType.F32);
    Map<String, Tensor> outputs = Map.of("same", x, "double", x.times(2));
    return session.compile(
        Planner.plan(
            new Definition("p" + size, graph, Layout.of(List.of()), outputs, List.of(), null)));
  }

  private static float[] read(Program program, String output) {
    float[] values = new float[2];
    program.read(output, values);
    return values;
  }

  private static Field floats(float... values) {
    return Field.f32(Shape.of(), values);
  }

  @Test
  void dataIsBoundAgainInAnotherSize() {
    try (Session session = new Nd4jBackend().open(SessionOptions.seed(1))) {
      Program two = program(session, 2);
      Program three = program(session, 3);
      session.bind("x", floats(1, 2));
      two.run();
      session.bind("x", floats(1, 2, 3));
      three.run();
      assertArrayEquals(new float[] {1, 2}, read(two, "same"), "what its own run found");
      assertArrayEquals(new float[] {2, 4}, read(two, "double"));
      session.bind("x", floats(5, 6));
      two.run();
      assertArrayEquals(new float[] {5, 6}, read(two, "same"));
      assertArrayEquals(new float[] {10, 12}, read(two, "double"));
    }
  }

  @Test
  void anArrayThatChangedIsReadAfterItIsBoundAgain() {
    float[] values = {1, 2};
    Field field = floats(values);
    try (Session session = new Nd4jBackend().open(SessionOptions.seed(1))) {
      Program program = program(session, 2);
      session.bind("x", field);
      program.run();
      values[1] = 9;
      session.bind("x", field);
      program.run();
      assertArrayEquals(new float[] {2, 18}, read(program, "double"));
    }
  }

  /** A DL4J program may call from within a workspace of its own, which it then leaves. */
  @Test
  void aWorkspaceOfTheCallersHoldsNothing() {
    try (Session session = new Nd4jBackend().open(SessionOptions.seed(1))) {
      MemoryWorkspace callers = Nd4j.getWorkspaceManager().getAndActivateWorkspace("callers");
      Program program = program(session, 2);
      session.bind("x", floats(1, 2));
      program.run();
      callers.close();
      Nd4j.getWorkspaceManager().destroyWorkspace(callers);
      assertArrayEquals(new float[] {2, 4}, read(program, "double"));
      program.run();
      assertArrayEquals(new float[] {2, 4}, read(program, "double"));
    }
  }

  @Test
  void aClosedSessionHoldsNoMemory() {
    Session session = new Nd4jBackend().open(SessionOptions.seed(1));
    Program program = program(session, 2);
    session.bind("x", floats(1, 2));
    program.run();
    session.close();
    assertFalse(Nd4j.getWorkspaceManager().checkIfWorkspaceExists("glissade"));
    assertThrows(IllegalStateException.class, () -> read(program, "double"));
  }

  /** Numbers of the rows that two entries of an order name, beginning at a position. */
  private static void pick(int position, int... order) {
    Graph graph = new Graph();
    Variable cursor =
        new Variable(
            "cursor", Variable.Role.CURSOR, Space.SCALAR, Shape.of(), graph.scalar(position));
    Tensor rows = graph.input("rows", Shape.of(3, 2), DType.F32);
    Tensor entries = graph.input("order", Shape.of(order.length), DType.I32);
    Tensor picked = rows.gather(entries.take(graph.read(cursor), 2));
    Definition definition =
        new Definition(
            "pick", graph, Layout.of(List.of()), Map.of("picked", picked), List.of(), null);
    try (Session session = new Nd4jBackend().open(SessionOptions.seed(1))) {
      session.bind("rows", Field.f32(Shape.of(2), new float[] {1, 2, 3, 4, 5, 6}));
      session.bind("order", Field.i32(Shape.of(), order));
      Program program = session.compile(Planner.plan(definition));
      program.run();
      float[] values = new float[4];
      program.read("picked", values);
      assertArrayEquals(new float[] {5, 6, 1, 2}, values);
    }
  }

  @Test
  void noIndexLeadsOutOfTheData() {
    pick(1, 1, 2, 0);
    assertEquals(
        "The data has 3 rows, but row 3 was asked for: the order must hold 0 to 2",
        outOfBounds(() -> pick(0, 3, 0)));
    assertEquals(
        "The data has 3 rows, but row -1 was asked for: the order must hold 0 to 2",
        outOfBounds(() -> pick(0, 0, -1)));
    assertEquals(
        "order holds 3 entries, but 2 were asked for from 2: set cursor back before it passes the end",
        outOfBounds(() -> pick(2, 1, 2, 0)));
  }

  private static String outOfBounds(Executable run) {
    return String.valueOf(assertThrows(IndexOutOfBoundsException.class, run).getMessage());
  }

  @Test
  void itRanksBetweenCpuAndReference() {
    BackendSelector selector = BackendSelector.load();
    assertEquals(
        List.of("cpu", "nd4j", "reference"),
        selector.candidates().stream().map(found -> found.provider().name()).toList());
    BackendChoice choice = selector.select(Optional.of("nd4j"));
    assertInstanceOf(Nd4jBackend.class, choice.backend());
    assertTrue(choice.reason().startsWith("Backend nd4j: ND4J "), choice.reason());
  }

  @Test
  void itSaysWhatComputes() {
    try (Session session = new Nd4jBackend().open(SessionOptions.seed(1))) {
      String text = session.description();
      assertTrue(text.matches("nd4j: CpuBackend, \\d+ threads?"), text);
    }
  }
}
