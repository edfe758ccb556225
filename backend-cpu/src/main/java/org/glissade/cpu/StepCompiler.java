package org.glissade.cpu;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.glissade.cpu.kernel.Kernels;
import org.glissade.cpu.loop.Loops;
import org.glissade.plan.Code;
import org.glissade.plan.Slot;
import org.glissade.plan.Step;
import org.glissade.plan.View;
import org.glissade.random.Seed;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Shape;
import org.jspecify.annotations.Nullable;

/** Makes the steps of a plan ready to run. */
final class StepCompiler implements Step.Visitor<CompiledStep> {
  private final Kernels kernels;
  private final Loops loops;
  private final Function<Slot, Cell> cells;
  private final Layout layout;
  private final long seed;
  private final int workers;
  private final Map<Slot, SparseBatch> sparse;

  StepCompiler(
      Kernels kernels,
      Loops loops,
      Function<Slot, Cell> cells,
      Layout layout,
      long seed,
      int workers,
      Map<Slot, SparseBatch> sparse) {
    this.kernels = kernels;
    this.loops = loops;
    this.cells = cells;
    this.layout = layout;
    this.seed = seed;
    this.workers = workers;
    this.sparse = sparse;
  }

  @Override
  public CompiledStep matMul(Step.MatMul step) {
    Code finish = step.finish();
    MapStep map = finish == null ? null : map(step.out().shape(), finish, step.out(), step.out());
    SparseBatch batch = sparse.get(step.a().slot());
    return new MatMulStep(
        kernels, step, cell(step.a()), cell(step.b()), cell(step.out()), map, batch, workers);
  }

  @Override
  public CompiledStep map(Step.Map step) {
    MapStep dense = map(step.shape(), step.code(), step.out(), null);
    SparseBatch batch = sparse.get(step.out().slot());
    return batch == null ? dense : new SparseGatherStep(dense, batch, step.shape().dim(0));
  }

  private MapStep map(Shape shape, Code code, View out, @Nullable View product) {
    int cost = 2 * code.instructions().size();
    Target target = new Target(code.result(), cell(out), out.offset(), false);
    return new MapStep(code(code, shape, product, List.of(target), List.of()), shape, cost);
  }

  private TileCode code(
      Code code, Shape shape, @Nullable View product, List<Target> targets, List<Integer> read) {
    DenseLoads loads = new DenseLoads(kernels, cells, shape, product);
    return TileCompiler.compile(kernels, loops, code, loads, targets, read, Tile.SIZE, workers);
  }

  @Override
  public CompiledStep reduce(Step.Reduce step) {
    TileCode tiles =
        code(step.code(), step.shape(), null, List.of(), List.of(step.code().result()));
    return new ReduceStep(kernels, step, tiles, cell(step.out()), workers);
  }

  @Override
  public CompiledStep argMax(Step.ArgMax step) {
    return new ArgMaxStep(step, cell(step.in()), cell(step.out()));
  }

  @Override
  public CompiledStep take(Step.Take step) {
    Cell position = cells.apply(step.position());
    return new TakeStep(step, cell(step.list()), position, cell(step.out()));
  }

  @Override
  public CompiledStep random(Step.Random step) {
    long key = Seed.of(seed).stream(step.stream()).key();
    boolean flat = step.out().slot().storage() == Slot.Storage.FLAT;
    int[] padding = flat ? padding() : new int[0];
    return new RandomStep(step, cells.apply(step.step()), cell(step.out()), key, padding);
  }

  private int[] padding() {
    int count = layout.parameters().size();
    int[] bounds = new int[2 * count];
    for (int p = 0; p < count; p++) {
      bounds[2 * p] = layout.offset(p) + layout.length(p);
      bounds[2 * p + 1] = p + 1 < count ? layout.offset(p + 1) : layout.size();
    }
    return bounds;
  }

  @Override
  public CompiledStep sweep(Step.Sweep step) {
    return new SweepStep(kernels, loops, cells, layout, step, workers);
  }

  @Override
  public CompiledStep scalars(Step.Scalars step) {
    return new ScalarsStep(step, cells);
  }

  @Override
  public CompiledStep host(Step.Host step) {
    return new HostStep(step, cells, layout);
  }

  private Cell cell(View view) {
    return cells.apply(view.slot());
  }
}
