package org.glissade.cuda;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.glissade.cuda.code.Outbox;

/**
 * The small outputs of the last runs in host memory, where the last kernel of each run writes them.
 * What is there already is read without a word to the driver, whatever the device does meanwhile.
 */
final class OutputRing {
  private static final VarHandle DOUBLES =
      MethodHandles.byteBufferViewVarHandle(double[].class, ByteOrder.nativeOrder());

  private final Device device;
  private final Outbox outbox;
  private final ByteBuffer memory;
  private long runs;

  OutputRing(Device device, Outbox outbox) {
    this.device = device;
    this.outbox = outbox;
    int numbers = Outbox.RUNS * outbox.length();
    this.memory = device.driver().allocateHost(Double.BYTES * numbers);
    for (int i = 0; i < numbers; i++) {
      set(i, 0);
    }
  }

  /** Where kernels reach it. */
  long address() {
    return device.driver().addressOf(memory);
  }

  /** Says that runs have been queued. */
  void queued(int times) {
    runs += times;
  }

  /** How many runs can be read. */
  int kept() {
    return (int) Math.min(runs, Outbox.RUNS);
  }

  /**
   * A number of an entry; waits for the device if it is not there yet.
   *
   * @param back how many runs before the last
   * @throws IllegalStateException if the session is closed, and the memory with it
   */
  double get(int back, int index) {
    device.mustBeOpen();
    int begin = begin(back);
    if ((double) DOUBLES.getAcquire(memory, Double.BYTES * (begin + outbox.run())) != runs - back) {
      device.await();
    }
    return memory.getDouble(Double.BYTES * (begin + index));
  }

  /** Forgets the fault of an entry. */
  void clearFault(int back) {
    set(begin(back) + outbox.fault(), 0);
  }

  private int begin(int back) {
    return (int) ((runs - back - 1) % Outbox.RUNS) * outbox.length();
  }

  private void set(int index, double value) {
    memory.putDouble(Double.BYTES * index, value);
  }

  void free() {
    device.driver().freeHost(memory);
  }
}
