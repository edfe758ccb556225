package org.glissade.cpu;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glissade.backend.BoundInputs;
import org.glissade.backend.Lookup;
import org.glissade.backend.Program;
import org.glissade.cpu.kernel.Kernels;
import org.glissade.cpu.loop.Loops;
import org.glissade.data.Field;
import org.glissade.plan.Plan;
import org.glissade.plan.Slot;
import org.glissade.plan.Stage;
import org.glissade.plan.Step;
import org.glissade.plan.View;
import org.glissade.tensor.DType;
import org.glissade.tensor.Op;
import org.glissade.tensor.Tensor;

/** A plan compiled to steps over heap arrays. A run allocates nothing. */
final class CpuProgram implements Program {
  /** Below this many floating-point operations, one worker is done before another has woken. */
  private static final long WORTH_SHARING = 30_000;

  private final Plan plan;
  private final WorkerPool pool;
  private final BoundInputs bound;
  private final Map<Integer, Cell> cells = new HashMap<>();
  private final Tensor[] inputs;
  private final Cell[] inputCells;
  private final CompiledStage[] stages;
  private final Turnout turnout = new Turnout();
  private boolean ran;

  CpuProgram(
      Plan plan,
      Kernels kernels,
      Loops loops,
      CpuStore store,
      BoundInputs bound,
      WorkerPool pool,
      long seed,
      double sparseUpTo) {
    this.plan = plan;
    this.pool = pool;
    this.bound = bound;
    float[] arena = new float[plan.arenaSize()];
    for (Slot slot : plan.slots()) {
      cells.put(slot.id(), cell(slot, arena, store));
    }
    Map<String, Slot> named = new HashMap<>();
    plan.slots().stream()
        .filter(slot -> slot.storage() == Slot.Storage.INPUT)
        .forEach(slot -> named.put(slot.name(), slot));
    inputs =
        plan.definition().graph().nodes().stream()
            .filter(node -> node.op() instanceof Op.Input input && named.containsKey(input.name()))
            .toArray(Tensor[]::new);
    inputCells = new Cell[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      Slot slot = java.util.Objects.requireNonNull(named.get(((Op.Input) inputs[i].op()).name()));
      inputCells[i] = at(slot);
    }
    StepCompiler compiler =
        new StepCompiler(
            kernels,
            loops,
            this::at,
            plan.definition().layout(),
            seed,
            pool.threads(),
            sparse(plan, sparseUpTo));
    stages = compile(plan.stages(), compiler);
  }

  /**
   * The rows that are sparse if their density is that at most, by the slots that they are gathered
   * into.
   */
  private Map<Slot, SparseBatch> sparse(Plan plan, double most) {
    Map<Slot, SparseBatch> sparse = new HashMap<>();
    for (SparseUse use : SparseUse.of(plan)) {
      sparse.put(use.out(), use.batch(this::at, most));
    }
    return sparse;
  }

  /** From the last stage to the first, because a sweep may begin in the stage before its own. */
  private CompiledStage[] compile(List<Stage> planned, StepCompiler compiler) {
    CompiledStage[] compiled = new CompiledStage[planned.size()];
    Optional<EarlyChunks> early = Optional.empty();
    for (int s = compiled.length - 1; s >= 0; s--) {
      Stage stage = planned.get(s);
      List<CompiledStep> own = new ArrayList<>();
      stage.steps().forEach(step -> own.add(step.accept(compiler)));
      early.ifPresent(own::add);
      early = Optional.empty();
      if (s > 0 && pool.threads() > 1) {
        early = early(planned.get(s - 1), stage, own);
      }
      compiled[s] = new CompiledStage(own.toArray(CompiledStep[]::new));
    }
    return compiled;
  }

  private Optional<EarlyChunks> early(Stage before, Stage stage, List<CompiledStep> compiled) {
    return EarlyChunks.sweep(before, stage)
        .map(
            sweep -> {
              SweepStep later = (SweepStep) compiled.get(stage.steps().indexOf(sweep));
              List<Step.MatMul> products = EarlyChunks.products(before, sweep);
              EarlyChunks early = new EarlyChunks(later, products, pool.threads());
              later.tookEarly(early);
              return early;
            });
  }

  private Cell cell(Slot slot, float[] arena, CpuStore store) {
    return switch (slot.storage()) {
      case INPUT -> new Cell(slot.type());
      case VARIABLE -> store.cell(slot.name());
      case FLAT, SMALL -> Cell.allocate(slot.type(), slot.size());
      case ARENA -> Cell.part(arena, plan.arenaOffsets().get(slot.id()));
    };
  }

  private Cell at(Slot slot) {
    return java.util.Objects.requireNonNull(cells.get(slot.id()));
  }

  @Override
  public Plan plan() {
    return plan;
  }

  @Override
  public void run() {
    for (int i = 0; i < inputs.length; i++) {
      Field field = bound.of(inputs[i]);
      inputCells[i].use(field.array());
      inputCells[i].density = field.density();
    }
    long start = System.nanoTime();
    boolean alone = turnout.alone();
    for (CompiledStage stage : stages) {
      if (alone || stage.work() < WORTH_SHARING) {
        stage.run(0, 1);
      } else {
        pool.run(stage);
      }
      stage.finish();
    }
    turnout.took(System.nanoTime() - start);
    ran = true;
  }

  @Override
  public double scalar(String output) {
    View view = output(output, 1);
    return value(at(view.slot()), view.offset());
  }

  @Override
  public void read(String output, float[] into) {
    View view = output(output, into.length);
    Cell cell = at(view.slot());
    for (int i = 0; i < into.length; i++) {
      into[i] = (float) value(cell, view.offset() + i);
    }
  }

  @Override
  public void read(String output, double[] into) {
    View view = output(output, into.length);
    Cell cell = at(view.slot());
    for (int i = 0; i < into.length; i++) {
      into[i] = value(cell, view.offset() + i);
    }
  }

  private static double value(Cell cell, int i) {
    if (cell.type == DType.F64) {
      return cell.doubles[i];
    }
    return cell.type == DType.F32 ? cell.floats[cell.offset + i] : cell.ints[i];
  }

  private View output(String name, int length) {
    View view = Lookup.find("output", name, plan.outputs());
    if (!ran) {
      throw new IllegalStateException(
          "Program %s has not run: call run() before reading its outputs"
              .formatted(plan.definition().name()));
    }
    if (view.shape().size() != length) {
      throw new IllegalArgumentException(
          "Output %s has %d numbers, but %d were asked for"
              .formatted(name, view.shape().size(), length));
    }
    return view;
  }
}
