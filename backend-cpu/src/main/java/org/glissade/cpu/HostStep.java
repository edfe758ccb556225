package org.glissade.cpu;

import java.util.function.Function;
import org.glissade.backend.HostCall;
import org.glissade.plan.Slot;
import org.glissade.plan.Step;
import org.glissade.tensor.DType;
import org.glissade.tensor.Layout;

/** Calls Java, in the caller's thread. Nothing else is in its stage. */
final class HostStep implements CompiledStep {
  private final HostCall call;
  private final HostCall.Carrier read;
  private final HostCall.Carrier write;

  HostStep(Step.Host step, Function<Slot, Cell> cells, Layout layout) {
    this.call = new HostCall(step, layout);
    this.read = (slot, into) -> copy(cells.apply(slot), into);
    this.write = (slot, from) -> copy(from, cells.apply(slot));
  }

  private static void copy(Cell from, double[] into) {
    if (from.type == DType.F64) {
      System.arraycopy(from.doubles, 0, into, 0, into.length);
      return;
    }
    for (int i = 0; i < into.length; i++) {
      into[i] = from.floats[from.offset + i];
    }
  }

  private static void copy(double[] from, Cell into) {
    if (into.type == DType.F64) {
      System.arraycopy(from, 0, into.doubles, 0, from.length);
      return;
    }
    for (int i = 0; i < from.length; i++) {
      into.floats[into.offset + i] = (float) from[i];
    }
  }

  @Override
  public void run(int worker, int workers) {
    if (worker == 0) {
      call.run(read, write);
    }
  }

  @Override
  public long work() {
    return 0;
  }
}
