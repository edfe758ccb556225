package org.glissade.cpu;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.glissade.plan.Instruction;
import org.glissade.plan.Slot;
import org.glissade.plan.Stage;
import org.glissade.plan.Step;

/**
 * The chunks of a sweep that a worker takes a stage early: those that it has just written itself,
 * as rows of matrix products. A norm of gradients is then taken while they are in the worker's
 * cache, and of the sweep only what lies across two workers' rows is left. The sums are those of
 * chunks, as ever.
 */
final class EarlyChunks implements CompiledStep {
  private static final int NOBODY = -1;

  private final SweepStep sweep;
  private final int[][] owners;

  EarlyChunks(SweepStep sweep, List<Step.MatMul> products, int workers) {
    this.sweep = sweep;
    this.owners =
        Stream.of(sweep.chunks())
            .map(part -> Stream.of(part).mapToInt(c -> owner(c, products, workers)).toArray())
            .toArray(int[][]::new);
  }

  /** The sweep of the next stage that may begin in this one. */
  static Optional<Step.Sweep> sweep(Stage stage, Stage next) {
    return next.steps().stream()
        .filter(Step.Sweep.class::isInstance)
        .map(Step.Sweep.class::cast)
        .filter(sweep -> sweep.guard() == null && onlyReducesOne(sweep))
        .filter(sweep -> next.steps().stream().noneMatch(step -> writes(step, read(sweep))))
        .filter(sweep -> !products(stage, sweep).isEmpty())
        .filter(sweep -> stage.steps().stream().noneMatch(Step.Sweep.class::isInstance))
        .findFirst();
  }

  /** The products of a stage that write what the sweep reads. */
  static List<Step.MatMul> products(Stage stage, Step.Sweep sweep) {
    return stage.steps().stream()
        .filter(Step.MatMul.class::isInstance)
        .map(Step.MatMul.class::cast)
        .filter(product -> product.out().slot().equals(read(sweep)))
        .toList();
  }

  private static boolean onlyReducesOne(Step.Sweep sweep) {
    Slot one = read(sweep);
    return sweep.bodies().stream().allMatch(body -> body.stores().isEmpty())
        && instructions(sweep)
            .filter(Leaves::isLeaf)
            .allMatch(
                leaf ->
                    leaf instanceof Instruction.Constant
                        || leaf instanceof Instruction.LoadFlat load && load.flat().equals(one));
  }

  /** The buffer that is read first; one that reads none has no slot and is no such sweep. */
  private static @org.jspecify.annotations.Nullable Slot read(Step.Sweep sweep) {
    return instructions(sweep)
        .filter(Instruction.LoadFlat.class::isInstance)
        .map(leaf -> ((Instruction.LoadFlat) leaf).flat())
        .findFirst()
        .orElse(null);
  }

  private static Stream<Instruction> instructions(Step.Sweep sweep) {
    return sweep.bodies().stream().flatMap(body -> body.code().instructions().stream());
  }

  private static boolean writes(Step step, @org.jspecify.annotations.Nullable Slot slot) {
    if (step instanceof Step.Map map) {
      return map.out().slot().equals(slot);
    }
    if (step instanceof Step.Reduce reduce) {
      return reduce.out().slot().equals(slot);
    }
    if (step instanceof Step.MatMul product) {
      return product.out().slot().equals(slot);
    }
    if (step instanceof Step.Random random) {
      return random.out().slot().equals(slot);
    }
    return step instanceof Step.Sweep sweep
        && sweep.bodies().stream()
            .flatMap(body -> body.stores().stream())
            .anyMatch(store -> store.target().equals(slot));
  }

  /** Whose rows the whole chunk is part of. */
  private static int owner(SweepStep.Chunk chunk, List<Step.MatMul> products, int workers) {
    for (Step.MatMul product : products) {
      int begin = product.out().offset();
      for (int worker = 0; worker < workers; worker++) {
        int from = begin + CompiledStep.rows(product.m(), worker, workers) * product.n();
        int to = begin + CompiledStep.rows(product.m(), worker + 1, workers) * product.n();
        if (from <= chunk.from() && chunk.to() <= to) {
          return worker;
        }
      }
    }
    return NOBODY;
  }

  @Override
  public void run(int worker, int workers) {
    if (worker == 0) {
      sweep.tookEarly(workers > 1 ? this : null);
    }
    for (int b = 0; workers > 1 && b < owners.length; b++) {
      for (int c = 0; c < owners[b].length; c++) {
        if (owners[b][c] == worker) {
          sweep.run(worker, b, c);
        }
      }
    }
  }

  /** Whether a chunk has been taken. */
  boolean has(int body, int chunk) {
    return owners[body][chunk] != NOBODY;
  }

  /** Elements that are left to the sweep. */
  long left() {
    long left = 0;
    for (int b = 0; b < owners.length; b++) {
      for (int c = 0; c < owners[b].length; c++) {
        SweepStep.Chunk chunk = sweep.chunks()[b][c];
        left += has(b, c) ? 0 : chunk.to() - chunk.from();
      }
    }
    return left;
  }

  /** Who takes each chunk, by body; -1 where it is left to the sweep. */
  int[][] owners() {
    return Stream.of(owners).map(part -> Arrays.copyOf(part, part.length)).toArray(int[][]::new);
  }

  /** Counted in the sweep. */
  @Override
  public long work() {
    return 0;
  }
}
