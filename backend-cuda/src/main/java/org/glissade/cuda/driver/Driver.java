package org.glissade.cuda.driver;

import java.nio.ByteBuffer;

/**
 * One device with one stream, as the backend sees it. Everything that is queued runs in the order
 * in which it was queued. Addresses and handles are plain longs. Used by one thread at a time.
 *
 * <p>Every method throws {@link CudaException} where the driver answers with an error.
 */
public interface Driver extends AutoCloseable {
  /** What the device is. */
  DeviceInfo device();

  /** Takes device memory; its content is anything. */
  long allocate(long bytes);

  /** Gives device memory back. */
  void free(long address);

  /** Takes host memory that the device can read and write, under the address of the buffer. */
  ByteBuffer allocateHost(int bytes);

  /** Gives host memory back. */
  void freeHost(ByteBuffer buffer);

  /** The address under which kernels reach a buffer of {@link #allocateHost}. */
  long addressOf(ByteBuffer hostBuffer);

  /** Queues zeros. */
  void clear(long address, long bytes);

  /** Queues a copy to the device. The buffer, of {@link #allocateHost}, must stay as it is. */
  void upload(ByteBuffer from, long to, long bytes);

  /** Queues a copy from the device into a buffer of {@link #allocateHost}. */
  void download(long from, ByteBuffer to, long bytes);

  /** Waits until all that is queued is done. */
  void synchronize();

  /** Loads a compiled program. */
  long load(byte[] image);

  /** A kernel of a loaded program. */
  long kernel(long module, String name);

  /** Forgets a loaded program. */
  void unload(long module);

  /** Queues a kernel, whose parameters are addresses. */
  void launch(long kernel, int blocks, int threads, long[] parameters);

  /** From now on what is queued is recorded and not run. */
  void beginCapture();

  /** Ends the recording; gives the graph. */
  long endCapture();

  /** Ends a recording that has failed, and forgets it. */
  void abandonCapture();

  /** Makes a recorded graph ready to be launched, and forgets the recording. */
  long instantiate(long graph);

  /** Queues a graph. Allocates nothing. */
  void launchGraph(long executable);

  /** Forgets a graph. */
  void destroyGraph(long executable);

  /** The stream, for libraries that queue their own kernels. */
  long stream();

  @Override
  void close();
}
