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
 */
final class SweepBody {
  private record Key(ReduceFn fn, int value) {}

  private final TileCode code;
  private final List<ChunkReduction> reductions = new ArrayList<>();
  private final List<ChunkReduction> loaded = new ArrayList<>();
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
    List<Integer> read = body.reductions().stream().map(Step.Reduction::value).toList();
    this.code =
        TileCompiler.compile(
            kernels, loops, body.code(), new SweepLoads(cells, workers), targets, read, workers);
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
      (Leaves.isLeaf(instructions.get(reduction.value)) ? loaded : computed).add(reduction);
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
    int n;
    for (int start = chunk.from(); start < chunk.to(); start += n) {
      n = Math.min(code.most(), chunk.to() - start);
      Tile tile = code.load(worker, chunk.parameter(), start, n);
      for (int r = 0; r < loaded.size(); r++) {
        loaded.get(r).add(tile, index, start, n);
      }
      code.compute(tile, start, n);
      for (int r = 0; r < computed.size(); r++) {
        computed.get(r).add(tile, index, start, n);
      }
    }
  }
}
