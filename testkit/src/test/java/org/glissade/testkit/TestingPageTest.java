package org.glissade.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glissade.backend.Backend;
import org.glissade.layer.Layer;
import org.glissade.layer.LayerProvider;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Spi;
import org.glissade.spi.Trait;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Initializer;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.GradientTransformProvider;
import org.glissade.transform.Gradients;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The code of docs/testing.md, compiled, run, and compared with the page. */
class TestingPageTest {
  private static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
  private static final Path PAGE = MODULE.resolveSibling("docs/testing.md");

  static class SoftClipTest {
    @TestFactory
    Stream<DynamicNode> contract() {
      return GradientTransformContract.of(new SoftClipProvider()).tests();
    }
  }

  static class AcmeBackendTest implements BackendContract {
    @Override
    public Backend backend() {
      return new AcmeBackend();
    }

    @Override
    public Set<Guarantee> guarantees() {
      return Set.of(Guarantee.SAME_BITS_FOR_ANY_THREAD_COUNT);
    }
  }

  @Test
  void everyBlockOfThePageIsCodeOfThisTest() throws IOException {
    String source =
        unindented(
            Files.readString(
                MODULE.resolve("src/test/java/org/glissade/testkit/TestingPageTest.java")));
    List<String> blocks =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(PAGE))
            .results()
            .map(match -> unindented(match.group(1)))
            .toList();
    assertEquals(5, blocks.size());
    blocks.forEach(
        block -> assertTrue(source.contains(block), () -> "not in this test:\n" + block));
  }

  @Test
  void transforms() {
    Outcome.of(new SoftClipTest().contract()).mustPass();
    SoftClipProvider provider = new SoftClipProvider();

    var chosen = GradientTransformContract.of(provider, "1, extent=unit", "1e-3, extent=global");

    var onAcme = GradientTransformContract.of(provider).on(new AcmeBackend());

    Outcome.of(chosen.tests()).mustPass();
    Outcome.of(onAcme.tests()).mustPass();
  }

  @Test
  void layers() {
    GatedProvider provider = new GatedProvider();

    var gated = LayerContract.of(provider, "3", "units=17").onExamplesOf(Shape.of(7), Shape.of(33));

    Outcome.of(gated.tests()).mustPass();
  }

  @Test
  void backends() {
    Outcome.of(new AcmeBackendTest().sessions()).mustPass();
  }

  @Test
  void failure() throws IOException {
    SoftClipProvider wrong = new SoftClipProvider(Set.of(Trait.SCALE_INVARIANT));
    String line =
        Files.readAllLines(PAGE).stream()
            .filter(l -> l.contains("==> expected"))
            .findFirst()
            .orElseThrow();
    Outcome.of(GradientTransformContract.of(wrong).tests())
        .mustFail("scale-invariant", line.strip());
  }

  private static String unindented(String code) {
    return code.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static final class AcmeBackend extends WrongBackend {}

  private static Gradients softClip(Gradients gradients, double bound, Extent extent) {
    return gradients.within(
        extent, g -> g.times(g.norm().plus(bound).reciprocalOrZero().times(bound)));
  }

  /** Offers bound·g/(‖g‖ + bound). */
  private record SoftClipProvider(Set<Trait> traits) implements GradientTransformProvider {
    private static final Setting<Double> BOUND =
        Setting.number("bound", Range.above(0), "What every norm stays below.");
    private static final Setting<Extent> EXTENT =
        Setting.choice("extent", Extent.class, "What each norm is taken over.");

    SoftClipProvider() {
      this(Set.of(Trait.ZERO_PRESERVING));
    }

    @Override
    public String name() {
      return "acme:soft-clip";
    }

    @Override
    public int spiVersion() {
      return Spi.VERSION;
    }

    @Override
    public String summary() {
      return "shortens smoothly";
    }

    @Override
    public List<Setting<?>> settings() {
      return List.of(BOUND, EXTENT);
    }

    @Override
    public GradientTransform create(Settings settings) {
      double bound = settings.get(BOUND);
      Extent extent = settings.get(EXTENT);
      return (gradients, step) -> softClip(gradients, bound, extent);
    }
  }

  /** Offers x·W·sigmoid(x·V). */
  private static final class GatedProvider implements LayerProvider {
    private static final Setting<Integer> UNITS =
        Setting.integer("units", Range.atLeast(1), "Outputs of one example.");
    private static final Initializer THIRDS =
        (values, parameter, key) -> Arrays.fill(values, 1 / 3f);

    @Override
    public String name() {
      return "acme:gated";
    }

    @Override
    public int spiVersion() {
      return Spi.VERSION;
    }

    @Override
    public String summary() {
      return "x·W·sigmoid(x·V)";
    }

    @Override
    public List<Setting<?>> settings() {
      return List.of(UNITS);
    }

    @Override
    public Layer create(Settings settings) {
      return (x, scope) -> {
        Shape shape = Shape.of(x.shape().last(), settings.get(UNITS));
        Tensor w = scope.parameter("weight", shape, THIRDS, Kind.WEIGHT, 1);
        Tensor v = scope.parameter("gate", shape, THIRDS, Kind.WEIGHT, 1);
        return x.matmul(w).times(x.matmul(v).sigmoid());
      };
    }
  }
}
