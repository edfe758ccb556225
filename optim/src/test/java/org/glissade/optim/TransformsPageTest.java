package org.glissade.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acme.SoftClip;
import acme.SoftClipProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glissade.spi.Catalog;
import org.glissade.tensor.Extent;
import org.glissade.tensor.HostFunction;
import org.glissade.testkit.golden.UpdateProgram;
import org.glissade.transform.Chain;
import org.glissade.transform.ChainReader;
import org.glissade.transform.GradientTransformProvider;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;
import org.junit.jupiter.api.Test;

/** The code of docs/transforms*.md is compiled and run, and every transform has its entry. */
class TransformsPageTest {
  private static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();

  private final ChainReader reader = ChainReader.load();

  /** All pages of transforms, one after another. */
  private static String page() throws IOException {
    try (Stream<Path> files = Files.list(MODULE.resolveSibling("docs"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("transforms.*\\.md"))
          .sorted()
          .map(TransformsPageTest::read)
          .collect(Collectors.joining("\n"));
    }
  }

  private static List<String> blocks(String language) throws IOException {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(page())
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  private static String sources() throws IOException {
    try (Stream<Path> files = Files.walk(MODULE.resolve("src"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(TransformsPageTest::read)
          .collect(Collectors.joining("\n"));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Test
  void everyJavaBlockIsCodeOfThisModule() throws IOException {
    String sources = sources();
    List<String> blocks = blocks("java");
    assertEquals(8, blocks.size());
    blocks.forEach(block -> assertTrue(sources.contains(block), () -> "not compiled:\n" + block));
  }

  @Test
  void everyTextIsAChain() throws IOException {
    List<String> lines = blocks("text").stream().flatMap(String::lines).toList();
    assertTrue(lines.size() >= reader.catalog().providers().size());
    lines.forEach(
        line -> assertEquals(reader.read(line), reader.read(reader.read(line).toString())));
  }

  @Test
  void everyTransformHasItsEntry() throws IOException {
    for (GradientTransformProvider provider : reader.catalog().providers()) {
      String entry = page().split("\n### " + provider.name() + "\n", 2)[1].split("\n##", 2)[0];
      String twice = provider.name() + ": traits stand in docs/catalog, which is generated";
      assertFalse(entry.contains("\n- Traits: "), twice);
      assertTrue(entry.contains("\n- Source: "), provider.name());
      assertTrue(entry.matches("(?s).*```text\n.*" + provider.name() + "\\b.*"), provider.name());
    }
  }

  @Test
  void chains() {
    Chain chain = Chain.of(new ClipByNorm(1, Extent.PARAMETER), new Sgd(0.1));
    Chain same = ChainReader.load().read("clip-by-norm(1, extent=parameter) | sgd(0.1)");
    assertEquals(
        chain.links().stream().map(link -> link.transform()).toList(),
        same.links().stream().map(link -> link.transform()).toList());
  }

  @Test
  void schedules() {
    Schedule inverse = count -> count.like(0.1).dividedBy(count.plus(1));
    try (UpdateProgram program = Models.program(Models.vector(1), new LearningRate(inverse))) {
      program.run(10);
      program.run(10);
      assertArrayEquals(new double[] {-1.5}, program.parameters(), 1e-15);
    }
  }

  @Test
  void groups() {
    Groups groups = Groups.of("head", Selection.name("head/**")).and("body", Selection.all());
    assertEquals("body", groups.apply(Models.vector(1).parameters().get(0)));
  }

  private static Gradients atMedian(Gradients gradients, StepContext step) {
    HostFunction median =
        (inputs, results) -> {
          double[] sizes = Arrays.stream(inputs.get(0)).map(Math::abs).filter(x -> x > 0).toArray();
          Arrays.sort(sizes);
          results.get(0)[0] = sizes.length == 0 ? 0 : sizes[sizes.length / 2];
        };
    Gradients like = gradients.scalar(step.count());
    Gradients bound = step.host("median", List.of(gradients), List.of(like), median).get(0);
    return gradients.minimum(bound).maximum(bound.negate());
  }

  @Test
  void hostLinks() {
    Chain chain = Chain.of(TransformsPageTest::atMedian);
    try (UpdateProgram program = Models.program(Models.vector(4), chain)) {
      program.run(3, -1, 0, -20);
      assertArrayEquals(new double[] {-3, 1, 0, 3}, program.parameters(), 1e-15);
    }
  }

  @Test
  void aTransformOfOnesOwnWorksByName() {
    ChainReader theirs =
        new ChainReader(
            Catalog.of(GradientTransformProvider.class, List.of(new SoftClipProvider())));
    Chain chain = theirs.read("acme:soft-clip(1, extent=layer)");
    assertEquals(new SoftClip(1, Extent.LAYER), chain.links().get(0).transform());
    try (UpdateProgram program = Models.program(Models.vector(2), chain)) {
      program.run(3, 4);
      assertArrayEquals(new double[] {-0.5, -4.0 / 6}, program.parameters(), 1e-15);
    }
  }
}
