package org.glissade.cpu;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.glissade.cpu.kernel.Kernels;
import org.glissade.cpu.loop.Loops;
import org.glissade.plan.Slot;
import org.glissade.plan.Step;
import org.glissade.tensor.Layout;
import org.jspecify.annotations.Nullable;

/** One pass over the flat buffers, in chunks whose bounds depend on the layout alone. */
final class SweepStep implements CompiledStep {
  /** Elements of a chunk at most. */
  static final int CHUNK = 8192;

  /** A part of one parameter, by the flat index. */
  record Chunk(int parameter, int from, int to) {}

  private final SweepBody[] bodies;
  private final Chunk[][] chunks;
  private final @Nullable Cell guard;
  private final long elements;
  private final long work;
  private @Nullable EarlyChunks early;

  SweepStep(
      Kernels kernels,
      Loops loops,
      Function<Slot, Cell> cells,
      Layout layout,
      Step.Sweep step,
      int workers) {
    int count = step.bodies().size();
    bodies = new SweepBody[count];
    chunks = new Chunk[count][];
    guard = step.guard() == null ? null : cells.apply(step.guard());
    long total = 0;
    long cost = 0;
    for (int b = 0; b < count; b++) {
      Step.Body body = step.bodies().get(b);
      List<Chunk> parts = chunks(layout, body.parameters());
      chunks[b] = parts.toArray(Chunk[]::new);
      bodies[b] = new SweepBody(kernels, loops, cells, layout, body, parts, workers);
      long own = parts.stream().mapToLong(chunk -> chunk.to() - chunk.from()).sum();
      total += own;
      cost += own * (bodies[b].instructions() + 1);
    }
    elements = total;
    work = cost;
  }

  private static List<Chunk> chunks(Layout layout, List<Integer> parameters) {
    List<Chunk> chunks = new ArrayList<>();
    for (int parameter : parameters) {
      int end = layout.offset(parameter) + layout.length(parameter);
      for (int from = layout.offset(parameter); from < end; from += CHUNK) {
        chunks.add(new Chunk(parameter, from, Math.min(end, from + CHUNK)));
      }
    }
    return chunks;
  }

  Chunk[][] chunks() {
    return chunks;
  }

  /** Says which chunks were taken before this run; null if none. */
  void tookEarly(@Nullable EarlyChunks taken) {
    early = taken;
  }

  @Override
  public void run(int worker, int workers) {
    if (guard != null && guard.doubles[0] == 0) {
      return;
    }
    EarlyChunks taken = early;
    long before = 0;
    for (int b = 0; b < bodies.length; b++) {
      bodies[b].begin(worker);
      Chunk[] own = chunks[b];
      for (int c = 0; c < own.length; c++) {
        boolean left = taken == null || !taken.has(b, c);
        if (left && before * workers / elements == worker) {
          run(worker, b, c);
        }
        before += own[c].to() - own[c].from();
      }
    }
  }

  /** Runs one chunk of a body. */
  void run(int worker, int body, int chunk) {
    bodies[body].run(worker, chunks[body][chunk], chunk);
  }

  @Override
  public void finish() {
    for (SweepBody body : bodies) {
      for (int r = 0; r < body.reductions().size(); r++) {
        body.reductions().get(r).clear();
      }
    }
    for (int b = 0; b < bodies.length; b++) {
      for (int r = 0; r < bodies[b].reductions().size(); r++) {
        for (int c = 0; c < chunks[b].length; c++) {
          bodies[b].reductions().get(r).join(c, chunks[b][c].parameter());
        }
      }
    }
  }

  @Override
  public long work() {
    EarlyChunks taken = early;
    return taken == null ? work : taken.left();
  }
}
