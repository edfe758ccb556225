package org.glissade.cuda.code;

import java.util.Map;
import java.util.TreeMap;
import org.glissade.plan.Plan;
import org.glissade.plan.Slot;
import org.glissade.plan.View;

/**
 * The outputs that the last kernel of a program carries to the host as doubles: all small ones, and
 * those that lie in data which may be bound anew.
 */
public final class Outbox {
  /** Numbers of an output that is still small. */
  private static final int SMALL = 1024;

  private final Map<String, Integer> begins = new TreeMap<>();
  private int size;

  Outbox(Plan plan) {
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

  /** How many doubles there are. */
  public int size() {
    return size;
  }

  /** Writes the kernel. */
  void write(Kernel kernel, Plan plan) {
    Text text = kernel.body();
    begins.forEach(
        (name, begin) -> {
          View view = plan.outputs().get(name);
          if (view != null) {
            kernel.begin(name);
            text.open(
                "for (int e = threadIdx.x; e < %d; e += THREADS)".formatted(view.shape().size()));
            text.line("outbox[%d + e] = (double)%s;".formatted(begin, kernel.element(view, "e")));
            text.close();
          }
        });
  }
}
