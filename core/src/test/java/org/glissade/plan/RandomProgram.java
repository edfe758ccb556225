package org.glissade.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import org.glissade.data.Field;
import org.glissade.tensor.Autodiff;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Effect;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;
import org.glissade.transform.Observation;
import org.glissade.transform.Report;
import org.glissade.transform.Update;
import org.glissade.transform.UpdateStage;

/**
 * A program made of a seed: an update stage alone, whose gradients are an input, or a network with
 * its gradients and an update stage.
 */
final class RandomProgram {
  private static final float[] EXTREMES = {
    Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1e30f, 1e-40f, -0.0f
  };

  private final Random random;
  private final boolean whole;
  private final Layout layout;
  private final Definition definition;

  private RandomProgram(long seed, boolean whole) {
    this.random = new Random(seed);
    this.whole = whole;
    this.layout = RandomLayout.of(random);
    this.definition = whole ? network() : updateStage();
  }

  static RandomProgram updateStage(long seed) {
    return new RandomProgram(seed, false);
  }

  static RandomProgram network(long seed) {
    return new RandomProgram(seed, true);
  }

  Definition definition() {
    return definition;
  }

  private Definition updateStage() {
    Graph graph = new Graph();
    Tensor flat = graph.flatInput("g", layout);
    Map<String, Tensor> outputs = new LinkedHashMap<>();
    Update update = update(flat, null, outputs);
    Tensor gradients = random.nextBoolean() ? flat : null;
    return new Definition("update", graph, layout, outputs, update.effects(), gradients);
  }

  private Definition network() {
    Graph graph = new Graph();
    Tensor step =
        graph.read(
            new Variable(
                UpdateStage.COUNT,
                Variable.Role.COUNTER,
                Space.SCALAR,
                Shape.of(),
                graph.scalar(0)));
    RandomNetwork network = new RandomNetwork(random, graph, layout, step);
    Tensor loss = network.loss();
    Map<String, Tensor> outputs = new LinkedHashMap<>();
    outputs.put("loss", loss);
    Tensor flat = graph.pack(layout, Autodiff.gradients(loss, layout.parameters()));
    Update update = update(flat, loss.toScalar(), outputs);
    outputs.put("dense", network.pick(t -> true));
    if (random.nextBoolean()) {
      outputs.put("another", network.pick(t -> true));
    }
    List<Effect> effects = new ArrayList<>(update.effects());
    effects.addAll(network.effects(loss.toScalar().lessThan(graph.scalar(0.3))));
    if (random.nextInt(10) == 0) {
      effects.clear();
    }
    return new Definition("train", graph, layout, outputs, effects, flat);
  }

  private Update update(
      Tensor flat, @org.jspecify.annotations.Nullable Tensor loss, Map<String, Tensor> outputs) {
    boolean grouped = !layout.groupNames().isEmpty();
    RandomTransform transforms = new RandomTransform(random, grouped, loss != null);
    Update update =
        UpdateStage.describe(layout, flat, loss, transforms.chain(), random.nextBoolean());
    for (Effect effect : update.effects()) {
      if (effect.target().role() == Variable.Role.STATE && random.nextInt(4) == 0) {
        outputs.put(effect.target().key() + " before", flat.graph().read(effect.target()));
      }
    }
    for (Report report : update.reports()) {
      outputs.put(report.name(), report.value());
    }
    for (Observation seen : update.observations()) {
      seen.before().ifPresent(norm -> outputs.put(seen.link() + " before", norm.squares()));
      seen.after().ifPresent(norm -> outputs.put(seen.link() + " after", norm.squares()));
    }
    if (random.nextBoolean()) {
      outputs.put("count", update.count());
    }
    Tensor old = flat.graph().read(Variable.parameters(layout));
    switch (random.nextInt(6)) {
      case 0 -> outputs.put("old", old);
      case 1 -> outputs.put("part", old.unpack(layout, layout.parameters().get(0)));
      case 2 -> outputs.put("flat", old.minus(flat));
      default -> {}
    }
    return update;
  }

  /** New data for the next step; now and then a gradient is extreme. */
  void feed(BiConsumer<String, Field> bind) {
    if (whole) {
      bind.accept("x", Field.f32(Shape.of(5), floats(RandomNetwork.BATCH * 5)));
      byte[] data = new byte[RandomNetwork.ROWS * 6];
      random.nextBytes(data);
      bind.accept("data", Field.u8(Shape.of(2, 3), data));
      int[] order = random.ints(RandomNetwork.ROWS, 0, RandomNetwork.ROWS).toArray();
      bind.accept("order", Field.i32(Shape.of(), order));
    } else {
      bind.accept("g", Field.f32(Shape.of(), floats(layout.size())));
    }
  }

  private float[] floats(int size) {
    float[] floats = new float[size];
    for (int i = 0; i < size; i++) {
      floats[i] = (float) random.nextGaussian();
    }
    if (random.nextInt(3) == 0) {
      floats[random.nextInt(size)] = EXTREMES[random.nextInt(EXTREMES.length)];
    }
    return floats;
  }
}
