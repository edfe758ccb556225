package org.glissade.optim.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acme.SoftClipProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glissade.optim.Adam;
import org.glissade.optim.ClipByNorm;
import org.glissade.optim.LearningRate;
import org.glissade.optim.Renormalize;
import org.glissade.optim.Sgd;
import org.glissade.optim.clip.Sign;
import org.glissade.spi.Catalog;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Spi;
import org.glissade.spi.Trait;
import org.glissade.tensor.Extent;
import org.glissade.transform.Chain;
import org.glissade.transform.ChainReader;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.GradientTransformProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The linter finds every fault that is planted here, and says nothing of what is well. */
class LinterTest {
  private static final Path DOCS =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolveSibling("docs");

  private static List<Finding> lint(String text) {
    return Linter.load().lint(ChainReader.load().read(text));
  }

  private static List<String> links(String text) {
    return lint(text).stream().map(Finding::link).toList();
  }

  @Test
  void whatIsSaid() throws IOException {
    String said =
        Stream.of(
                "clip-by-norm(1, extent=layer) | renormalize(0.1, extent=parameter) | sgd(0.1)",
                "clip-by-value(1) | sign-sgd(0.01)",
                "learning-rate(0.1) | clip-by-norm(1, extent=global)",
                "sgd(0.1) | renormalize(1, extent=layer)",
                "clip-by-norm(1, extent=global) | clip-by-norm(2, extent=layer) | sgd(0.1)",
                "clip-by-norm(1e-9, extent=global) | adam(0.001)",
                "scale(1e-9) | adam(0.001)",
                "route({clip-by-norm(1, extent=layer) | sign | sgd(0.1)}, else={sgd(1)}, kind=bias)")
            .map(text -> "# " + text + "\n" + lines(lint(text)) + "\n")
            .collect(Collectors.joining());
    try (var golden = LinterTest.class.getResourceAsStream("findings.golden")) {
      String expected =
          golden == null ? "" : new String(golden.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(expected, said);
    }
  }

  private static String lines(List<Finding> findings) {
    return findings.stream().map(finding -> finding + "\n").collect(Collectors.joining());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clip-by-norm(1, extent=global) | sign | learning-rate(0.1)",
        "clip-by-norm(1, extent=global, p=inf) | renormalize(1, extent=global) | sgd(0.1)",
        "clip-by-norm(1, extent=element) | sign | learning-rate(0.1)",
        "clip-by-norm(1, extent=group) | renormalize(1, extent=unit) | sgd(0.1)",
        "clip-by-norm(1, extent=layer) | scale(0.5) | renormalize(1, extent=layer) | sgd(0.1)",
        "clip-by-norm(polynomial(1, steps=10, end=0.1), extent=layer) | sign | sgd(0.1)",
        "clip-grad-norm(1, extent=global) | renormalize(1, extent=layer) | sgd(0.1)",
        "smooth-clip(1, extent=layer) | sign | sgd(0.1)",
        "global-then-layer(2, layer=1) | renormalize(1, extent=layer) | sgd(0.1)",
        "clip-by-value(1) | sign | sgd(0.1)",
        "clip-by-value(1) | renormalize(1, extent=element) | sgd(0.1)",
        "renormalize(1, extent=layer) | sign-sgd(0.1)"
      })
  void aLengthThatIsLostIsFound(String text) {
    List<Finding> findings = lint(text);
    assertEquals(1, findings.size(), findings::toString);
    String first = text.replaceFirst("\\(.*", "");
    assertEquals(first, findings.get(0).link());
    assertTrue(findings.get(0).what().startsWith("does nothing: "), findings::toString);
    int bar = text.indexOf('|');
    String rest = text.substring(bar + 1);
    Alike.assertSameUpdates(text, rest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clip-by-norm(1, extent=unit) | renormalize(1, extent=parameter) | sgd(0.1)",
        "clip-by-norm(1, extent=layer) | renormalize(1, extent=global) | sgd(0.1)",
        "clip-by-value(1) | renormalize(1, extent=layer) | sgd(0.1)",
        "clip-by-norm(1, extent=layer) | momentum(0.9) | sign | sgd(0.1)",
        "clip-by-norm(1, extent=global) | signum(0.1)",
        "clip-by-norm(0.1, extent=layer) | clip-by-norm(0.1, extent=unit)"
            + " | renormalize(1, extent=layer) | sgd(0.1)",
        "clip-by-norm(0.1, extent=global) | adam(0.001)"
      })
  void aLengthThatCountsIsNot(String text) {
    List<Finding> findings = lint(text);
    assertTrue(
        findings.stream().noneMatch(f -> f.link().equals("clip-by-norm")), findings::toString);
    assertTrue(Alike.differ(text, text.substring(text.indexOf('|') + 1)), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sgd(0.1) | clip-by-norm(1, extent=global)",
        "learning-rate(cosine(0.1, total=10)) | clip-by-norm(1, extent=global)",
        "adam(0.001) | clip-by-value(1)",
        "lion(0.001) | clip-grad-norm(1, extent=global)",
        "momentum(0.9) | learning-rate(0.1) | smooth-clip(1, extent=layer)",
        "sgd(0.1) | sign"
      })
  void whatStandsBehindTheRateIsFound(String text) {
    List<Finding> findings = lint(text);
    assertEquals(1, findings.size(), findings::toString);
    assertTrue(findings.get(0).remedy().startsWith("put it before "), findings::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clip-by-norm(1, extent=global) | clip-by-norm(1, extent=global) | sgd(0.1)",
        "clip-by-norm(1, extent=global) | clip-by-norm(2, extent=unit) | sgd(0.1)",
        "clip-by-norm(1, extent=layer) | clip-by-norm(1, extent=parameter, p=3) | sgd(0.1)",
        "clip-by-norm(1, extent=layer) | clip-by-norm(1, extent=global, p=inf) | sgd(0.1)",
        "clip-by-norm(1, extent=layer) | clip-by-value(1) | sgd(0.1)",
        "clip-by-value(1) | clip-by-value(-1, high=2) | sgd(0.1)",
        "clip-by-norm(1, extent=global) | scale(-2) | clip-by-norm(2, extent=global) | sgd(0.1)",
        "renormalize(1, extent=global) | clip-by-norm(1.5, extent=layer) | sgd(0.1)",
        "clip-by-norm(1, extent=layer) | clip-by-value(0.1) | clip-by-norm(1, extent=layer)"
            + " | sgd(0.1)"
      })
  void aClipThatNeverActsIsFound(String text) {
    List<Finding> findings = lint(text);
    assertEquals(1, findings.size(), findings::toString);
    assertTrue(findings.get(0).what().startsWith("never acts: "), findings::toString);
    List<String> without = new ArrayList<>(List.of(text.split(" \\| ")));
    without.remove(without.size() - 2);
    Alike.assertSameUpdates(text, String.join(" | ", without));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clip-by-norm(1, extent=unit) | clip-by-norm(1, extent=layer) | sgd(0.1)",
        "clip-by-norm(2, extent=global) | clip-by-norm(1, extent=layer) | sgd(0.1)",
        "clip-by-norm(1, extent=layer) | clip-by-norm(1, extent=layer, p=1) | sgd(0.1)",
        "clip-by-value(1) | clip-by-norm(1, extent=layer) | sgd(0.1)",
        "clip-by-norm(1, extent=layer) | momentum(0.9) | clip-by-norm(1, extent=layer) | sgd(0.1)",
        "clip-by-value(1) | clip-by-value(-0.5, high=2) | sgd(0.1)",
        "global-then-layer(2, layer=1) | sgd(0.1)",
        "skip-or-clip(10, clip=1) | sgd(0.1)"
      })
  void clipsThatBothCountAreNot(String text) {
    assertEquals(List.of(), lint(text), text);
  }

  @Test
  void whatIsNotAboveEpsIsFound() {
    assertEquals(List.of("clip-by-value"), links("clip-by-value(1e-8) | adam(0.001)"));
    assertEquals(
        List.of("clip-by-norm"),
        links("clip-by-norm(1e-4, extent=layer) | rmsprop(0.1, eps=0.01)"));
    assertEquals(List.of("scale"), links("scale(-1e-10) | clip-by-value(1) | adamw(0.001)"));
    assertEquals(List.of(), links("clip-by-value(1e-7) | adam(0.001)"));
    assertEquals(List.of(), links("scale(1e-10) | renormalize(1, extent=global) | adam(0.001)"));
    assertEquals(List.of(), links("clip-by-value(1e-9) | sgd(0.1)"));
  }

  /** Every chain that the pages of transforms show, and whatever each name means by itself. */
  @Test
  void nothingIsSaidOfThePages() throws IOException {
    try (Stream<Path> files = Files.list(DOCS)) {
      for (Path page :
          files.filter(f -> f.getFileName().toString().startsWith("transforms")).toList()) {
        Pattern.compile("```text\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(page))
            .results()
            .flatMap(block -> block.group(1).lines())
            .forEach(line -> assertEquals(List.of(), lint(line), line));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sgd(0.1)",
        "clip-by-norm(1, extent=parameter) | sgd(0.1, momentum=0.9, nesterov=true)",
        "clip-by-norm(1, extent=global) | adam(0.001)",
        "non-finite(skip-step) | clip-by-value(0.1) | sgd(0.01)",
        "renormalize(0.9, extent=parameter) | sgd(0.01)",
        "renormalize(1, extent=layer) | momentum(0.9) | learning-rate(0.1)",
        "adam(1) | clip-by-norm(1, extent=layer) | learning-rate(0.001)",
        "adam(1) | weight-decay(0.01) | learning-rate(0.001)",
        "lion(1) | clip-by-norm(1, extent=layer) | learning-rate(0.001)",
        "lamb(0.001)",
        "sign-sgd(0.01)"
      })
  void nothingIsSaidOfUsualChains(String text) {
    assertEquals(List.of(), lint(text), text);
  }

  @Test
  void chainsMadeInJavaAreReadToo() {
    Linter linter = Linter.load();
    ClipByNorm clip = new ClipByNorm(1, Extent.GLOBAL);
    assertEquals(1, linter.lint(Chain.of(clip, new Sign(), new Sgd(0.1))).size());
    assertEquals(1, linter.lint(Chain.of(clip, new Renormalize(1, Extent.LAYER))).size());
    assertEquals(1, linter.lint(Chain.of(new LearningRate(0.1), clip)).size());
    assertEquals(1, linter.lint(Chain.of(clip, clip, new Sgd(0.1))).size());
    assertEquals(
        1, linter.lint(Chain.of(new ClipByNorm(1e-9, Extent.GLOBAL), new Adam(0.1))).size());
    assertEquals(0, linter.lint(Chain.of(clip, new Adam(0.1))).size());
    assertEquals(0, linter.lint(Chain.of((g, step) -> g.times(2), clip)).size());
    assertEquals(
        List.of("transform/clip-by-norm"),
        linter.lint(Chain.of(Chain.of(clip, new Sign()))).stream().map(Finding::link).toList());
  }

  /** A rule of someone else's, which the linter knows by its declaration alone. */
  private record Direction() implements GradientTransformProvider {
    private static final Setting<Extent> EXTENT =
        Setting.choice("extent", Extent.class, "What is made 1 long.");

    @Override
    public String name() {
      return "acme:direction";
    }

    @Override
    public int spiVersion() {
      return Spi.VERSION;
    }

    @Override
    public String summary() {
      return "g/‖g‖";
    }

    @Override
    public List<Setting<?>> settings() {
      return List.of(EXTENT);
    }

    @Override
    public Set<Trait> traits() {
      return Set.of(Trait.SCALE_INVARIANT, Trait.IDEMPOTENT, Trait.ZERO_PRESERVING);
    }

    @Override
    public GradientTransform create(Settings settings) {
      Extent extent = settings.get(EXTENT);
      return (g, step) -> g.within(extent, part -> part.times(part.norm().reciprocalOrZero()));
    }
  }

  @Test
  void ruleOfSomeoneElseIsKnownByItsTraits() {
    List<GradientTransformProvider> all = ChainReader.load().catalog().providers();
    Catalog<GradientTransformProvider> catalog =
        Catalog.of(
            GradientTransformProvider.class,
            Stream.concat(all.stream(), Stream.of(new Direction())).toList());
    ChainReader reader = new ChainReader(catalog);
    Linter linter = new Linter(catalog);
    String behind = " | acme:direction(layer) | learning-rate(0.1)";
    assertEquals(
        List.of("clip-by-norm"),
        linter.lint(reader.read("clip-by-norm(1, extent=layer)" + behind)).stream()
            .map(Finding::link)
            .toList());
    assertEquals(List.of(), linter.lint(reader.read("clip-by-norm(1, extent=parameter)" + behind)));
    assertEquals(
        List.of("acme:direction"),
        linter.lint(reader.read("learning-rate(0.1) | acme:direction(layer)")).stream()
            .map(Finding::link)
            .toList());
  }

  /** A clip of someone else's needs no line of the linter's. */
  @Test
  void clipOfSomeoneElseIsKnownByItsTraits() {
    List<GradientTransformProvider> all = ChainReader.load().catalog().providers();
    Catalog<GradientTransformProvider> catalog =
        Catalog.of(
            GradientTransformProvider.class,
            Stream.concat(all.stream(), Stream.of(new SoftClipProvider())).toList());
    Linter linter = new Linter(catalog);
    String clip = "acme:soft-clip(1, extent=layer)";
    for (String text :
        List.of(
            clip + " | sign | learning-rate(0.1)",
            clip + " | renormalize(1, extent=layer) | sgd(0.1)",
            "learning-rate(0.1) | " + clip)) {
      List<Finding> findings = linter.lint(new ChainReader(catalog).read(text));
      assertEquals(List.of("acme:soft-clip"), findings.stream().map(Finding::link).toList(), text);
    }
    for (String text :
        List.of(clip + " | sgd(0.1)", clip + " | renormalize(1, extent=global) | sgd(0.1)")) {
      assertEquals(List.of(), linter.lint(new ChainReader(catalog).read(text)), text);
    }
    List<Finding> small =
        linter.lint(
            new ChainReader(catalog).read("clip-by-value(1e-9) | " + clip + " | adam(0.001)"));
    assertEquals(List.of("clip-by-value"), small.stream().map(Finding::link).toList());
  }
}
