package org.glissade.cuda.code;

import java.util.Map;
import java.util.TreeMap;
import org.glissade.plan.Plan;
import org.glissade.plan.Slot;
import org.glissade.plan.View;

/**
 * The outputs that the last kernel of a program carries to the host as doubles: all small ones, and
 * those that lie in data which may be bound anew. The host has an entry for each of the last
 * {@value #RUNS} runs, written in turn: outputs, then the two numbers of a fault, then the number
 * of the run, which is written when all else is there.
 */
public final class Outbox {
  /** Entries. */
  public static final int RUNS = 16;

  /** Numbers of an output that is still small. */
  private static final int SMALL = 1024;

  private static final int FAULT = 2;

  private final Map<String, Integer> begins = new TreeMap<>();
  private final long counter;
  private int size;

  Outbox(Plan plan, Places places) {
    this.counter = places.reserve(Long.BYTES);
    plan.outputs()
        .forEach(
            (name, view) -> {
              if (isCarried(view)) {
                begins.put(name, size);
                size += view.shape().size();
              }
            });
  }

  private static boolean isCarried(View view) {
    return view.shape().size() <= SMALL || view.slot().storage() == Slot.Storage.INPUT;
  }

  /** Where an output begins among the doubles; -1 if it is not carried. */
  public int begin(String output) {
    return begins.getOrDefault(output, -1);
  }

  /** Where the fault stands in an entry. */
  public int fault() {
    return size;
  }

  /** Where the number of the run stands in an entry. */
  public int run() {
    return size + FAULT;
  }

  /** Doubles of an entry. */
  public int length() {
    return size + FAULT + 1;
  }

  /** Where the device counts runs, a long that is 0 before the first. */
  public long counter() {
    return counter;
  }

  /** Writes the kernel. */
  void write(Kernel kernel, Plan plan) {
    Text text = kernel.body();
    text.line("long long* const runs = (long long*)(memory + %d);".formatted(counter));
    text.line(
        "double* const entry = outbox + (size_t)(*runs %% %d) * %d;".formatted(RUNS, length()));
    begins.forEach(
        (name, begin) -> {
          View view = plan.outputs().get(name);
          if (view != null) {
            kernel.begin(name);
            text.open(
                "for (int e = threadIdx.x; e < %d; e += THREADS)".formatted(view.shape().size()));
            text.line("entry[%d + e] = (double)%s;".formatted(begin, kernel.element(view, "e")));
            text.close();
          }
        });
    text.line("__syncthreads();");
    text.line(
        "if (threadIdx.x < %d) entry[%d + threadIdx.x] = fault[threadIdx.x];"
            .formatted(FAULT, fault()));
    text.line("__threadfence_system();").line("__syncthreads();");
    text.open("if (threadIdx.x == 0)");
    text.line("*runs += 1;");
    text.line("*(volatile double*)(entry + %d) = (double)*runs;".formatted(run()));
    text.close();
  }
}
