package org.glissade.testkit.backend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.glissade.data.Field;
import org.glissade.layer.ParameterTable;
import org.glissade.layer.Scope;
import org.glissade.tensor.Autodiff;
import org.glissade.tensor.DType;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Effect;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Update;
import org.glissade.transform.UpdateStage;

/**
 * A small network trained on data that lies beside the program: bytes picked by index.
 *
 * @param inputs of one example
 * @param units of each dense layer
 * @param batch examples in a step
 */
record Training(int inputs, List<Integer> units, int batch) {
  /** Examples that the data holds. */
  static final int EXAMPLES = 67;

  /** Where the reading of the data stands. */
  static final String POSITION = "position";

  /** What is run to train. */
  Definition step(String name, GradientTransform transform) {
    return step(name, new ParameterTable(), transform);
  }

  /** What is run to train a model whose parameters other programs share. */
  Definition step(String name, ParameterTable table, GradientTransform transform) {
    Graph graph = new Graph();
    Scope scope = Scope.root(table, true, graph.read(counter(graph, UpdateStage.COUNT)));
    Tensor losses = losses(graph, scope);
    Tensor loss = losses.mean();
    Layout layout = table.layout().grouped(parameter -> parameter.kind().label());
    Tensor flat = graph.pack(layout, Autodiff.gradients(loss, layout.parameters()));
    Update update = UpdateStage.describe(layout, flat, loss.toScalar(), transform);
    List<Effect> effects = new ArrayList<>(update.effects());
    effects.addAll(scope.effects());
    Map<String, Tensor> outputs = new HashMap<>();
    outputs.put("loss", loss);
    outputs.put("losses", losses);
    update.reports().forEach(report -> outputs.put("report " + report.name(), report.value()));
    return new Definition(name, graph, layout, outputs, effects, flat);
  }

  /** What is run to evaluate the same model. */
  Definition evaluation(String name, ParameterTable table) {
    Graph graph = new Graph();
    Scope scope = Scope.root(table, false, graph.scalar(0));
    Tensor index = index(graph);
    Tensor logits = logits(graph, scope, index);
    Tensor hits = logits.argMax().equalTo(labels(graph, index));
    Map<String, Tensor> outputs = Map.of("logits", logits, "hits", hits.sum());
    return new Definition(name, graph, table.layout(), outputs, List.of(), null);
  }

  private Tensor losses(Graph graph, Scope scope) {
    Tensor index = index(graph);
    return Network.crossEntropy(logits(graph, scope, index), labels(graph, index));
  }

  private Tensor logits(Graph graph, Scope scope, Tensor index) {
    Tensor pixels = graph.input("pixels", Shape.of(EXAMPLES, inputs), DType.U8);
    Tensor x = pixels.gather(index).toFloat().times(1 / 255.0);
    return Network.logits(x, scope, units.stream().mapToInt(Integer::intValue).toArray());
  }

  private Tensor labels(Graph graph, Tensor index) {
    Tensor labels = graph.input("labels", Shape.of(EXAMPLES), DType.U8);
    return labels.gather(index).toFloat().reshape(Shape.of(batch, 1));
  }

  private Tensor index(Graph graph) {
    Tensor order = graph.input("order", Shape.of(EXAMPLES), DType.I32);
    Variable position =
        new Variable(POSITION, Variable.Role.CURSOR, Space.SCALAR, Shape.of(), graph.scalar(0));
    return order.take(graph.read(position), batch);
  }

  private static Variable counter(Graph graph, String key) {
    return new Variable(key, Variable.Role.COUNTER, Space.SCALAR, Shape.of(), graph.scalar(0));
  }

  /** As many steps, each on other examples. */
  List<Feed> feeds(int steps) {
    Map<String, Field> data = data(1);
    List<Feed> feeds = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      double position = i * 11 % (EXAMPLES - batch + 1);
      feeds.add(new Feed("step " + i, data, Map.of(POSITION, new double[] {position})));
    }
    return feeds;
  }

  /** The data of every step. */
  Map<String, Field> data(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] pixels = new byte[EXAMPLES * inputs];
    random.nextBytes(pixels);
    byte[] labels = new byte[EXAMPLES];
    int[] order = new int[EXAMPLES];
    for (int i = 0; i < EXAMPLES; i++) {
      labels[i] = (byte) random.nextInt(units.get(units.size() - 1));
      order[i] = i * 2 % EXAMPLES;
    }
    return Map.of(
        "pixels", Field.u8(Shape.of(inputs), pixels),
        "labels", Field.u8(Shape.of(), labels),
        "order", Field.i32(Shape.of(), order));
  }
}
