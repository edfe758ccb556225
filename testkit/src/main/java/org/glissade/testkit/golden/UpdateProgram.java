package org.glissade.testkit.golden;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.glissade.backend.Backend;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.backend.Store;
import org.glissade.plan.Plan;
import org.glissade.plan.Planner;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Initializer;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Report;
import org.glissade.transform.Update;
import org.glissade.transform.UpdateStage;

/**
 * An update stage alone, run by the host. Gradients and parameters go through the Store, so that a
 * backend which computes in double gets them in double; here they are one array, the parameters one
 * after another without padding.
 */
public final class UpdateProgram implements AutoCloseable {
  /** Fills parameters with 0. */
  public static final Initializer ZEROS = (values, parameter, key) -> Arrays.fill(values, 0);

  private static final String GRADIENT = "given/gradient";
  private static final String LOSS = "given/loss";
  private static final String CURVATURE = "given/curvature";
  private static final String WEIGHTS = "weights";

  private final Layout layout;
  private final Session session;
  private final Program program;
  private final GradientTransform transform;
  private final Map<String, Report> reports = new LinkedHashMap<>();

  /** Compiles the update stage of a transform for parameters that lie so. */
  public UpdateProgram(Backend backend, Layout layout, GradientTransform transform) {
    this.layout = layout;
    Graph graph = new Graph();
    Shape shape = Shape.of(layout.size());
    Tensor none = graph.read(Variable.parameters(layout)).like(0);
    Tensor flat = graph.read(new Variable(GRADIENT, Variable.Role.STATE, Space.FLAT, shape, none));
    Tensor loss = graph.read(number(graph, LOSS, 1));
    UnaryOperator<Tensor> elsewhere = values -> elsewhere(values, flat);
    Update update = UpdateStage.describe(layout, flat, loss, elsewhere, transform, false);
    Map<String, Tensor> outputs = new LinkedHashMap<>();
    for (Report report : update.reports()) {
      reports.put(report.name(), report);
      outputs.put(report.name(), report.value());
    }
    Plan plan =
        Planner.plan(new Definition("update", graph, layout, outputs, update.effects(), flat));
    this.session = backend.open(SessionOptions.seed(1));
    this.program = session.compile(plan);
    this.transform = transform;
  }

  private Tensor elsewhere(Tensor values, Tensor flat) {
    Graph graph = flat.graph();
    Tensor away = values.minus(graph.read(Variable.parameters(layout)));
    return flat.plus(away.times(graph.read(number(graph, CURVATURE, 0))));
  }

  private static Variable number(Graph graph, String key, double initial) {
    Variable.Role role = Variable.Role.CURSOR;
    return new Variable(key, role, Space.SCALAR, Shape.of(), graph.scalar(initial));
  }

  /** The loss of the steps to come; 1 until it is given, and no part of it where none reads it. */
  public void loss(double loss) {
    give(LOSS, loss);
  }

  /**
   * The second derivative of the loss, everywhere and along every axis; 0 until it is given. By it
   * gradients at other values differ from those that are given.
   */
  public void curvature(double curvature) {
    give(CURVATURE, curvature);
  }

  private void give(String key, double value) {
    if (store().variables().containsKey(key)) {
      store().write(key, value);
    }
  }

  /** The weights that the transform says are to be evaluated with. */
  public double[] weights() {
    Graph graph = new Graph();
    Tensor flat =
        UpdateStage.evaluation(graph, layout, transform)
            .orElseGet(() -> graph.read(Variable.parameters(layout)));
    Map<String, Tensor> outputs = Map.of(WEIGHTS, flat);
    Definition definition = new Definition("weights", graph, layout, outputs, List.of(), null);
    double[] all = new double[layout.size()];
    Program reads = session.compile(Planner.plan(definition));
    reads.run();
    reads.read(WEIGHTS, all);
    return unpadded(all);
  }

  /** Runs one step with these gradients. */
  public void run(double... gradient) {
    store().write(GRADIENT, padded(gradient));
    program.run();
  }

  /** Replaces the parameters' values. */
  public void write(double... parameters) {
    store().write(Variable.PARAMETERS, padded(parameters));
  }

  /** The parameters' values. */
  public double[] parameters() {
    return read(Variable.PARAMETERS);
  }

  /** The values of a flat variable, such as a state. */
  public double[] read(String key) {
    return unpadded(store().read(key));
  }

  private double[] unpadded(double[] flat) {
    double[] values = new double[count()];
    int next = 0;
    for (int p = 0; p < layout.parameters().size(); p++) {
      System.arraycopy(flat, layout.offset(p), values, next, layout.length(p));
      next += layout.length(p);
    }
    return values;
  }

  /** What a report said in the last step, a number per group. */
  public double[] report(String name) {
    Report report = reports.get(name);
    if (report == null) {
      throw new IllegalArgumentException("no report %s; there are %s".formatted(name, reports));
    }
    double[] numbers = new double[report.value().shape().size()];
    program.read(name, numbers);
    return numbers;
  }

  /** Everything that outlives a step. */
  public Store store() {
    return session.store();
  }

  /** What runs. */
  public Plan plan() {
    return program.plan();
  }

  private double[] padded(double[] values) {
    if (values.length != count()) {
      throw new IllegalArgumentException(
          "%d numbers were given for %s with %d values"
              .formatted(values.length, layout.parameters(), count()));
    }
    double[] flat = new double[layout.size()];
    int next = 0;
    for (int p = 0; p < layout.parameters().size(); p++) {
      System.arraycopy(values, next, flat, layout.offset(p), layout.length(p));
      next += layout.length(p);
    }
    return flat;
  }

  private int count() {
    return layout.parameters().stream().mapToInt(parameter -> parameter.shape().size()).sum();
  }

  @Override
  public void close() {
    session.close();
  }
}
