package org.glissade.cuda;

import java.util.List;
import java.util.function.ToLongFunction;
import org.glissade.backend.HostCall;
import org.glissade.cuda.code.Launch;
import org.glissade.cuda.code.PlanCode;
import org.glissade.plan.Slot;
import org.glissade.tensor.DType;
import org.glissade.tensor.Layout;

/**
 * The Java between the graphs of a program. Each call waits for the device and carries all that its
 * function reads to the host, and what it gives back.
 */
final class HostLinks {
  private final List<HostCall> calls;
  private final Device device;
  private final FaultWord fault;
  private final ToLongFunction<Slot> places;

  HostLinks(PlanCode code, Layout layout, CudaSession session, ToLongFunction<Slot> places) {
    this.calls =
        code.launches().stream()
            .filter(Launch.Host.class::isInstance)
            .map(launch -> new HostCall(((Launch.Host) launch).step(), layout))
            .toList();
    this.device = session.device();
    this.fault = session.fault();
    this.places = places;
  }

  /** Calls one; not where an index led out of its data, behind which nothing is computed. */
  void call(int number) {
    if (!fault.isSet()) {
      calls.get(number).run(this::read, this::write);
    }
  }

  private void read(Slot slot, double[] into) {
    long from = places.applyAsLong(slot);
    if (slot.type() == DType.F64) {
      device.read(from, into);
      return;
    }
    float[] floats = new float[into.length];
    device.read(from, floats);
    System.arraycopy(Arrays.widen(floats), 0, into, 0, into.length);
  }

  private void write(Slot slot, double[] from) {
    device.write(places.applyAsLong(slot), slot.type() == DType.F64 ? from : Arrays.narrow(from));
  }
}
