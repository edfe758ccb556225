package org.glissade.plan;

import java.util.ArrayList;
import java.util.List;

/** The slots that a step touches. */
final class StepSlots implements Step.Visitor<List<Slot>> {
  private static final StepSlots INSTANCE = new StepSlots();

  private StepSlots() {}

  static List<Slot> of(Step step) {
    return step.accept(INSTANCE);
  }

  @Override
  public List<Slot> matMul(Step.MatMul step) {
    List<Slot> slots = new ArrayList<>(views(step.a(), step.b(), step.out()));
    if (step.finish() != null) {
      slots.addAll(in(step.finish()));
    }
    return slots;
  }

  @Override
  public List<Slot> map(Step.Map step) {
    List<Slot> slots = in(step.code());
    slots.add(step.out().slot());
    return slots;
  }

  @Override
  public List<Slot> reduce(Step.Reduce step) {
    List<Slot> slots = in(step.code());
    slots.add(step.out().slot());
    return slots;
  }

  @Override
  public List<Slot> argMax(Step.ArgMax step) {
    return views(step.in(), step.out());
  }

  @Override
  public List<Slot> take(Step.Take step) {
    return List.of(step.list().slot(), step.position(), step.out().slot());
  }

  @Override
  public List<Slot> random(Step.Random step) {
    return List.of(step.step(), step.out().slot());
  }

  @Override
  public List<Slot> sweep(Step.Sweep step) {
    List<Slot> slots = new ArrayList<>();
    if (step.guard() != null) {
      slots.add(step.guard());
    }
    for (Step.Body body : step.bodies()) {
      slots.addAll(in(body.code()));
      body.stores().forEach(store -> slots.add(store.target()));
      body.reductions().forEach(reduction -> slots.add(reduction.target()));
    }
    return slots;
  }

  @Override
  public List<Slot> scalars(Step.Scalars step) {
    List<Slot> slots = new ArrayList<>();
    for (Step.Assignment assignment : step.assignments()) {
      slots.addAll(in(assignment.code()));
      slots.add(assignment.target());
    }
    return slots;
  }

  private static List<Slot> views(View... views) {
    List<Slot> slots = new ArrayList<>();
    for (View view : views) {
      slots.add(view.slot());
    }
    return slots;
  }

  private static List<Slot> in(Code code) {
    List<Slot> slots = new ArrayList<>();
    for (Instruction instruction : code.instructions()) {
      if (instruction instanceof Instruction.Load load) {
        slots.add(load.view().slot());
      } else if (instruction instanceof Instruction.LoadRow row) {
        slots.addAll(views(row.data(), row.index()));
      } else if (instruction instanceof Instruction.LoadFlat flat) {
        slots.add(flat.flat());
      } else if (instruction instanceof Instruction.LoadGroup group) {
        slots.add(group.column());
      } else if (instruction instanceof Instruction.LoadColumn column) {
        slots.add(column.column());
      } else if (instruction instanceof Instruction.LoadScalar scalar) {
        slots.add(scalar.scalar());
      }
    }
    return slots;
  }
}
