package org.glissade.cuda.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.glissade.plan.Slot;
import org.glissade.plan.Step;
import org.glissade.tensor.Layout;

/**
 * Writes what a sweep stores, and what it reduces chunk by chunk. It computes in double: a sweep
 * waits for memory, and neither factors out of float's range nor differences of what is nearly
 * equal need care.
 */
final class SweepWriter {
  /** The elements that become one result, over all bodies. */
  private record Sum(Step.Reduction reduction, List<Integer> parameters, long partial) {}

  private final Kernel kernel;
  private final Layout layout;
  private final Tables tables;
  private final Chunks chunks;
  private final Places places;
  private final Text text;
  private final Map<Slot, Sum> sums = new LinkedHashMap<>();

  SweepWriter(Kernel kernel, Layout layout, Tables tables, Chunks chunks, Places places) {
    this.kernel = kernel;
    this.layout = layout;
    this.tables = tables;
    this.chunks = chunks;
    this.places = places;
    this.text = kernel.body();
  }

  /** Whether a sweep has anything to do here: units are reduced elsewhere. */
  static boolean isNeeded(Step.Sweep step) {
    return step.bodies().stream()
        .anyMatch(body -> !body.stores().isEmpty() || !inChunks(body).isEmpty());
  }

  private static List<Step.Reduction> inChunks(Step.Body body) {
    return body.reductions().stream().filter(sum -> !sum.partition().perUnit()).toList();
  }

  void write(Step.Sweep step) {
    kernel.share();
    for (Step.Body body : step.bodies()) {
      for (Step.Reduction sum : inChunks(body)) {
        sums.computeIfAbsent(
                sum.target(),
                target -> new Sum(sum, new ArrayList<>(), places.reserve(8L * chunks.count())))
            .parameters()
            .addAll(body.parameters());
      }
    }
    text.open(step.guard() == null ? "" : "if (" + kernel.use(step.guard()) + "[0] != 0)");
    sums.forEach(
        (target, sum) ->
            text.line(
                "double* const partial_%s = (double*)(memory + %d);"
                    .formatted(kernel.use(target), sum.partial())));
    String table = tables.ofInts(chunks.table());
    text.open("for (int c = blockIdx.x; c < %d; c += gridDim.x)".formatted(chunks.count()));
    text.line("const int p = %s[4 * c];".formatted(table));
    for (Step.Body body : step.bodies()) {
      if (!body.stores().isEmpty() || !inChunks(body).isEmpty()) {
        body(body, table);
      }
    }
    text.close();
    if (!sums.isEmpty()) {
      join();
    }
    text.close();
  }

  private void body(Step.Body body, String table) {
    text.open(condition(body.parameters()));
    List<Step.Reduction> reductions = inChunks(body);
    for (int r = 0; r < reductions.size(); r++) {
      text.line("double sum%d = %s;".formatted(r, Functions.identity(reductions.get(r).fn())));
    }
    text.open("for (int t = threadIdx.x; t < %s[4 * c + 3]; t += THREADS)".formatted(table));
    text.line("const int f = %s[4 * c + 1] + t;".formatted(table));
    text.line("const int element = %s[4 * c + 2] + t;".formatted(table));
    Expressions.write(
        text, body.code(), false, new SweepLoads(kernel, layout, tables, body.parameters()));
    for (Step.FlatStore store : body.stores()) {
      String value = Expressions.operand(body.code(), store.value(), false);
      text.line("%s[f] = (float)%s;".formatted(kernel.use(store.target()), value));
    }
    for (int r = 0; r < reductions.size(); r++) {
      Step.Reduction sum = reductions.get(r);
      String value = Expressions.operand(body.code(), sum.value(), false);
      text.line("sum%d = %s;".formatted(r, Functions.accumulate(sum.fn(), "sum" + r, value)));
    }
    text.close();
    for (int r = 0; r < reductions.size(); r++) {
      partial(reductions.get(r), r);
    }
    text.close();
  }

  private void partial(Step.Reduction sum, int r) {
    text.line(
        "sum%d = over_block<%s>(sum%d, %s);"
            .formatted(r, Functions.joiner(sum.fn()), r, Functions.identity(sum.fn())));
    text.line(
        "if (threadIdx.x == 0) partial_%s[c] = sum%d;".formatted(kernel.use(sum.target()), r));
  }

  /** Whether the parameter at hand is one of these. */
  private String condition(List<Integer> parameters) {
    int count = layout.parameters().size();
    if (parameters.size() == count) {
      return "";
    }
    if (parameters.size() == 1) {
      return "if (p == %d)".formatted(parameters.get(0));
    }
    int[] members = IntStream.range(0, count).map(p -> parameters.contains(p) ? 1 : 0).toArray();
    return "if (%s[p])".formatted(tables.ofInts(members));
  }

  private void join() {
    text.open("if (is_last((unsigned int*)(memory + %d)))".formatted(places.reserveCleared(4)));
    sums.forEach(
        (target, sum) -> {
          Step.Reduction reduction = sum.reduction();
          text.line(
              "join<%s>(partial_%s, %s, %s, %d, %s, %s);"
                  .formatted(
                      Functions.joiner(reduction.fn()),
                      kernel.use(target),
                      tables.ofInts(chunks.begins(reduction.partition(), sum.parameters())),
                      tables.ofInts(chunks.members(reduction.partition(), sum.parameters())),
                      reduction.partition().groups(),
                      Functions.identity(reduction.fn()),
                      kernel.use(target)));
        });
    text.close();
  }
}
