package org.glissade.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.glissade.backend.Backend;
import org.glissade.data.Dataset;
import org.glissade.data.Field;
import org.glissade.layer.Layer;
import org.glissade.layer.LayerProvider;
import org.glissade.layer.Scope;
import org.glissade.nn.checkpoint.Checkpoint;
import org.glissade.nn.checkpoint.CheckpointListener;
import org.glissade.reference.ReferenceBackend;
import org.glissade.spi.Catalog;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Spi;
import org.glissade.spi.text.CallText;
import org.glissade.tensor.Shape;
import org.glissade.tensor.ShapeException;
import org.glissade.tensor.Tensor;
import org.glissade.transform.Chain;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.NonFinite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/layers.md, compiled, run, and compared with the page. */
class LayersPageTest {
  private static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void everyBlockOfThePageIsCodeOfThisTest() throws IOException {
    Path test = MODULE.resolve("src/test/java/org/glissade/nn/LayersPageTest.java");
    String source = unindented(Files.readString(test));
    List<String> blocks =
        JAVA.matcher(Files.readString(MODULE.resolveSibling("docs/layers.md")))
            .results()
            .map(match -> unindented(match.group(1)))
            .toList();

    assertEquals(4, blocks.size());
    blocks.forEach(
        block -> assertTrue(source.contains(block), () -> "not in this test:\n" + block));
  }

  private static String unindented(String code) {
    return code.lines().map(String::strip).collect(Collectors.joining("\n"));
  }

  @Test
  void aModel() {
    Layer network =
        Sequential.of(
            new Flatten(),
            new Dense(128, Initializers.he()),
            new Relu(),
            new Dropout(0.2),
            new Dense(10));
    Model model = new Model(network, Shape.of(28, 28), new SoftmaxCrossEntropy(), 1 / 255.0);

    assertEquals(Shape.of(10), model.output());
    assertEquals(List.of("relu-1"), model.activations());
    Layer unflattened = Sequential.of(new Dense(10));
    assertEquals(
        "Layer dense-1: a matrix product takes two matrices, but the shapes are [1, 28, 28] and"
            + " [28, 10]; flatten first",
        assertThrows(
                ShapeException.class,
                () -> new Model(unflattened, Shape.of(28, 28), new SoftmaxCrossEntropy()))
            .getMessage());
  }

  /** x + inner(x) - the running mean of that: a layer with a child and a buffer. */
  public record CenteredResidual(Layer inner, double decay) implements Layer {
    @Override
    public Tensor apply(Tensor x, Scope scope) {
      Tensor sum = x.plus(scope.child("inner", inner, x));
      Shape row = Shape.of(sum.shape().last());
      Scope.Buffer mean = scope.buffer("mean", row, 0);
      if (scope.training()) {
        Tensor now = sum.mean(0).reshape(row);
        mean.set(mean.old().times(decay).plus(now.times(1 - decay)));
      }
      return sum.minus(mean.old());
    }

    @Override
    public String name() {
      return "centered-residual";
    }
  }

  /** Offers a wide hidden layer. */
  public static final class WideProvider implements LayerProvider {
    private static final Setting<Integer> TIMES =
        Setting.integer("times", Range.atLeast(1), "Hundreds of units.").orElse(10);

    @Override
    public String name() {
      return "acme:wide";
    }

    @Override
    public int spiVersion() {
      return Spi.VERSION;
    }

    @Override
    public String summary() {
      return "A dense layer of many units.";
    }

    @Override
    public List<Setting<?>> settings() {
      return List.of(TIMES);
    }

    @Override
    public Layer create(Settings settings) {
      return new Dense(100 * settings.get(TIMES));
    }
  }

  @Test
  void aProvider() {
    LayerProvider provider =
        Catalog.of(LayerProvider.class, List.of(new WideProvider())).get("acme:wide");
    Settings settings = Settings.bind(provider.settings(), CallText.of("acme:wide"));
    assertEquals(new Dense(1000), provider.create(settings));
  }

  private static Model centered() {
    Layer network = Sequential.of(new CenteredResidual(new Dense(2), 0.5), new Dense(1));
    return new Model(network, Shape.of(2), new MeanSquaredError());
  }

  private static Dataset examples(float target) {
    return new Dataset() {
      @Override
      public String name() {
        return "two";
      }

      @Override
      public Field features() {
        return Field.f32(Shape.of(2), new float[] {1, 2, 3, 4});
      }

      @Override
      public Field targets() {
        return Field.f32(Shape.of(1), new float[] {1, target});
      }

      @Override
      public int classes() {
        return 0;
      }
    };
  }

  @Test
  void aLayerOfOnesOwnTrainsAndItsBufferIsKept() {
    try (Trainer trainer =
        Trainer.of(centered(), new Tiny.Momentum(0.01, 0))
            .backend(new ReferenceBackend())
            .batch(2)
            .epochs(200)
            .build()) {
      double before = trainer.evaluate(examples(2)).loss();
      trainer.fit(examples(2));
      double after = trainer.evaluate(examples(2)).loss();
      assertTrue(after < 0.1 * before, before + " to " + after);
      NamedTensor mean = trainer.state().tensor("centered-residual-1/mean");
      assertEquals(Shape.of(2), mean.shape());
      assertFalse(Arrays.equals(new double[2], mean.values()));
    }
  }

  @Test
  void aSkippedStepLeavesBuffersAlone() {
    GradientTransform skipping =
        Chain.of(new NonFinite(NonFinite.Policy.SKIP_STEP), new Tiny.Momentum(0.1, 0.9));
    try (Trainer trainer =
        Trainer.of(centered(), skipping).backend(new ReferenceBackend()).batch(2).build()) {
      trainer.fit(examples(Float.NaN));
      NamedTensor mean = trainer.state().tensor("centered-residual-1/mean");
      assertArrayEquals(new double[2], mean.values());
    }
  }

  @Test
  void training() {
    StringWriter out = new StringWriter();
    Dataset test = Tiny.quadrants("test", 100, 2);
    float[][] outputs = train(out, Tiny.quadrants("train", 300, 1), test);
    assertEquals(100, outputs.length);
    assertTrue(out.toString().contains("epoch 1/10"), out.toString());
    assertTrue(out.toString().contains("Accuracy"), out.toString());
    Path last = Checkpoint.latest(folder).orElseThrow();
    assertTrue(Checkpoint.read(last).position().epoch() >= 4, last.toString());
  }

  private float[][] train(StringWriter out, Dataset train, Dataset test) {
    Model model = Tiny.model();
    GradientTransform chain = new Tiny.Momentum(0.1, 0.9);
    Backend backend = new ReferenceBackend();
    try (Trainer trainer =
        Trainer.of(model, chain)
            .backend(backend)
            .seed(7)
            .batch(128)
            .epochs(10)
            .earlyStopping(EarlyStopping.patience(3))
            .listener(new ProgressListener(out))
            .listener(CheckpointListener.everyEpochs(folder, 1, 3))
            .build()) {
      Checkpoint.latest(folder).map(Checkpoint::read).ifPresent(trainer::resume);
      trainer.fit(train, test);
      out.write(trainer.evaluate(test).confusion().orElseThrow().stats());
      return trainer.predict(test.features());
    }
  }
}
