package org.glissade.testkit.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import org.glissade.backend.Backend;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.backend.Store;
import org.glissade.plan.FusionRules;
import org.glissade.plan.Planner;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;
import org.glissade.transform.Chain;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.Link;
import org.glissade.transform.NonFinite;
import org.glissade.transform.Update;
import org.glissade.transform.UpdateStage;
import org.jspecify.annotations.Nullable;

/**
 * An update stage alone. Gradients and the loss go through the Store, so that a backend which
 * computes in double gets them in double.
 */
final class Stage implements AutoCloseable {
  private static final String GIVEN = "given/";
  private static final String GRADIENT = GIVEN + "gradient";
  private static final String LOSS = GIVEN + "loss";
  private static final String UPDATE = "update";
  private static final long SEED = 42;

  /** One more unit in the last place of a float. */
  private static final double NEXT_FLOAT = 1 + 0x1p-23;

  private final Session session;
  private final Program program;
  private final Layout layout;
  private final SortedMap<String, double[]> initial;

  /** A stage that has a loss. */
  Stage(Backend backend, Layout layout, GradientTransform rule) {
    this(backend, layout, rule, FusionRules.ALL);
  }

  Stage(Backend backend, Layout layout, GradientTransform rule, FusionRules rules) {
    this.layout = layout;
    this.session = backend.open(SessionOptions.seed(SEED));
    this.program = session.compile(Planner.plan(definition(layout, rule, true), rules));
    this.initial = snapshot();
  }

  /**
   * The program.
   *
   * @param loss whether the transform may have a loss
   */
  static Definition definition(Layout layout, GradientTransform rule, boolean loss) {
    Graph graph = new Graph();
    Shape flat = Shape.of(layout.size());
    Tensor none = graph.read(Variable.parameters(layout)).like(0);
    Tensor gradients = graph.read(given(GRADIENT, Space.FLAT, flat, none));
    @Nullable Tensor scalar =
        loss ? graph.read(given(LOSS, Space.SCALAR, Shape.of(), graph.scalar(1))) : null;
    List<Tensor> updates = new ArrayList<>();
    GradientTransform watched =
        (g, step) -> {
          Gradients result = rule.apply(g, step);
          updates.add(g.zeros().plus(result).value());
          return result;
        };
    Link unguarded = Link.of("", new NonFinite(NonFinite.Policy.PROPAGATE));
    Chain chain = Chain.of(List.of(unguarded, Link.of("", watched)));
    Update update =
        UpdateStage.describe(
            layout, gradients, scalar, loss ? elsewhere(gradients, layout) : null, chain, false);
    Map<String, Tensor> outputs = new HashMap<>(Map.of(UPDATE, updates.get(0)));
    update.reports().forEach(report -> outputs.put(report.name(), report.value()));
    return new Definition("update", graph, layout, outputs, update.effects(), null);
  }

  /** The gradients of a loss that curves by 1/2 everywhere; finite where those here are not. */
  static UnaryOperator<Tensor> elsewhere(Tensor gradients, Layout layout) {
    Tensor here = gradients.graph().read(Variable.parameters(layout));
    Tensor finite = gradients.isFinite().select(gradients, gradients.like(0));
    return there -> finite.plus(there.minus(here).times(0.5));
  }

  private static Variable given(String key, Space space, Shape shape, Tensor initial) {
    return new Variable(key, Variable.Role.CURSOR, space, shape, initial);
  }

  /** Goes back to before the first step. */
  void restart() {
    store().restore(initial);
  }

  /**
   * What one step would subtract that began with other numbers, if the elements of all parameters
   * and states were each one float further out. The state changes.
   */
  double[] further(SortedMap<String, double[]> before, double... gradient) {
    store().restore(before);
    store()
        .variables()
        .forEach(
            (key, variable) -> {
              if (before.containsKey(key) && variable.space() == Space.FLAT) {
                store().write(key, Samples.changed(store().read(key), x -> x * NEXT_FLOAT));
              }
            });
    return run(gradient);
  }

  /** One step with these gradients: what the transform subtracts from the parameters. */
  double[] run(double... gradient) {
    store().write(GRADIENT, gradient);
    program.run();
    double[] update = new double[layout.size()];
    program.read(UPDATE, update);
    return update;
  }

  /** The loss of the steps to come. */
  void loss(double loss) {
    store().write(LOSS, loss);
  }

  /** Everything that a later step needs. */
  SortedMap<String, double[]> snapshot() {
    return store().snapshot();
  }

  Store store() {
    return session.store();
  }

  @Override
  public void close() {
    session.close();
  }
}
