package org.glissade.cuda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.glissade.cuda.driver.BytedecoCuda;
import org.glissade.cuda.driver.Cuda;
import org.glissade.cuda.driver.Driver;
import org.glissade.cuda.driver.Precision;
import org.opentest4j.TestAbortedException;

/**
 * The fake device: stand-ins for CUDA's libraries, built by this machine's g++ into the folder
 * where the binding looks first. Without a compiler the tests that need it are aborted and say so.
 */
public final class FakeCuda {
  private static final Path SOURCES = Path.of("src", "test", "cpp").toAbsolutePath();

  private FakeCuda() {}

  /** The backend on the fake device. */
  public static CudaBackend backend() {
    build();
    return new CudaBackend();
  }

  /** The backend with the library's products from some size on. */
  static CudaBackend backend(long large) {
    return backend(large, Precision.FP32);
  }

  /** The same in another precision. */
  static CudaBackend backend(long large, Precision precision) {
    build();
    return new CudaBackend(
        new BytedecoCuda(), KernelCache.standard(), new MatMulChoice(large, precision));
  }

  /** The backend with every product by the library, which has no way for a bias. */
  static CudaBackend withoutBias() {
    build();
    Cuda cuda = new BytedecoCuda();
    return new CudaBackend(
        new ChangedCuda(cuda, cuda::open, NoBias::new),
        KernelCache.standard(),
        new MatMulChoice(0, Precision.FP32));
  }

  /** The backend on a driver that a test made. */
  static CudaBackend on(Driver driver) {
    return new CudaBackend(
        new ChangedCuda(new BytedecoCuda(), () -> driver, UnaryOperator.identity()),
        KernelCache.standard(),
        MatMulChoice.standard());
  }

  /** The folder that holds the stand-ins. */
  static Path folder() {
    return Path.of(System.getProperty("java.library.path"));
  }

  /** Builds what is older than its sources; nothing where the tests run on a real device. */
  public static synchronized void build() {
    if (Boolean.getBoolean("glissade.cuda.real")) {
      return;
    }
    try {
      Files.createDirectories(folder());
      Files.copy(
          SOURCES.resolve("kernel.h"),
          folder().resolve("kernel.h"),
          StandardCopyOption.REPLACE_EXISTING);
      library("libcuda.so.1", "cuda.cpp", "fibres.cpp", "invoke.cpp");
      library("libcudart.so.13", "nothing.cpp");
      library("libnvrtc.so.13", "nvrtc.cpp");
      library("libcublas.so.13", "nothing.cpp");
      library("libcublasLt.so.13", "cublaslt.cpp");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void library(String name, String... sources) throws IOException {
    Path library = folder().resolve(name);
    if (isNewer(library)) {
      return;
    }
    List<String> command = new ArrayList<>();
    command.addAll(List.of("g++", "-std=c++17", "-O2", "-fPIC", "-shared", "-Wall", "-Werror"));
    command.addAll(List.of("-Wl,-soname," + name, "-o", library + ".part"));
    Stream.of(sources).forEach(source -> command.add(SOURCES.resolve(source).toString()));
    command.add("-ldl");
    String log = run(command);
    if (!log.isEmpty()) {
      throw new IllegalStateException("g++ does not build " + name + ":\n" + log);
    }
    Files.move(Path.of(library + ".part"), library, StandardCopyOption.REPLACE_EXISTING);
  }

  private static boolean isNewer(Path library) throws IOException {
    if (!Files.exists(library)) {
      return false;
    }
    try (Stream<Path> sources = Files.list(SOURCES)) {
      long built = Files.getLastModifiedTime(library).toMillis();
      return sources.noneMatch(source -> source.toFile().lastModified() > built);
    }
  }

  /** What a command said; empty if it went well. */
  private static String run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? "" : said + "failed: " + String.join(" ", command);
    } catch (IOException missing) {
      throw new TestAbortedException(
          "No g++ here, which the fake CUDA device is built with: install g++ (" + missing + ")");
    } catch (InterruptedException e) {
      throw new IllegalStateException("g++ was interrupted", e);
    }
  }
}
