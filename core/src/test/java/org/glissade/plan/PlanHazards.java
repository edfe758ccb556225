package org.glissade.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.glissade.tensor.Shape;

/**
 * What would make a plan depend on the order in which a backend visits the elements of a step: a
 * step that writes where it also reads. Only an element-wise step may, at the very element.
 */
final class PlanHazards implements Step.Visitor<Void> {
  private final Plan plan;

  private PlanHazards(Plan plan) {
    this.plan = plan;
  }

  static void check(Plan plan) {
    PlanHazards hazards = new PlanHazards(plan);
    plan.steps().forEach(step -> step.accept(hazards));
  }

  @Override
  public Void matMul(Step.MatMul step) {
    apart(step, step.a(), step.out());
    apart(step, step.b(), step.out());
    if (step.finish() != null) {
      sameElement(step, step.finish(), step.out(), Shape.of(step.m(), step.n()));
    }
    return null;
  }

  @Override
  public Void map(Step.Map step) {
    sameElement(step, step.code(), step.out(), step.shape());
    return null;
  }

  @Override
  public Void reduce(Step.Reduce step) {
    loads(step.code()).forEach(view -> apart(step, view, step.out()));
    return null;
  }

  @Override
  public Void argMax(Step.ArgMax step) {
    apart(step, step.in(), step.out());
    return null;
  }

  @Override
  public Void take(Step.Take step) {
    apart(step, step.list(), step.out());
    return null;
  }

  @Override
  public Void random(Step.Random step) {
    return null;
  }

  /** Bodies share no parameter, and nothing is read that is complete only after the sweep. */
  @Override
  public Void sweep(Step.Sweep step) {
    Set<Integer> seen = new HashSet<>();
    Set<Slot> reduced = new HashSet<>();
    step.bodies().forEach(body -> body.reductions().forEach(r -> reduced.add(r.target())));
    for (Step.Body body : step.bodies()) {
      body.parameters().forEach(p -> require(seen.add(p), step, "two bodies visit " + p));
      for (Instruction instruction : body.code().instructions()) {
        boolean early =
            instruction instanceof Instruction.LoadGroup group && reduced.contains(group.column())
                || instruction instanceof Instruction.LoadScalar scalar
                    && reduced.contains(scalar.scalar());
        require(!early, step, "a reduction is read in the sweep that makes it");
      }
    }
    return null;
  }

  @Override
  public Void scalars(Step.Scalars step) {
    return null;
  }

  @Override
  public Void host(Step.Host step) {
    for (Step.HostResult result : step.results()) {
      require(!step.inputs().contains(result.target()), step, "a result lies where an input is");
    }
    return null;
  }

  private static List<View> loads(Code code) {
    List<View> views = new ArrayList<>();
    for (Instruction instruction : code.instructions()) {
      if (instruction instanceof Instruction.Load load) {
        views.add(load.view());
      } else if (instruction instanceof Instruction.LoadRow row) {
        views.add(row.data());
        views.add(row.index());
      }
    }
    return views;
  }

  private void sameElement(Step step, Code code, View out, Shape shape) {
    for (Instruction instruction : code.instructions()) {
      if (instruction instanceof Instruction.LoadRow row) {
        apart(step, row.data(), out);
        apart(step, row.index(), out);
      } else if (instruction instanceof Instruction.Load load && overlap(load.view(), out)) {
        boolean same = begin(load.view()) == begin(out);
        for (int axis = 0; axis < shape.rank(); axis++) {
          same &= shape.dim(axis) == 1 || load.strides().get(axis) == shape.stride(axis);
        }
        require(same, step, load.view() + " is read at other elements than are written");
      }
    }
  }

  private void apart(Step step, View in, View out) {
    require(!overlap(in, out), step, in + " overlaps what is written");
  }

  private boolean overlap(View a, View b) {
    boolean arena = inArena(a) && inArena(b);
    return (arena || a.slot().equals(b.slot()))
        && begin(a) < begin(b) + b.shape().size()
        && begin(b) < begin(a) + a.shape().size();
  }

  private static boolean inArena(View view) {
    return view.slot().storage() == Slot.Storage.ARENA;
  }

  private int begin(View view) {
    return view.offset() + (inArena(view) ? plan.arenaOffsets().get(view.slot().id()) : 0);
  }

  private void require(boolean holds, Step step, String otherwise) {
    if (!holds) {
      throw new AssertionError(
          "step %d: %s\n%s".formatted(plan.steps().indexOf(step) + 1, otherwise, plan));
    }
  }
}
