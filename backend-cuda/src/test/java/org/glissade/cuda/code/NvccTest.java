package org.glissade.cuda.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/**
 * Where nvcc is installed: kernels that the tests have generated so far, in one file, compile for
 * devices of 2020 and of 2022 and spill no register. It takes a second for each program, so a few
 * of them stand for all, unless the system property {@code glissade.nvcc} says how many.
 */
class NvccTest {
  private static final Path COMPILED = Path.of(System.getProperty("java.library.path"), "compiled");
  private static final Pattern SPILL = Pattern.compile("([1-9]\\d*) bytes spill (stores|loads)");

  /** Each program in a namespace of its own; what stands before its first line is the fake's. */
  private static String all() throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.list(COMPILED)) {
      int number = 0;
      List<Path> programs =
          files.filter(path -> path.toString().endsWith(".cpp")).sorted().toList();
      int step = Math.max(1, programs.size() / Integer.getInteger("glissade.nvcc", 25));
      for (int i = 0; i < programs.size(); i += step) {
        String source = Files.readString(programs.get(i));
        int begin = source.indexOf("// What all kernels share");
        int end = source.indexOf("extern \"C\" int ");
        if (begin >= 0 && end > begin) {
          text.append("namespace program").append(number++).append(" {\n");
          text.append(source.substring(begin, end).replace("extern \"C\" ", "")).append("}\n");
        }
      }
    }
    return text.toString();
  }

  private static String compile(Path source) throws IOException, InterruptedException {
    List<String> command =
        List.of(
            "nvcc",
            "-std=c++17",
            "--fmad=false",
            "-gencode=arch=compute_80,code=sm_80",
            "-gencode=arch=compute_90,code=sm_90",
            "-Xptxas=-v",
            "-c",
            "-o",
            source + ".o",
            source.toString());
    try {
      Process nvcc = new ProcessBuilder(command).redirectErrorStream(true).start();
      String log = new String(nvcc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, nvcc.waitFor(), log);
      return log;
    } catch (IOException missing) {
      throw new TestAbortedException("No nvcc here to compile the kernels with: " + missing);
    }
  }

  @Test
  void everyKernelCompilesForTwoArchitecturesWithoutSpills() throws Exception {
    org.glissade.cuda.FakeCuda.build();
    if (!Files.isDirectory(COMPILED)) {
      throw new TestAbortedException("No kernel has been generated yet: run the other tests first");
    }
    Path source = COMPILED.resolveSibling("all.cu");
    Files.writeString(source, all());
    String log = compile(source);
    assertTrue(log.contains("sm_80") && log.contains("sm_90"), log);
    assertEquals(List.of(), SPILL.matcher(log).results().map(found -> found.group()).toList());
  }
}
