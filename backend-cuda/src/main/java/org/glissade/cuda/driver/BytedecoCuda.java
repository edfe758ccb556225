package org.glissade.cuda.driver;

import static org.bytedeco.cuda.global.cudart.cuInit;

import java.util.Optional;
import org.bytedeco.cuda.global.cublas;
import org.bytedeco.cuda.global.cudart;
import org.bytedeco.cuda.global.nvrtc;
import org.bytedeco.javacpp.Loader;
import org.glissade.backend.Availability;
import org.jspecify.annotations.Nullable;

/** CUDA as the Java binding finds it on this machine. */
public final class BytedecoCuda implements Cuda {
  private static final int WANTED = 13_000;
  private static final int LEAST_ARCHITECTURE = 75;
  private static final long LEAST_MEMORY = 256L << 20;
  private static final int NO_DEVICE = 100;
  private static final int BUILTINS_MISSING = 7;
  private static final String CPU = ", or use --backend cpu";
  private static final String TOOLKIT =
      " of CUDA 13: install package cuda-libraries-13-0, or add"
          + " org.bytedeco:cuda:13.1-9.19-1.5.13:linux-x86_64-redist to the class path"
          + CPU;

  private @Nullable Availability found;

  @Override
  public synchronized Availability probe() {
    if (found == null) {
      found = look();
    }
    return found;
  }

  private static Availability look() {
    try {
      return missing().orElseGet(BytedecoCuda::device);
    } catch (CudaException failure) {
      return Availability.unavailable(
          String.valueOf(failure.getMessage()), "see docs/backends.md, section cuda" + CPU);
    } catch (RuntimeException | LinkageError failure) {
      return Availability.unavailable(
          "CUDA's Java binding does not start: " + failure,
          "make the folder ~/.javacpp writable, or name another with"
              + " -Dorg.bytedeco.javacpp.cachedir=FOLDER"
              + CPU);
    }
  }

  private static Optional<Availability> missing() {
    Loader.load(Loader.class);
    Optional<Availability> driver =
        library(
            "libcuda.so.1",
            "there is no NVIDIA driver",
            "install one of version 580 or newer" + CPU,
            Calls.FUNCTIONS);
    return driver
        .or(() -> library("libcudart.so.13", "there is no CUDA runtime", runtime("libcudart")))
        .or(
            () ->
                library(
                    "libnvrtc.so.13",
                    "there is no NVRTC, which compiles kernels",
                    runtime("libnvrtc"),
                    BytedecoCompiler.FUNCTIONS))
        .or(BytedecoCuda::builtins)
        .or(
            () ->
                library(
                    "libcublasLt.so.13",
                    "there is no cuBLASLt, which multiplies matrices",
                    runtime("libcublasLt"),
                    BytedecoMatMuls.FUNCTIONS))
        .or(
            () ->
                library(
                    "libcublas.so.13",
                    "there is no cuBLAS, which the binding to cuBLASLt is linked to",
                    runtime("libcublas")));
  }

  /** NVRTC finds its builtins beside it; those of a jar must be open before it looks. */
  private static Optional<Availability> builtins() {
    Loader.load(nvrtc.class);
    Libraries.open("libnvrtc-builtins.so." + new BytedecoCompiler().version());
    return Optional.empty();
  }

  private static String runtime(String library) {
    return "add " + library + ".so.13" + TOOLKIT;
  }

  /** Opens a library and looks for its functions. */
  private static Optional<Availability> library(
      String file, String reason, String remedy, String... functions) {
    Optional<String> failure = Libraries.open(file);
    if (failure.isPresent()) {
      return Optional.of(
          Availability.unavailable("%s (%s)".formatted(reason, failure.get()), remedy));
    }
    return Libraries.missing(functions)
        .map(
            function ->
                Availability.unavailable(
                    "%s is too old: it has no function %s".formatted(file, function),
                    "install CUDA 13 and a driver of version 580 or newer" + CPU));
  }

  private static Availability device() {
    Loader.load(cudart.class);
    Loader.load(nvrtc.class);
    Loader.load(cublas.class);
    int version = Devices.driverVersion();
    if (version < WANTED) {
      return Availability.unavailable(
          "the NVIDIA driver is too old: it knows CUDA %d.%d, and 13.0 is wanted"
              .formatted(version / 1000, version % 1000 / 10),
          "install driver 580 or newer" + CPU);
    }
    int code = cuInit(0);
    if (code == NO_DEVICE || code == 0 && Devices.count() == 0) {
      return Availability.unavailable(
          "there is no CUDA device, or CUDA_VISIBLE_DEVICES hides it",
          "let this process see one" + CPU);
    }
    Calls.check(code, "cuInit");
    return compiler(Devices.info(0));
  }

  private static Availability compiler(DeviceInfo device) {
    if (device.architecture() < LEAST_ARCHITECTURE) {
      return Availability.unavailable(
          "%s is sm_%d, and CUDA 13 needs sm_%d or newer"
              .formatted(device.name(), device.architecture(), LEAST_ARCHITECTURE),
          "use a newer device" + CPU);
    }
    if (device.memory() < LEAST_MEMORY) {
      return Availability.unavailable(
          "%s has %d MiB of memory, and %d are wanted"
              .formatted(device.name(), device.memory() >> 20, LEAST_MEMORY >> 20),
          "use a larger device" + CPU);
    }
    BytedecoCompiler compiler = new BytedecoCompiler();
    try {
      compiler.compile("extern \"C\" __global__ void nothing() {}", device.architecture());
    } catch (CudaException failure) {
      return Availability.unavailable(
          failure.code() == BUILTINS_MISSING
              ? "NVRTC does not find its builtins, libnvrtc-builtins.so." + compiler.version()
              : String.valueOf(failure.getMessage()),
          "put libnvrtc-builtins.so beside libnvrtc.so.13" + CPU);
    }
    return Availability.available(device.describe() + ", NVRTC " + compiler.version());
  }

  @Override
  public Driver open() {
    if (probe() instanceof Availability.Unavailable unavailable) {
      throw new IllegalStateException(
          "backend cuda: %s; %s".formatted(unavailable.reason(), unavailable.remedy()));
    }
    return new BytedecoDriver(0);
  }

  @Override
  public MatMuls matMuls(Driver driver) {
    return new BytedecoMatMuls(driver);
  }

  @Override
  public Compiler compiler() {
    return new BytedecoCompiler();
  }
}
