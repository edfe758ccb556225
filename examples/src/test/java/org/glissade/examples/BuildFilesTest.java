package org.glissade.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a build fetches: no other framework and no native library, unless a profile asks for it. */
class BuildFilesTest {
  private static final Path ROOT =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolveSibling("");
  private static final Pattern PROFILES = Pattern.compile("(?s)<profiles>.*</profiles>");
  private static final Pattern OTHERS =
      Pattern.compile("nd4j|deeplearning4j|bytedeco|openblas|tensorflow|pytorch|ai\\.djl|mxnet");

  @Test
  void noOtherFrameworkIsFetchedUnlessAsked() throws IOException {
    List<Path> files;
    try (Stream<Path> folders = Files.list(ROOT)) {
      files =
          Stream.concat(Stream.of(ROOT), folders)
              .map(folder -> folder.resolve("pom.xml"))
              .filter(Files::exists)
              .toList();
    }
    assertTrue(files.size() >= 9, files::toString);
    for (Path file : files) {
      String always = PROFILES.matcher(Files.readString(file)).replaceAll("");
      assertEquals(
          List.of(),
          OTHERS.matcher(always).results().map(found -> found.group()).toList(),
          file.toString());
    }
  }
}
