package org.glissade.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command lines of the README do what they should, on a small data set. */
class ReadmeCommandsTest {
  private static final Path README =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolveSibling("README.md");
  private static final Pattern ARGS =
      Pattern.compile("^ *mvn .*exec:java.* -Dexec\\.args=\"(.*)\"", Pattern.MULTILINE);
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  @TempDir private Path folder;

  @Test
  void commandsWork() throws IOException {
    String data = SmallData.write(folder.resolve("data")).toString();
    int commands = 0;
    for (MatchResult found : ARGS.matcher(Files.readString(README)).results().toList()) {
      List<String> args = words(found.group(1));
      args.addAll(List.of("--data-dir", data, "--out", folder.resolve("out").toString()));
      Cli.Answer answer = Cli.run(args.toArray(String[]::new));
      assertEquals(0, answer.code(), found.group() + "\n" + answer.err());
      commands++;
    }
    assertTrue(commands >= 3, "commands found: " + commands);
  }

  private static List<String> words(String args) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(args);
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    return words;
  }
}
