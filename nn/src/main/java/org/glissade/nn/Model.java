package org.glissade.nn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.glissade.data.Dataset;
import org.glissade.layer.Layer;
import org.glissade.layer.ParameterTable;
import org.glissade.plan.Plan;
import org.glissade.plan.Planner;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Shape;
import org.glissade.tensor.ShapeException;
import org.glissade.transform.Observation;
import org.jspecify.annotations.Nullable;

/**
 * A network with what it takes and what it is to make small. It describes and plans the programs
 * that a {@link Trainer} runs, each once, and holds no numbers: those lie in the Store of a
 * session. Not thread-safe.
 */
public final class Model {
  private final Layer network;
  private final Shape example;
  private final Loss loss;
  private final double scale;
  private final ParameterTable table = new ParameterTable();
  private final Map<Purpose, Plan> plans = new HashMap<>();
  private final ModelPrograms.Anatomy anatomy;
  private final Layout layout;

  /**
   * A model that takes features as they are.
   *
   * @param network from features to outputs
   * @param example shape of one example's features
   * @param loss what training makes small
   */
  public Model(Layer network, Shape example, Loss loss) {
    this(network, example, loss, 1);
  }

  /**
   * A model that multiplies features by a number as they are read, such as 1/255.0 for bytes of
   * pixels.
   *
   * @throws ShapeException if the layers do not fit together or hold no parameter
   */
  public Model(Layer network, Shape example, Loss loss, double scale) {
    this(network, example, loss, scale, null);
  }

  private Model(
      Layer network,
      Shape example,
      Loss loss,
      double scale,
      @Nullable Function<Parameter, String> groups) {
    if (!Double.isFinite(scale)) {
      throw new IllegalArgumentException("scale must be a finite number, but was " + scale);
    }
    this.network = network;
    this.example = example;
    this.loss = loss;
    this.scale = scale;
    this.anatomy = new ModelPrograms(this, table).inspect();
    if (table.parameters().isEmpty()) {
      throw new ShapeException("The network has no parameter to train: add a layer such as dense");
    }
    Layout plain = table.layout();
    this.layout = groups == null ? plain : plain.grouped(groups);
  }

  /**
   * This model with a name for the group of each parameter, so that transforms can take their norms
   * over groups ({@code extent=group}).
   */
  public Model grouped(Function<Parameter, String> groups) {
    return new Model(network, example, loss, scale, groups);
  }

  /** From features to outputs. */
  public Layer network() {
    return network;
  }

  /** Shape of one example's features. */
  public Shape example() {
    return example;
  }

  /** Shape of one example's output. */
  public Shape output() {
    return anatomy.output();
  }

  /** The paths of its activation layers, from input to output. */
  public List<String> activations() {
    return anatomy.activations();
  }

  /** What training makes small. */
  public Loss loss() {
    return loss;
  }

  /** What features are multiplied by. */
  public double scale() {
    return scale;
  }

  /** Its parameters, and how they lie in the flat buffers. */
  public Layout layout() {
    return layout;
  }

  /** Describes a program anew, before anything is planned. */
  public Definition describe(Purpose purpose) {
    return new ModelPrograms(this, table).describe(purpose);
  }

  /** What can be told of each link of a training's chain. */
  List<Observation> observations(Purpose.Train purpose) {
    return new ModelPrograms(this, table).training(purpose).update().observations();
  }

  /** The plan for a purpose, made when it is first asked for. */
  public Plan plan(Purpose purpose) {
    Plan known = plans.get(purpose);
    if (known == null) {
      known = Planner.plan(describe(purpose));
      plans.put(purpose, known);
    }
    return known;
  }

  /** How many plans were made so far. */
  public int plansMade() {
    return plans.size();
  }

  /** One line for each parameter, then their number. */
  public String summary() {
    return ModelSummary.of(layout());
  }

  /**
   * Refuses a data set that does not fit.
   *
   * @throws ShapeException if its examples have another shape, or it has more classes than outputs
   */
  public void check(Dataset data) {
    Shape given = data.features().example();
    if (!given.equals(example)) {
      throw new ShapeException(
          "The model takes examples of shape %s, but those of data set %s have shape %s: change the"
                  .formatted(example, data.name(), given)
              + " model's example shape or the data set");
    }
    int outputs = Math.max(2, output().size());
    if (data.classes() > outputs) {
      throw new ShapeException(
          "Data set %s has %d classes, but the network gives %d outputs: give its last layer %d units"
              .formatted(data.name(), data.classes(), output().size(), data.classes()));
    }
  }
}
