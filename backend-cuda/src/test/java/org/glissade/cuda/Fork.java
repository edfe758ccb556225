package org.glissade.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A JVM of its own, on a fake device that has its troubles. */
final class Fork {
  private static final String MARK = "> ";
  private static final String UNPACKED = "org.bytedeco.javacpp.cachedir";
  private static final String BUNDLED = " bundled";

  private Fork() {}

  /** A line that the other JVM says to the test. */
  static void say(String text) {
    text.lines().forEach(line -> System.out.println(MARK + line));
  }

  /**
   * What the other JVM said, whose kernels are kept where those of this JVM are.
   *
   * @param main what it runs
   * @param without a library that it lacks, or nothing; {@code LIBRARY bundled} if it is not
   *     lacking but on the class path, as in a jar of redistributable libraries
   * @param troubles environment variables of the fake device
   */
  static List<String> run(Class<?> main, String without, Map<String, String> troubles)
      throws IOException, InterruptedException {
    Path kernels = Path.of(System.getProperty(KernelCache.PROPERTY));
    return run(main, kernels, without, troubles);
  }

  /** The same with another place for kernels. */
  static List<String> run(Class<?> main, Path kernels, String without, Map<String, String> troubles)
      throws IOException, InterruptedException {
    FakeCuda.build();
    boolean bundled = without.endsWith(BUNDLED);
    String library = bundled ? without.replace(BUNDLED, "") : without;
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.library.path=" + libraries(library));
    command.add("-D" + KernelCache.PROPERTY + "=" + kernels);
    String unpacked = bundled ? libraries(library) + "-unpacked" : System.getProperty(UNPACKED);
    command.add("-D" + UNPACKED + "=" + unpacked);
    String classPath = System.getProperty("java.class.path") + bundle(library, bundled);
    command.addAll(List.of("-cp", classPath, main.getName()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("FAKE_CUDA_FOLDER", FakeCuda.folder().toString());
    builder.environment().putAll(troubles);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output
        .lines()
        .filter(line -> line.startsWith(MARK))
        .map(line -> line.substring(MARK.length()))
        .toList();
  }

  /** What a class path needs for one stand-in to be on it. */
  private static String bundle(String library, boolean bundled) throws IOException {
    if (!bundled) {
      return "";
    }
    Path root = FakeCuda.folder().resolveSibling("fake-cuda-bundle");
    Path folder = Files.createDirectories(root.resolve("org/bytedeco/cuda/linux-x86_64"));
    for (String file : List.of(library)) {
      Files.copy(
          FakeCuda.folder().resolve(file),
          folder.resolve(file),
          StandardCopyOption.REPLACE_EXISTING);
    }
    return File.pathSeparator + root;
  }

  /** A folder with all stand-ins but one. */
  private static Path libraries(String without) throws IOException {
    if (without.isEmpty()) {
      return FakeCuda.folder();
    }
    Path folder = FakeCuda.folder().resolveSibling("fake-cuda-without-" + without);
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(FakeCuda.folder())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(file.getFileName());
        if (!copy.endsWith(without)) {
          Files.deleteIfExists(copy);
          Files.copy(file, copy);
        }
      }
    }
    return folder;
  }
}
