package org.glissade.testkit.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.glissade.plan.Code;
import org.glissade.plan.Instruction;
import org.glissade.plan.Planner;
import org.glissade.plan.Step;
import org.glissade.tensor.BinaryFn;
import org.glissade.tensor.DType;
import org.glissade.tensor.Distribution;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Op;
import org.glissade.tensor.ReduceFn;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.UnaryFn;
import org.junit.jupiter.api.Test;

/** The cases leave nothing out: an op, step or instruction that is added must get a case. */
class CoverageTest {
  private final List<Case> cases =
      Stream.of(
              ElementWise.cases(),
              Shapes.cases(),
              Reductions.cases(),
              Products.cases(),
              Picks.cases(),
              Draws.cases(),
              Flats.cases(),
              Fusions.cases(),
              Effects.cases(),
              Hosts.cases(),
              Steps.cases())
          .flatMap(List::stream)
          .toList();

  private Stream<Tensor> nodes() {
    return cases.stream().flatMap(tested -> Graph.needed(tested.definition().results()).stream());
  }

  private static Set<String> names(Class<?> sealed) {
    Set<String> names = new TreeSet<>();
    Arrays.stream(sealed.getPermittedSubclasses()).forEach(type -> names.add(type.getSimpleName()));
    return names;
  }

  private static Set<String> names(Stream<?> values) {
    Set<String> names = new TreeSet<>();
    values.forEach(value -> names.add(value.toString()));
    return names;
  }

  private static Set<String> classes(Stream<?> values) {
    return names(values.map(value -> value.getClass().getSimpleName()));
  }

  @Test
  void everyOp() {
    assertEquals(names(Op.class), classes(nodes().map(Tensor::op)));
  }

  @Test
  void everyFunctionInEverySpace() {
    Set<String> expected = new TreeSet<>();
    Set<String> found = new TreeSet<>();
    for (Space space : Space.values()) {
      Stream.of(UnaryFn.values()).forEach(fn -> expected.add(space + " " + fn));
      Stream.of(BinaryFn.values()).forEach(fn -> expected.add(space + " " + fn));
      expected.add(space + " select");
    }
    nodes()
        .forEach(
            node -> {
              if (node.op() instanceof Op.Unary unary) {
                found.add(node.space() + " " + unary.fn());
              } else if (node.op() instanceof Op.Binary binary) {
                found.add(node.space() + " " + binary.fn());
              } else if (node.op() instanceof Op.Select) {
                found.add(node.space() + " select");
              }
            });
    assertEquals(expected, found);
  }

  @Test
  void everyReductionOverEveryExtent() {
    Set<String> expected = new TreeSet<>();
    for (ReduceFn fn : ReduceFn.values()) {
      expected.add("axes " + fn);
      Stream.of(Extent.values())
          .filter(extent -> extent != Extent.ELEMENT)
          .forEach(extent -> expected.add(extent + " " + fn));
    }
    Set<String> found = new TreeSet<>();
    nodes()
        .forEach(
            node -> {
              if (node.op() instanceof Op.Reduce reduce) {
                found.add("axes " + reduce.fn());
              } else if (node.op() instanceof Op.SegmentReduce reduce) {
                found.add(reduce.partition().extent() + " " + reduce.fn());
              }
            });
    assertEquals(expected, found);
  }

  @Test
  void everyTypeAndDistribution() {
    assertEquals(names(Stream.of(DType.values())), names(nodes().map(Tensor::type)));
    Stream<Op.Random> draws =
        nodes().map(Tensor::op).filter(Op.Random.class::isInstance).map(Op.Random.class::cast);
    assertEquals(
        names(Stream.of(Distribution.values())), names(draws.map(Op.Random::distribution)));
  }

  private Stream<Step> steps() {
    return cases.stream().flatMap(tested -> Planner.plan(tested.definition()).steps().stream());
  }

  @Test
  void everyStep() {
    assertEquals(names(Step.class), classes(steps()));
  }

  @Test
  void everyInstruction() {
    List<Code> codes = new ArrayList<>();
    steps().forEach(step -> collect(step, codes));
    assertEquals(
        names(Instruction.class), classes(codes.stream().flatMap(c -> c.instructions().stream())));
  }

  private static void collect(Step step, List<Code> codes) {
    if (step instanceof Step.MatMul matMul && matMul.finish() != null) {
      codes.add(matMul.finish());
    } else if (step instanceof Step.Map map) {
      codes.add(map.code());
    } else if (step instanceof Step.Reduce reduce) {
      codes.add(reduce.code());
    } else if (step instanceof Step.Sweep sweep) {
      sweep.bodies().forEach(body -> codes.add(body.code()));
    } else if (step instanceof Step.Scalars scalars) {
      scalars.assignments().forEach(assignment -> codes.add(assignment.code()));
    }
  }
}
