package org.glissade.cuda;

import java.nio.ByteBuffer;
import org.glissade.cuda.driver.Driver;

/**
 * The device of a session: carries arrays to and fro through one piece of host memory that the
 * device can reach, and knows whether anything is still under way.
 */
final class Device implements AutoCloseable {
  private static final int STAGING = 4 << 20;

  private final Driver driver;
  private final ByteBuffer staging;
  private boolean idle = true;
  private boolean closed;

  Device(Driver driver) {
    this.driver = driver;
    this.staging = driver.allocateHost(STAGING);
  }

  /** What is under it. */
  Driver driver() {
    mustBeOpen();
    return driver;
  }

  /** Fails once it has been closed. */
  void mustBeOpen() {
    if (closed) {
      throw new IllegalStateException(
          "The session is closed: its programs and its Store are gone; open another");
    }
  }

  /** Queues a graph. */
  void launch(long graph) {
    idle = false;
    driver().launchGraph(graph);
  }

  /** Waits until all that is queued is done. */
  void await() {
    if (!idle || closed) {
      driver().synchronize();
      idle = true;
    }
  }

  /** Fills device memory with 0. */
  void clear(long address, long bytes) {
    idle = false;
    driver().clear(address, bytes);
  }

  /** Copies an array of bytes, ints, floats or doubles to the device. */
  void write(long address, Object array) {
    int size = Arrays.bytes(array);
    int length = Arrays.length(array);
    int step = STAGING / size;
    for (int from = 0; from < length; from += step) {
      int count = Math.min(step, length - from);
      Arrays.put(array, from, count, staging);
      driver().upload(staging, address + (long) from * size, (long) count * size);
      driver.synchronize();
    }
    idle = true;
  }

  /** Copies from the device into an array of ints, floats or doubles. */
  void read(long address, Object array) {
    int size = Arrays.bytes(array);
    int length = Arrays.length(array);
    int step = STAGING / size;
    for (int from = 0; from < length; from += step) {
      int count = Math.min(step, length - from);
      driver().download(address + (long) from * size, staging, (long) count * size);
      driver.synchronize();
      Arrays.get(array, from, count, staging);
    }
    idle = true;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      driver.freeHost(staging);
      driver.close();
    }
  }
}
