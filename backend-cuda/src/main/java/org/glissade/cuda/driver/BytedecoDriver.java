package org.glissade.cuda.driver;

import static org.bytedeco.cuda.global.cudart.*;
import static org.glissade.cuda.driver.Calls.check;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import org.bytedeco.cuda.cudart.CUctx_st;
import org.bytedeco.cuda.cudart.CUfunc_st;
import org.bytedeco.cuda.cudart.CUgraphExec_st;
import org.bytedeco.cuda.cudart.CUgraph_st;
import org.bytedeco.cuda.cudart.CUmod_st;
import org.bytedeco.cuda.cudart.CUstream_st;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.SizeTPointer;

/** The driver API through the Java binding. */
final class BytedecoDriver implements Driver {
  private static final int NON_BLOCKING = 1;
  private static final int THREAD_LOCAL = 1;

  private final int ordinal;
  private final DeviceInfo device;
  private final CUctx_st context = new CUctx_st();
  private final CUstream_st stream = new CUstream_st();
  private final Executable executable = new Executable();

  /** A graph under any address, so that launching one makes no object. */
  private static final class Executable extends CUgraphExec_st {
    Executable at(long handle) {
      address = handle;
      return this;
    }
  }

  /** Any other handle under an address. */
  private static final class Address extends Pointer {
    Address(long handle) {
      address = handle;
    }
  }

  BytedecoDriver(int ordinal) {
    this.ordinal = ordinal;
    this.device = Devices.info(ordinal);
    check(cuDevicePrimaryCtxRetain(context, ordinal), "cuDevicePrimaryCtxRetain");
    use();
    check(cuStreamCreate(stream, NON_BLOCKING), "cuStreamCreate");
  }

  /** Sessions may move from thread to thread, and the context is the thread's. */
  private void use() {
    check(cuCtxSetCurrent(context), "cuCtxSetCurrent");
  }

  @Override
  public DeviceInfo device() {
    return device;
  }

  @Override
  public long allocate(long bytes) {
    use();
    long[] address = new long[1];
    int code = cuMemAlloc(address, bytes);
    if (code == CudaException.OUT_OF_MEMORY) {
      throw new CudaException(code, outOfMemory(bytes));
    }
    check(code, "cuMemAlloc of " + bytes + " bytes");
    return address[0];
  }

  private String outOfMemory(long bytes) {
    try (SizeTPointer free = new SizeTPointer(1);
        SizeTPointer total = new SizeTPointer(1)) {
      check(cuMemGetInfo(free, total), "cuMemGetInfo");
      return String.format(
          Locale.ROOT,
          "The device has no %,d bytes left: %,d of %,d are free on %s; use a smaller batch or"
              + " model, end what else uses the device, or use --backend cpu",
          bytes,
          free.get(),
          total.get(),
          device.name());
    }
  }

  @Override
  public void free(long address) {
    use();
    check(cuMemFree(address), "cuMemFree");
  }

  @Override
  public ByteBuffer allocateHost(int bytes) {
    use();
    try (PointerPointer<BytePointer> address = new PointerPointer<>(1)) {
      check(cuMemHostAlloc(address, bytes, 0), "cuMemHostAlloc of " + bytes + " bytes");
      return address
          .get(BytePointer.class)
          .capacity(bytes)
          .asByteBuffer()
          .order(ByteOrder.nativeOrder());
    }
  }

  @Override
  public void freeHost(ByteBuffer buffer) {
    use();
    check(cuMemFreeHost(new Address(addressOf(buffer))), "cuMemFreeHost");
  }

  @Override
  public long addressOf(ByteBuffer hostBuffer) {
    return new BytePointer(hostBuffer).address();
  }

  @Override
  public void clear(long address, long bytes) {
    use();
    check(cuMemsetD8Async(address, (byte) 0, bytes, stream), "cuMemsetD8Async");
  }

  @Override
  public void upload(ByteBuffer from, long to, long bytes) {
    use();
    check(cuMemcpyHtoDAsync(to, new Address(addressOf(from)), bytes, stream), "cuMemcpyHtoDAsync");
  }

  @Override
  public void download(long from, ByteBuffer to, long bytes) {
    use();
    check(cuMemcpyDtoHAsync(new Address(addressOf(to)), from, bytes, stream), "cuMemcpyDtoHAsync");
  }

  @Override
  public void synchronize() {
    use();
    check(cuStreamSynchronize(stream), "cuStreamSynchronize");
  }

  @Override
  public long load(byte[] image) {
    use();
    CUmod_st module = new CUmod_st();
    try (BytePointer bytes = new BytePointer(image)) {
      check(cuModuleLoadData(module, bytes), "cuModuleLoadData of " + image.length + " bytes");
    }
    return module.address();
  }

  @Override
  public long kernel(long module, String name) {
    use();
    CUfunc_st function = new CUfunc_st();
    check(
        cuModuleGetFunction(function, new CUmod_st(new Address(module)), name),
        "cuModuleGetFunction of " + name);
    return function.address();
  }

  @Override
  public void unload(long module) {
    use();
    check(cuModuleUnload(new CUmod_st(new Address(module))), "cuModuleUnload");
  }

  @Override
  public void launch(long kernel, int blocks, int threads, long[] parameters) {
    use();
    try (LongPointer values = new LongPointer(parameters);
        PointerPointer<Pointer> addresses = new PointerPointer<>(parameters.length)) {
      for (int i = 0; i < parameters.length; i++) {
        addresses.put(i, new Address(values.address() + 8L * i));
      }
      int code =
          cuLaunchKernel(
              new CUfunc_st(new Address(kernel)),
              blocks,
              1,
              1,
              threads,
              1,
              1,
              0,
              stream,
              addresses,
              null);
      check(code, "cuLaunchKernel of " + blocks + " blocks of " + threads + " threads");
    }
  }

  @Override
  public void beginCapture() {
    use();
    check(cuStreamBeginCapture(stream, THREAD_LOCAL), "cuStreamBeginCapture");
  }

  @Override
  public long endCapture() {
    use();
    CUgraph_st graph = new CUgraph_st();
    check(cuStreamEndCapture(stream, graph), "cuStreamEndCapture");
    return graph.address();
  }

  @Override
  public void abandonCapture() {
    CUgraph_st recorded = new CUgraph_st(new Address(endCapture()));
    check(cuGraphDestroy(recorded), "cuGraphDestroy");
  }

  @Override
  public long instantiate(long graph) {
    use();
    CUgraph_st recorded = new CUgraph_st(new Address(graph));
    CUgraphExec_st ready = new CUgraphExec_st();
    check(cuGraphInstantiate(ready, recorded, 0), "cuGraphInstantiate");
    check(cuGraphDestroy(recorded), "cuGraphDestroy");
    return ready.address();
  }

  @Override
  public void launchGraph(long handle) {
    check(cuCtxSetCurrent(context), "cuCtxSetCurrent");
    check(cuGraphLaunch(executable.at(handle), stream), "cuGraphLaunch");
  }

  @Override
  public void destroyGraph(long handle) {
    use();
    check(cuGraphExecDestroy(executable.at(handle)), "cuGraphExecDestroy");
  }

  @Override
  public long stream() {
    return stream.address();
  }

  @Override
  public void close() {
    use();
    check(cuStreamDestroy(stream), "cuStreamDestroy");
    check(cuDevicePrimaryCtxRelease(ordinal), "cuDevicePrimaryCtxRelease");
  }
}
