package org.glissade.cpu;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.glissade.cpu.kernel.Kernels;
import org.glissade.plan.Instruction;
import org.glissade.plan.Slot;
import org.glissade.plan.Step;
import org.glissade.tensor.Layout;
import org.glissade.tensor.ReduceFn;

/** What a sweep does to some parameters: code over tiles, stores, and reductions per chunk. */
final class SweepBody {
  private record Key(ReduceFn fn, int value) {}

  private final Kernels kernels;
  private final TileCode code;
  private final int[] storedValues;
  private final Cell[] targets;
  private final List<ChunkReduction> reductions = new ArrayList<>();
  private final int instructions;

  SweepBody(
      Kernels kernels,
      Function<Slot, Cell> cells,
      Layout layout,
      Step.Body body,
      List<SweepStep.Chunk> chunks,
      int workers) {
    this.kernels = kernels;
    List<Instruction> code = body.code().instructions();
    SweepLoads loads = new SweepLoads(kernels, cells, overwritten(body));
    this.instructions = code.size();
    this.code =
        TileCode.compile(
            body.code(), new TileArithmetic(kernels), i -> loads.compile(code.get(i), i), workers);
    storedValues = body.stores().stream().mapToInt(Step.FlatStore::value).toArray();
    targets = body.stores().stream().map(store -> cells.apply(store.target())).toArray(Cell[]::new);
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
  }

  /** Loads that are stored elsewhere, of buffers that the same tile writes. */
  private static Set<Integer> overwritten(Step.Body body) {
    Set<Slot> written = new HashSet<>();
    body.stores().forEach(store -> written.add(store.target()));
    Set<Integer> loads = new HashSet<>();
    for (Step.FlatStore store : body.stores()) {
      Instruction value = body.code().instructions().get(store.value());
      if (value instanceof Instruction.LoadFlat load && written.contains(load.flat())) {
        loads.add(store.value());
      }
    }
    return loads;
  }

  int instructions() {
    return instructions;
  }

  List<ChunkReduction> reductions() {
    return reductions;
  }

  /** Runs one chunk, which is number {@code index} of this body. */
  void run(int worker, SweepStep.Chunk chunk, int index) {
    for (int r = 0; r < reductions.size(); r++) {
      reductions.get(r).begin(index);
    }
    for (int start = chunk.from(); start < chunk.to(); start += Tile.SIZE) {
      int n = Math.min(Tile.SIZE, chunk.to() - start);
      Tile tile = code.run(worker, chunk.parameter(), start, n);
      for (int r = 0; r < reductions.size(); r++) {
        reductions.get(r).add(tile, index, start, n);
      }
      for (int s = 0; s < targets.length; s++) {
        int value = storedValues[s];
        kernels.copy(targets[s].floats, start, tile.arrays[value], tile.offsets[value], n);
      }
    }
  }
}
