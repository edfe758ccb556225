package org.glissade.testkit.layer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.data.Field;
import org.glissade.layer.ParameterTable;
import org.glissade.layer.Scope;
import org.glissade.plan.FusionRules;
import org.glissade.plan.Planner;
import org.glissade.tensor.Autodiff;
import org.glissade.tensor.DType;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Effect;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;
import org.glissade.testkit.backend.Parameters;

/**
 * A layer alone. Its input is a parameter too, the first one, so that its gradient is computed like
 * those of the others; the loss is the sum of the output times fixed random numbers.
 */
final class Rig implements AutoCloseable {
  private static final long SEED = 42;
  private static final String READOUT = "readout";
  private static final String LOSS = "loss";
  private static final String OUTPUT = "output";

  private final Description described;
  private final Session session;
  private final Program program;

  /** What a layer describes: the program, and what it would remember after a step. */
  record Description(Definition definition, Shape output, List<Effect> effects) {}

  Rig(Tested tested, boolean training, int batch) {
    this(tested, training, batch, FusionRules.ALL);
  }

  Rig(Tested tested, boolean training, int batch, FusionRules rules) {
    this.described = describe(tested, training, batch);
    this.session = tested.backend().open(SessionOptions.seed(SEED));
    Shape output = described.output();
    session.bind(READOUT, Field.f32(example(output), readout(output.size())));
    this.program = session.compile(Planner.plan(described.definition(), rules));
  }

  /** Describes the layer in a program of its own. */
  static Description describe(Tested tested, boolean training, int batch) {
    Graph graph = new Graph();
    ParameterTable table = new ParameterTable();
    Scope scope = Scope.root(table, training, graph.scalar(0));
    Tensor x = scope.parameter("input", of(batch, tested.example()), Parameters.UNIFORM, Kind.NORM);
    Tensor y = scope.child(Tested.SCOPE, tested.layer().get(), x).toFloat();
    assertTrue(
        y.shape().rank() > 0 && y.shape().dim(0) == batch,
        () ->
            "%s: the first axis of the output should count the %d examples, but its shape is %s"
                .formatted(tested, batch, y.shape()));
    Tensor loss = y.times(graph.input(READOUT, y.shape(), DType.F32)).sum();
    Layout layout = table.layout();
    Tensor gradients = graph.pack(layout, Autodiff.gradients(loss, layout.parameters()));
    Map<String, Tensor> outputs = Map.of(LOSS, loss, OUTPUT, y);
    Definition definition =
        new Definition(tested.name(), graph, layout, outputs, List.of(), gradients);
    return new Description(definition, y.shape(), scope.effects());
  }

  private static Shape of(int batch, Shape example) {
    List<Integer> dims = new ArrayList<>(example.dims());
    dims.add(0, batch);
    return new Shape(dims);
  }

  private static Shape example(Shape batch) {
    return new Shape(batch.dims().subList(1, batch.rank()));
  }

  private static float[] readout(int size) {
    SplittableRandom random = new SplittableRandom(SEED);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return values;
  }

  /** The input and the parameters of the layer. */
  Layout layout() {
    return described.definition().layout();
  }

  /** The values of the input and of the parameters, along the flat index. */
  double[] values() {
    return session.store().read(Variable.PARAMETERS);
  }

  /** Runs at these values. */
  void run(double... values) {
    session.store().write(Variable.PARAMETERS, values);
    program.run();
  }

  double loss() {
    return program.scalar(LOSS);
  }

  /** The output of the last run, all examples one after another. */
  double[] output() {
    double[] output = new double[described.output().size()];
    program.read(OUTPUT, output);
    return output;
  }

  /** The gradient of the loss by every value. */
  double[] gradients() {
    double[] gradients = new double[layout().size()];
    program.read(Definition.GRADIENTS, gradients);
    return gradients;
  }

  @Override
  public void close() {
    session.close();
  }
}
