package org.glissade.nn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.glissade.layer.LayerOutput;
import org.glissade.layer.ParameterTable;
import org.glissade.layer.Scope;
import org.glissade.tensor.Autodiff;
import org.glissade.tensor.DType;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Effect;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.Update;
import org.glissade.transform.UpdateStage;
import org.jspecify.annotations.Nullable;

/** Describes the programs of a model. */
record ModelPrograms(Model model, ParameterTable table) {
  /** The cursor of the training data. */
  static final String POSITION = "train.position";

  /** What a model finds out about its network: the shape of one output, the activation layers. */
  record Anatomy(Shape output, List<String> activations) {}

  /** Describes the network for one example and looks at it. */
  Anatomy inspect() {
    Graph graph = new Graph();
    Scope scope = Scope.root(table, false, graph.scalar(0));
    Shape shape = network(graph.constant(0, rows(1, model.example())), scope).shape();
    List<String> activations = activations(scope).stream().map(LayerOutput::path).toList();
    return new Anatomy(new Shape(shape.dims().subList(1, shape.rank())), activations);
  }

  private static List<LayerOutput> activations(Scope scope) {
    return scope.outputs().stream().filter(o -> o.layer() instanceof Activation).toList();
  }

  Definition describe(Purpose purpose) {
    if (purpose instanceof Purpose.Train training) {
      return train(training);
    }
    return purpose instanceof Purpose.Evaluate evaluation
        ? evaluate(evaluation)
        : predict((Purpose.Predict) purpose);
  }

  private Definition train(Purpose.Train purpose) {
    return training(purpose).definition();
  }

  /** A training step, and what its update stage tells of the chain. */
  record Training(Definition definition, Update update) {}

  /** Describes a training step. */
  Training training(Purpose.Train purpose) {
    Graph graph = new Graph();
    Examples data = purpose.data();
    int n = data.count();
    Tensor features = graph.input("train.features", rows(n, model.example()), data.features());
    Tensor targets = graph.input("train.targets", rows(n, data.target()), data.targets());
    Tensor order = graph.input("train.order", Shape.of(n), DType.I32);
    Variable cursor = scalar(graph, POSITION, Variable.Role.CURSOR);
    Tensor position = graph.read(cursor);
    Tensor picked = order.take(position, purpose.batch());
    Tensor count = graph.read(scalar(graph, UpdateStage.COUNT, Variable.Role.COUNTER));
    Scope scope = Scope.root(table, true, count);
    Batch batch = new Batch(features.gather(picked), targets.gather(picked));
    Tensor loss = loss(batch, scope);

    Layout layout = model.layout();
    Tensor flat = graph.pack(layout, Autodiff.gradients(loss, layout.parameters()));
    UnaryOperator<Tensor> elsewhere = values -> gradientsAt(values, batch, count);
    Update update =
        UpdateStage.describe(
            layout, flat, loss.toScalar(), elsewhere, purpose.chain(), purpose.measured());
    List<Effect> effects = new ArrayList<>(update.effects());
    effects.addAll(gated(scope.effects(), update));
    effects.add(new Effect(cursor, position.plus(purpose.batch()), null));
    Map<String, Tensor> outputs = outputs(loss, update);
    if (purpose.norms()) {
      Gradients gradients = Gradients.of(layout, flat);
      outputs.put("norms", gradients.within(Extent.LAYER, Gradients::norm).value());
    }
    return new Training(new Definition("train", graph, layout, outputs, effects, flat), update);
  }

  /** The examples of a step. */
  private record Batch(Tensor features, Tensor targets) {}

  private Tensor loss(Batch batch, Scope scope) {
    Tensor output = network(batch.features(), scope);
    return model.loss().perExample(output, batch.targets().toFloat()).mean();
  }

  /** Describes the network once more, with other values; what its layers remember is not told. */
  private Tensor gradientsAt(Tensor flat, Batch batch, Tensor count) {
    Layout layout = model.layout();
    Function<Parameter, Tensor> values = parameter -> flat.unpack(layout, parameter);
    Tensor loss = loss(batch, Scope.root(table, true, count, values));
    List<Tensor> given = layout.parameters().stream().map(values).toList();
    return flat.graph().pack(layout, Autodiff.gradientsBy(loss, given));
  }

  private static Map<String, Tensor> outputs(Tensor loss, Update update) {
    Map<String, Tensor> outputs = new LinkedHashMap<>();
    outputs.put("loss", loss);
    update.reports().forEach(report -> outputs.put("report/" + report.name(), report.value()));
    update.observations().forEach(seen -> LinkOutputs.declare(seen, outputs));
    return outputs;
  }

  /** What layers remember is kept back where the update is: a skipped step is atomic. */
  private static List<Effect> gated(List<Effect> effects, Update update) {
    Tensor when = gate(update);
    return effects.stream().map(e -> new Effect(e.target(), e.value(), when)).toList();
  }

  private static @Nullable Tensor gate(Update update) {
    for (Effect effect : update.effects()) {
      if (effect.target().key().equals(UpdateStage.COUNT)) {
        return effect.when();
      }
    }
    return null;
  }

  private Definition evaluate(Purpose.Evaluate purpose) {
    Graph graph = new Graph();
    Examples data = purpose.data();
    int n = purpose.batch();
    Tensor features = graph.input("evaluate.features", rows(n, model.example()), data.features());
    Tensor targets = graph.input("evaluate.targets", rows(n, data.target()), data.targets());
    Scope scope = evaluating(graph, purpose.weights());
    Tensor output = network(features, scope);
    Map<String, Tensor> outputs = new LinkedHashMap<>();
    outputs.put("losses", model.loss().perExample(output, targets.toFloat()));
    model.loss().classes(output).ifPresent(classes -> outputs.put("classes", classes));
    for (LayerOutput given : activations(scope)) {
      outputs.put("zeros/" + given.path(), zeroShare(given.value()));
    }
    return new Definition("evaluate", graph, model.layout(), outputs, List.of(), null);
  }

  private static Tensor zeroShare(Tensor value) {
    int n = value.shape().dim(0);
    Tensor rows = value.reshape(Shape.of(n, value.shape().size() / n));
    return rows.equalTo(rows.like(0)).mean(-1).reshape(Shape.of(n));
  }

  private Definition predict(Purpose.Predict purpose) {
    Graph graph = new Graph();
    Shape shape = rows(purpose.batch(), model.example());
    Tensor features = graph.input("predict.features", shape, purpose.features());
    Tensor output = network(features, evaluating(graph, purpose.weights()));
    Map<String, Tensor> outputs = Map.of("output", output);
    return new Definition("predict", graph, model.layout(), outputs, List.of(), null);
  }

  /** Layers get the parameters, or what a chain puts in their place. */
  private Scope evaluating(Graph graph, @Nullable GradientTransform weights) {
    Tensor step = graph.scalar(0);
    Optional<Tensor> flat =
        Optional.ofNullable(weights)
            .flatMap(chain -> UpdateStage.evaluation(graph, model.layout(), chain));
    return flat.isEmpty()
        ? Scope.root(table, false, step)
        : Scope.root(table, false, step, p -> flat.get().unpack(model.layout(), p));
  }

  private Tensor network(Tensor features, Scope scope) {
    return model.network().apply(features.toFloat().times(model.scale()), scope);
  }

  private static Variable scalar(Graph graph, String key, Variable.Role role) {
    return new Variable(key, role, Space.SCALAR, Shape.of(), graph.scalar(0));
  }

  private static Shape rows(int count, Shape example) {
    List<Integer> dims = new ArrayList<>();
    dims.add(count);
    dims.addAll(example.dims());
    return new Shape(dims);
  }
}
