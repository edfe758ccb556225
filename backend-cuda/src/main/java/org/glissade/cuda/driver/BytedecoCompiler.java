package org.glissade.cuda.driver;

import static org.bytedeco.cuda.global.nvrtc.*;

import org.bytedeco.cuda.nvrtc._nvrtcProgram;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.SizeTPointer;

/** NVRTC through the Java binding. */
final class BytedecoCompiler implements Compiler {
  /** All functions of NVRTC that this backend calls. */
  static final String[] FUNCTIONS = {
    "nvrtcVersion",
    "nvrtcCreateProgram",
    "nvrtcCompileProgram",
    "nvrtcDestroyProgram",
    "nvrtcGetCUBINSize",
    "nvrtcGetCUBIN",
    "nvrtcGetProgramLogSize",
    "nvrtcGetProgramLog",
    "nvrtcGetErrorString"
  };

  @Override
  public String version() {
    int[] major = new int[1];
    int[] minor = new int[1];
    check(nvrtcVersion(major, minor), "nvrtcVersion");
    return major[0] + "." + minor[0];
  }

  @Override
  public byte[] compile(String source, int architecture) {
    _nvrtcProgram program = new _nvrtcProgram();
    try (BytePointer text = new BytePointer(source);
        BytePointer name = new BytePointer("glissade.cu");
        BytePointer target = new BytePointer("--gpu-architecture=sm_" + architecture);
        BytePointer fmad = new BytePointer("--fmad=false");
        BytePointer standard = new BytePointer("--std=c++17");
        PointerPointer<BytePointer> options = new PointerPointer<>(target, fmad, standard)) {
      PointerPointer<BytePointer> none = null;
      check(nvrtcCreateProgram(program, text, name, 0, none, none), "nvrtcCreateProgram");
      int code = nvrtcCompileProgram(program, 3, options);
      if (code != 0) {
        throw new CudaException(
            code,
            "NVRTC %s does not compile a kernel for sm_%d: %s\n%s"
                .formatted(version(), architecture, describe(code), log(program)));
      }
      return image(program);
    } finally {
      nvrtcDestroyProgram(program);
    }
  }

  private static byte[] image(_nvrtcProgram program) {
    try (SizeTPointer size = new SizeTPointer(1)) {
      check(nvrtcGetCUBINSize(program, size), "nvrtcGetCUBINSize");
      byte[] image = new byte[Math.toIntExact(size.get())];
      check(nvrtcGetCUBIN(program, image), "nvrtcGetCUBIN");
      return image;
    }
  }

  private static String log(_nvrtcProgram program) {
    try (SizeTPointer size = new SizeTPointer(1)) {
      check(nvrtcGetProgramLogSize(program, size), "nvrtcGetProgramLogSize");
      try (BytePointer log = new BytePointer(size.get())) {
        check(nvrtcGetProgramLog(program, log), "nvrtcGetProgramLog");
        return log.getString();
      }
    }
  }

  private static void check(int code, String call) {
    if (code != 0) {
      throw new CudaException(code, call + ": " + describe(code));
    }
  }

  private static String describe(int code) {
    return nvrtcGetErrorString(code).getString() + " (" + code + ")";
  }
}
