package org.glissade.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.glissade.backend.Backend;
import org.glissade.testkit.BackendContract;
import org.glissade.testkit.CatalogContract;
import org.glissade.testkit.Guarantee;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/**
 * Where nvcc is installed: the kernels that the kits, the article's step and the catalog give rise
 * to compile for devices of 2020 and of 2022, and spill no register. All of them take two
 * processors nine minutes, so one in so many stands for them, as the system property {@code
 * glissade.nvcc} says; 1 takes all.
 */
class NvccTest {
  private static final List<String> ARCHITECTURES = List.of("sm_80", "sm_90");

  private static final int SHARE = Integer.getInteger("glissade.nvcc", 8);
  private static final int FILES = SHARE == 1 ? 10 : 1;
  private static final Path FOLDER = Path.of("target", "nvcc").toAbsolutePath();

  /** A compilation under way. */
  private record Compilation(Process process, Path file) {
    /** What it has said, once it has gone well. */
    String log() throws IOException, InterruptedException {
      int code = process.waitFor();
      String text = Files.readString(file);
      assertEquals(0, code, text);
      return text;
    }
  }

  private static DeviceCode everyKernel() throws Throwable {
    WrittenKernels written = new WrittenKernels();
    for (String chain :
        List.of(
            "clip-by-norm(1.0, extent=parameter) | sgd(0.1)",
            "clip-by-norm(1.0, extent=global) | adam(0.001)")) {
      written.write(W1.plan(chain));
    }
    BackendContract kit =
        new BackendContract() {
          @Override
          public Backend backend() {
            return written;
          }

          @Override
          public Set<Guarantee> guarantees() {
            return EnumSet.of(Guarantee.SAME_BITS_FOR_ANY_THREAD_COUNT);
          }
        };
    run(kit.results());
    run(kit.sessions());
    run(kit.declaredGuarantees());
    CatalogContract.plans().forEach(written::write);
    DeviceCode code = new DeviceCode();
    written.sources().forEach(code::add);
    return code;
  }

  private static void run(Stream<? extends DynamicNode> nodes) throws Throwable {
    for (DynamicNode node : nodes.toList()) {
      if (node instanceof DynamicContainer container) {
        run(container.getChildren());
      } else if (node instanceof DynamicTest test) {
        test.getExecutable().execute();
      }
    }
  }

  private static Compilation start(String name, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("nvcc"));
    command.addAll(List.of(arguments));
    Path log = FOLDER.resolve(name + ".log");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    return new Compilation(builder.redirectOutput(log.toFile()).start(), log);
  }

  private static Compilation compile(String name, String architecture) throws IOException {
    String target = name + "." + architecture;
    return start(
        target,
        "-std=c++17",
        "--fmad=false",
        "-arch=" + architecture,
        "-Xptxas=-v",
        "-cubin",
        "-o",
        FOLDER.resolve(target + ".cubin").toString(),
        FOLDER.resolve(name + ".cu").toString());
  }

  private static void lookForNvcc() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    try {
      start("version", "--version").log();
    } catch (IOException missing) {
      throw new TestAbortedException("No nvcc here to compile the kernels with: " + missing);
    }
  }

  @Test
  void everyKernelCompilesForTwoArchitecturesWithoutSpills() throws Throwable {
    lookForNvcc();
    Spills spills = new Spills();
    int kernels = 0;
    for (String file : everyKernel().files(SHARE, FILES)) {
      Files.writeString(FOLDER.resolve("kernels.cu"), file);
      List<Compilation> running = new ArrayList<>();
      for (String architecture : ARCHITECTURES) {
        running.add(compile("kernels", architecture));
      }
      for (Compilation compilation : running) {
        spills.read(compilation.log());
      }
      kernels += DeviceCode.kernels(file);
    }
    assertEquals(List.of(), spills.found());
    assertEquals(ARCHITECTURES.size() * kernels, spills.kernels());
    assertTrue(spills.kernels() > 4000 / SHARE, "kernels: " + kernels);
  }
}
