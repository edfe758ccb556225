package org.glissade.cuda;

/** Two ints on the device: where an index led out of its data, and the index. */
final class FaultWord {
  private static final int BYTES = 8;

  private final Device device;
  private final long address;

  FaultWord(Device device) {
    this.device = device;
    this.address = device.driver().allocate(BYTES);
    clear();
  }

  long address() {
    return address;
  }

  /** Whether an index led out of its data in what is queued; waits for that. */
  boolean isSet() {
    int[] site = new int[1];
    device.read(address, site);
    return site[0] != 0;
  }

  /** Lets programs compute again. */
  void clear() {
    device.clear(address, BYTES);
  }

  void free() {
    device.driver().free(address);
  }
}
