package org.glissade.cuda.driver;

import static org.bytedeco.cuda.global.cudart.cuGetErrorName;
import static org.bytedeco.cuda.global.cudart.cuGetErrorString;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;

/** Turns the driver's codes into exceptions. */
final class Calls {
  /** All functions of the driver that this backend calls, under the names that the library has. */
  static final String[] FUNCTIONS = {
    "cuInit",
    "cuDriverGetVersion",
    "cuDeviceGetCount",
    "cuDeviceGet",
    "cuDeviceGetName",
    "cuDeviceGetAttribute",
    "cuDeviceTotalMem_v2",
    "cuDevicePrimaryCtxRetain",
    "cuDevicePrimaryCtxRelease_v2",
    "cuCtxSetCurrent",
    "cuMemGetInfo_v2",
    "cuMemAlloc_v2",
    "cuMemFree_v2",
    "cuMemHostAlloc",
    "cuMemFreeHost",
    "cuMemsetD8Async",
    "cuMemcpyHtoDAsync_v2",
    "cuMemcpyDtoHAsync_v2",
    "cuStreamCreate",
    "cuStreamDestroy_v2",
    "cuStreamSynchronize",
    "cuModuleLoadData",
    "cuModuleUnload",
    "cuModuleGetFunction",
    "cuLaunchKernel",
    "cuStreamBeginCapture_v2",
    "cuStreamEndCapture",
    "cuGraphInstantiateWithFlags",
    "cuGraphLaunch",
    "cuGraphDestroy",
    "cuGraphExecDestroy",
    "cuGetErrorName",
    "cuGetErrorString"
  };

  private static final int LOST = 719;

  private Calls() {}

  /** Fails if a call did. Allocates nothing where it did not. */
  static void check(int code, String call) {
    if (code != 0) {
      throw failure(code, call);
    }
  }

  private static CudaException failure(int code, String call) {
    return new CudaException(
        code, "%s: %s%s".formatted(call, describe(code), code < 100 ? "" : "; " + remedy(code)));
  }

  /** The driver's name for a code and its sentence. */
  static String describe(int code) {
    try (PointerPointer<BytePointer> name = new PointerPointer<>(1);
        PointerPointer<BytePointer> text = new PointerPointer<>(1)) {
      boolean known = cuGetErrorName(code, name) == 0 && cuGetErrorString(code, text) == 0;
      return known
          ? "%s (%d), %s"
              .formatted(
                  name.get(BytePointer.class).getString(),
                  code,
                  text.get(BytePointer.class).getString())
          : "error " + code;
    }
  }

  private static String remedy(int code) {
    boolean sticky = code == 700 || code == 702 || code >= 709 && code <= LOST;
    return sticky
        ? "the device is lost to this process: what the session held is gone; start again from the"
            + " last checkpoint"
        : "see docs/backends.md, section cuda";
  }
}
