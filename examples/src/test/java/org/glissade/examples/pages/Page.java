package org.glissade.examples.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Markdown page of this repository.
 *
 * @param name its path from the root of the repository
 */
record Page(String name) {
  private static final Path EXAMPLES = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
  private static final Path ROOT = EXAMPLES.resolveSibling("");
  private static final Pattern LINK = Pattern.compile("(?<!`)\\[[^\\]`]+\\]\\(([^)\\s]+)\\)");

  /** Every page: at the root, below docs, and beside the code of a module. */
  static List<Page> all() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".md") && !name.matches("(.*/)?(target|\\..*)/.*"))
          .sorted()
          .map(Page::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All Java code of examples, its tests included, as {@link #unindented}. */
  static String sources() {
    try (Stream<Path> files = Files.walk(EXAMPLES.resolve("src"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(file -> unindented(read(file)))
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Code as it is compared: without indents and empty lines. */
  static String unindented(String code) {
    return code.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its text. */
  String text() {
    return read(ROOT.resolve(name));
  }

  /** Its fenced blocks of a language, as {@link #unindented}. */
  List<String> blocks(String language) {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(text())
        .results()
        .map(match -> unindented(match.group(1)))
        .toList();
  }

  /** The files that it links to and that are not there. */
  List<String> brokenLinks() {
    Path folder = ROOT.resolve(name).resolveSibling("");
    return LINK.matcher(text())
        .results()
        .map(match -> match.group(1))
        .filter(link -> !link.matches("(https?|mailto):.*") && !link.startsWith("#"))
        .map(link -> link.replaceFirst("#.*", ""))
        .filter(link -> !Files.exists(folder.resolve(link)))
        .toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
