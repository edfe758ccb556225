package org.glissade.cuda.code;

import java.util.ArrayList;
import java.util.List;
import org.glissade.plan.Step;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Parameter;

/**
 * Writes the reductions of a sweep over units: a block takes neighbouring units of a parameter, as
 * many as make its reads neighbours, and its threads share out their elements.
 */
final class UnitWriter {
  private static final int THREADS = 256;
  private static final int WARP = 32;
  private static final int FIELDS = 8;

  private final Kernel kernel;
  private final Layout layout;
  private final Tables tables;
  private final Text text;

  UnitWriter(Kernel kernel, Layout layout, Tables tables) {
    this.kernel = kernel;
    this.layout = layout;
    this.tables = tables;
    this.text = kernel.body();
  }

  /** Whether a sweep reduces units. */
  static boolean isNeeded(Step.Sweep step) {
    return step.bodies().stream().anyMatch(body -> !units(body).isEmpty());
  }

  private static List<Step.Reduction> units(Step.Body body) {
    return body.reductions().stream().filter(sum -> sum.partition().perUnit()).toList();
  }

  void write(Step.Sweep step) {
    kernel.share();
    text.open(step.guard() == null ? "" : "if (" + kernel.use(step.guard()) + "[0] != 0)");
    text.line("double* const parts = scratch();");
    for (Step.Body body : step.bodies()) {
      if (!units(body).isEmpty()) {
        body(body);
      }
    }
    for (Step.Body body : step.bodies()) {
      units(body).forEach(sum -> others(sum, step));
    }
    text.close();
  }

  /** Groups of parameters that the sweep does not visit. */
  private void others(Step.Reduction sum, Step.Sweep step) {
    for (int p = 0; p < layout.parameters().size(); p++) {
      int parameter = p;
      boolean visited =
          step.bodies().stream()
              .filter(body -> body.parameters().contains(parameter))
              .flatMap(body -> body.reductions().stream())
              .anyMatch(other -> other.target().equals(sum.target()));
      int first = sum.partition().firstGroup(p);
      if (!visited && first >= 0) {
        int end = first + layout.parameters().get(p).units();
        text.line(
            "for (int g = %d + threadIdx.x; g < %d; g += THREADS) %s[g] = %s;"
                .formatted(first, end, kernel.use(sum.target()), Functions.identity(sum.fn())));
      }
    }
  }

  /** parameter, flat, units, inner, items, first unit, lanes, units at once. */
  private int[] jobs(List<Integer> parameters) {
    List<Integer> jobs = new ArrayList<>();
    for (int p : parameters) {
      Parameter parameter = layout.parameters().get(p);
      int units = parameter.units();
      int inner = parameter.unitStride();
      int items = layout.length(p) / units;
      int lanes = units == 1 || inner >= WARP ? 1 : Math.min(WARP, Integer.highestOneBit(units));
      for (int unit = 0; unit < units; unit += lanes) {
        int atOnce = Math.min(lanes, units - unit);
        jobs.addAll(List.of(p, layout.offset(p), units, inner, items, unit, lanes, atOnce));
      }
    }
    return jobs.stream().mapToInt(Integer::intValue).toArray();
  }

  private void body(Step.Body body) {
    int[] jobs = jobs(body.parameters());
    text.open("for (int j = blockIdx.x; j < %d; j += gridDim.x)".formatted(jobs.length / FIELDS));
    text.line("const int* const job = %s + %d * j;".formatted(tables.ofInts(jobs), FIELDS));
    text.line("const int p = job[0], units = job[2], inner = job[3], lanes = job[6];");
    text.line("const int lane = threadIdx.x % lanes, unit = job[5] + lane;");
    List<Step.Reduction> sums = units(body);
    for (int r = 0; r < sums.size(); r++) {
      text.line("double sum%d = %s;".formatted(r, Functions.identity(sums.get(r).fn())));
    }
    text.open(
        "for (int r = threadIdx.x / lanes; lane < job[7] && r < job[4]; r += THREADS / lanes)");
    text.line("const int element = (r / inner * units + unit) * inner + r % inner;");
    text.line("const int f = job[1] + element;");
    SweepLoads loads = new SweepLoads(kernel, layout, tables, body.parameters());
    Expressions.write(text, body.code(), false, loads);
    for (int r = 0; r < sums.size(); r++) {
      String value = Expressions.operand(body.code(), sums.get(r).value(), false);
      text.line(
          "sum%d = %s;".formatted(r, Functions.accumulate(sums.get(r).fn(), "sum" + r, value)));
    }
    text.close();
    for (int r = 0; r < sums.size(); r++) {
      result(sums.get(r), r, loads);
    }
    text.close();
  }

  private void result(Step.Reduction sum, int r, SweepLoads loads) {
    String first = loads.first(sum.partition());
    text.line("parts[threadIdx.x] = sum%d;".formatted(r));
    text.line("__syncthreads();");
    text.open("if (threadIdx.x < job[7] && %s >= 0)".formatted(first));
    text.line("double all = %s;".formatted(Functions.identity(sum.fn())));
    text.line(
        "for (int k = threadIdx.x; k < THREADS; k += lanes) all = %s::of(all, parts[k]);"
            .formatted(Functions.joiner(sum.fn())));
    text.line("%s[%s + unit] = all;".formatted(kernel.use(sum.target()), first));
    text.close();
    text.line("__syncthreads();");
  }

  static int threads() {
    return THREADS;
  }
}
