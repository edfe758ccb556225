package org.glissade.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.glissade.backend.HostCall;
import org.glissade.plan.Slot;
import org.glissade.plan.Step;
import org.glissade.reference.CodeRunner.Place;
import org.glissade.tensor.Distribution;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Partition;
import org.glissade.tensor.ReduceFn;
import org.glissade.tensor.Shape;

/** Runs one step after the other, element by element. */
final class StepRunner implements Step.Visitor<Void> {
  private final PlanMemory memory;
  private final CodeRunner codes;
  private final Layout layout;
  private final long seed;

  StepRunner(PlanMemory memory, Layout layout, long seed) {
    this.memory = memory;
    this.codes = new CodeRunner(memory);
    this.layout = layout;
    this.seed = seed;
  }

  @Override
  public Void matMul(Step.MatMul step) {
    for (int i = 0; i < step.m(); i++) {
      for (int j = 0; j < step.n(); j++) {
        double product = product(step, i, j);
        Place place = Place.dense(List.of(i, j), product);
        double value = step.finish() == null ? product : codes.result(step.finish(), place);
        memory.set(step.out(), i * step.n() + j, value);
      }
    }
    return null;
  }

  private double product(Step.MatMul step, int i, int j) {
    double sum = 0;
    for (int l = 0; l < step.k(); l++) {
      int a = step.transposeA() ? l * step.m() + i : i * step.k() + l;
      int b = step.transposeB() ? j * step.k() + l : l * step.n() + j;
      sum += memory.get(step.a(), a) * memory.get(step.b(), b);
    }
    return sum;
  }

  @Override
  public Void map(Step.Map step) {
    for (int i = 0; i < step.shape().size(); i++) {
      memory.set(step.out(), i, codes.result(step.code(), at(step.shape(), i)));
    }
    return null;
  }

  @Override
  public Void reduce(Step.Reduce step) {
    for (int o = 0; o < step.outer() * step.inner(); o++) {
      double sum = step.fn().identity();
      for (int l = 0; l < step.length(); l++) {
        int i = (o / step.inner() * step.length() + l) * step.inner() + o % step.inner();
        sum = with(step.fn(), sum, codes.result(step.code(), at(step.shape(), i)));
      }
      memory.set(step.out(), o, sum);
    }
    return null;
  }

  private static double with(ReduceFn fn, double sum, double element) {
    return fn.combine(sum, fn.lift(element));
  }

  private static Place at(Shape shape, int i) {
    List<Integer> index = new ArrayList<>();
    for (int axis = 0; axis < shape.rank(); axis++) {
      index.add(i / shape.stride(axis) % shape.dim(axis));
    }
    return Place.dense(index, Double.NaN);
  }

  @Override
  public Void argMax(Step.ArgMax step) {
    for (int row = 0; row < step.rows(); row++) {
      int best = 0;
      for (int i = 1; i < step.length(); i++) {
        double champion = memory.get(step.in(), row * step.length() + best);
        double rival = memory.get(step.in(), row * step.length() + i);
        if (rival > champion || Double.isNaN(rival) && !Double.isNaN(champion)) {
          best = i;
        }
      }
      memory.set(step.out(), row, best);
    }
    return null;
  }

  @Override
  public Void take(Step.Take step) {
    int first = (int) memory.get(step.position(), 0);
    for (int i = 0; i < step.count(); i++) {
      memory.set(step.out(), i, memory.get(step.list(), first + i));
    }
    return null;
  }

  @Override
  public Void random(Step.Random step) {
    long key = Distribution.key(seed, step.stream());
    int number = (int) memory.get(step.step(), 0);
    boolean flat = step.out().slot().storage() == Slot.Storage.FLAT;
    for (int i = 0; i < step.out().shape().size(); i++) {
      if (!flat || isElement(i)) {
        memory.set(step.out(), i, step.distribution().draw(key, number, i));
      }
    }
    return null;
  }

  private boolean isElement(int flat) {
    for (int p = 0; p < layout.parameters().size(); p++) {
      int element = flat - layout.offset(p);
      if (element >= 0 && element < layout.length(p)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Void sweep(Step.Sweep step) {
    if (step.guard() != null && memory.get(step.guard(), 0) == 0) {
      return null;
    }
    Map<Slot, double[]> sums = new HashMap<>();
    for (int p = 0; p < layout.parameters().size(); p++) {
      for (Step.Body body : step.bodies()) {
        if (body.parameters().contains(p)) {
          visit(body, p, sums);
        }
      }
    }
    sums.forEach(
        (slot, groups) -> {
          for (int g = 0; g < groups.length; g++) {
            memory.set(slot, g, groups[g]);
          }
        });
    return null;
  }

  private void visit(Step.Body body, int parameter, Map<Slot, double[]> sums) {
    for (int e = 0; e < layout.length(parameter); e++) {
      int flat = layout.offset(parameter) + e;
      double[] values = codes.values(body.code(), Place.flat(parameter, e, flat));
      for (Step.Reduction reduction : body.reductions()) {
        double[] groups = sums.computeIfAbsent(reduction.target(), key -> identities(reduction));
        int group = reduction.partition().groupOf(parameter, e);
        if (group != Partition.NONE) {
          groups[group] = with(reduction.fn(), groups[group], values[reduction.value()]);
        }
      }
      body.stores().forEach(store -> memory.set(store.target(), flat, values[store.value()]));
    }
  }

  private static double[] identities(Step.Reduction reduction) {
    double[] groups = new double[reduction.target().size()];
    Arrays.fill(groups, reduction.fn().identity());
    return groups;
  }

  @Override
  public Void host(Step.Host step) {
    new HostCall(step, layout)
        .run(
            (slot, into) -> Arrays.setAll(into, i -> memory.get(slot, i)),
            (slot, from) -> {
              for (int i = 0; i < from.length; i++) {
                memory.set(slot, i, from[i]);
              }
            });
    return null;
  }

  @Override
  public Void scalars(Step.Scalars step) {
    for (Step.Assignment assignment : step.assignments()) {
      for (int g = 0; g < assignment.target().size(); g++) {
        memory.set(assignment.target(), g, codes.result(assignment.code(), Place.column(g)));
      }
    }
    return null;
  }
}
