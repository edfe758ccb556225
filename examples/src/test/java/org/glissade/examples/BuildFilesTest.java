package org.glissade.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a build fetches: no other framework and no native library, unless a profile asks for it. */
class BuildFilesTest {
  private static final Path ROOT =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolveSibling("");
  private static final Pattern ON_DEMAND =
      Pattern.compile("(?s)<(profiles|dependencyManagement)>.*?</\\1>");
  private static final Pattern MODULE = Pattern.compile("<module>(.*)</module>");
  private static final Pattern OTHERS =
      Pattern.compile(
          "<(?:group|artifact)Id>.*(?:nd4j|cuda|deeplearning4j|bytedeco|tensorflow|pytorch|djl|mxnet).*");

  /** A build file without what its profiles add, and without versions of what they might. */
  private static String always(Path folder) throws IOException {
    return ON_DEMAND.matcher(Files.readString(folder.resolve("pom.xml"))).replaceAll("");
  }

  @Test
  void noOtherFrameworkIsFetchedUnlessAsked() throws IOException {
    Map<String, String> files = new TreeMap<>(Map.of("parent", always(ROOT)));
    for (MatchResult module : MODULE.matcher(always(ROOT)).results().toList()) {
      files.put(module.group(1), always(ROOT.resolve(module.group(1))));
    }
    assertTrue(files.size() >= 9, () -> files.keySet().toString());
    files.forEach(
        (name, text) ->
            assertEquals(
                List.of(), OTHERS.matcher(text).results().map(MatchResult::group).toList(), name));
  }
}
