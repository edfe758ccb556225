package org.glissade.cpu;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.glissade.cpu.kernel.Kernels;
import org.glissade.cpu.loop.Loops;
import org.glissade.plan.Instruction;
import org.glissade.plan.Slot;
import org.glissade.plan.Step;
import org.glissade.tensor.Layout;
import org.glissade.tensor.ReduceFn;

/**
 * What a sweep does to some parameters: code over tiles, and reductions per chunk. What is only
 * loaded is reduced before anything is stored, for the store may be where it was loaded from.
 *
 * <p>A chunk of what is loaded is reduced as a whole, and of what is computed tile by tile, in
 * tiles that are as long in every sweep. So no result depends on what else its sweep does.
 */
final class SweepBody {
  private record Key(ReduceFn fn, int value) {}

  private record Loaded(ChunkReduction reduction, Cell from) {}

  private final TileCode code;
  private final List<ChunkReduction> reductions = new ArrayList<>();
  private final List<Loaded> loaded = new ArrayList<>();
  private final List<ChunkReduction> computed = new ArrayList<>();
  private final int instructions;

  SweepBody(
      Kernels kernels,
      Loops loops,
      Function<Slot, Cell> cells,
      Layout layout,
      Step.Body body,
      List<SweepStep.Chunk> chunks,
      int workers) {
    List<Instruction> instructions = body.code().instructions();
    this.instructions = instructions.size();
    List<Target> targets =
        body.stores().stream()
            .map(store -> new Target(store.value(), cells.apply(store.target()), 0, true))
            .toList();
    List<Integer> read =
        body.reductions().stream()
            .map(Step.Reduction::value)
            .filter(value -> !(instructions.get(value) instanceof Instruction.LoadFlat))
            .toList();
    this.code =
        TileCompiler.compile(
            kernels,
            loops,
            body.code(),
            new SweepLoads(cells, workers),
            targets,
            read,
            read.isEmpty() ? Tile.SIZE : Tile.REDUCED,
            workers);
    Map<Key, ChunkReduction> whole = new HashMap<>();
    for (Step.Reduction reduction : body.reductions()) {
      Cell target = cells.apply(reduction.target());
      if (reduction.partition().perUnit()) {
        reductions.add(new UnitReduction(kernels, layout, reduction, target, chunks));
      } else {
        whole
            .computeIfAbsent(
                new Key(reduction.fn(), reduction.value()),
                key -> {
                  ChunkReduction sum =
                      new ChunkReduction(kernels, key.fn(), key.value(), chunks.size());
                  reductions.add(sum);
                  return sum;
                })
            .into(target, reduction.partition());
      }
    }
    for (ChunkReduction reduction : reductions) {
      if (instructions.get(reduction.value) instanceof Instruction.LoadFlat load) {
        loaded.add(new Loaded(reduction, cells.apply(load.flat())));
      } else {
        computed.add(reduction);
      }
    }
  }

  int instructions() {
    return instructions;
  }

  List<ChunkReduction> reductions() {
    return reductions;
  }

  /** Comes before a worker's first chunk of a run. */
  void begin(int worker) {
    code.begin(worker);
  }

  /** Runs one chunk, which is number {@code index} of this body. */
  void run(int worker, SweepStep.Chunk chunk, int index) {
    for (int r = 0; r < reductions.size(); r++) {
      reductions.get(r).begin(index);
    }
    int from = chunk.from();
    for (int r = 0; r < loaded.size(); r++) {
      float[] x = loaded.get(r).from().floats;
      int n = chunk.to() - from;
      loaded.get(r).reduction().add(index, chunk.parameter(), x, from, from, n);
    }
    int n;
    for (int start = from; start < chunk.to(); start += n) {
      n = Math.min(code.most(), chunk.to() - start);
      Tile tile = code.load(worker, chunk.parameter(), start, n);
      code.compute(tile, start, n);
      for (int r = 0; r < computed.size(); r++) {
        ChunkReduction sum = computed.get(r);
        float[] x = tile.arrays[sum.value];
        sum.add(index, chunk.parameter(), x, tile.offsets[sum.value], start, n);
      }
    }
  }
}
