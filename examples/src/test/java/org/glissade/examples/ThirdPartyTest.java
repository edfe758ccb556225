package org.glissade.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Jars of others on the class path: a good one works by name, a bad one is told of and harmless.
 */
class ThirdPartyTest {
  private static final String SOURCE =
      """
      import java.util.Set;
      import org.glissade.spi.Settings;
      import org.glissade.spi.Spi;
      import org.glissade.spi.Trait;
      import org.glissade.transform.GradientTransform;
      import org.glissade.transform.GradientTransformProvider;

      public final class %1$s implements GradientTransformProvider {
        %2$s
        @Override public String name() { return "other:%3$s"; }
        @Override public int spiVersion() { return Spi.VERSION; }
        @Override public String summary() { return "half of g"; }
        @Override public Set<Trait> traits() { return Set.of(Trait.ELEMENT_WISE); }
        @Override public GradientTransform create(Settings settings) {
          return (gradients, step) -> gradients.times(0.5);
        }
      }
      """;
  private static final byte NEWER_JAVA = 99;

  @TempDir private Path folder;

  private Path jar(String type, String member, UnaryOperator<byte[]> change) throws IOException {
    return ForeignJar.build(folder, type, List.of(source(type, member)), List.of(), change);
  }

  private Path source(String type, String member) throws IOException {
    String text = SOURCE.formatted(type, member, type.toLowerCase(Locale.ROOT));
    return Files.writeString(folder.resolve(type + ".java"), text);
  }

  /** A provider whose library is not in its jar. */
  private Path lonely() throws IOException {
    Path library = Files.writeString(folder.resolve("Library.java"), "final class Library {}");
    Path source = source("Lonely", "private final Library library = new Library();");
    return ForeignJar.build(
        folder, "Lonely", List.of(source, library), List.of("Library.class"), same -> same);
  }

  private List<Path> jars() throws IOException {
    String licence = "public Broken() { throw new IllegalStateException(\"no licence\"); }";
    return List.of(
        jar("Halve", "", same -> same),
        jar("Broken", licence, same -> same),
        lonely(),
        jar("Modern", "", ThirdPartyTest::newer));
  }

  private static byte[] newer(byte[] classFile) {
    byte[] changed = classFile.clone();
    changed[7] = NEWER_JAVA;
    return changed;
  }

  @Test
  void goodJarWorksByNameAndBadOnesAreListedWithTheirReason() throws Exception {
    List<Path> jars = jars();
    try (Fork list = Fork.start(jars, "--list")) {
      String text = list.rest();
      assertEquals(0, list.exitCode(), text);
      assertTrue(text.contains("  other:halve\n    half of g\n      traits: element-wise\n"), text);
      assertTrue(text.contains("  clip-by-norm\n"), text);
      String leftOut = text.substring(text.indexOf("Left out, of kind gradient transform:"));
      Golden golden = new Golden();
      golden.add("--list", leftOut);
      golden.assertSameAs("left-out.golden");
    }
    String data = SmallData.write(folder.resolve("data")).toString();
    String out = folder.resolve("out").toString();
    String chain = "other:halve | sgd(0.1)";
    try (Fork run =
        Fork.start(jars, "--transform", chain, "--data-dir", data, "--epochs", "1", "--out", out)) {
      String text = run.rest();
      assertEquals(0, run.exitCode(), text);
      assertTrue(Files.readString(folder.resolve("out/results.json")).contains(chain), text);
    }
  }
}
