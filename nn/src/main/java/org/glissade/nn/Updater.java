package org.glissade.nn;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.glissade.backend.Lookup;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.Store;
import org.glissade.data.Field;
import org.glissade.plan.Planner;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.NonFinite;
import org.glissade.transform.Update;
import org.glissade.transform.UpdateStage;

/**
 * Applies a chain to gradients that were computed elsewhere, such as by another framework: the
 * update stage of a training step without its backward stage. The parameters lie in its Store.
 *
 * <pre>{@code
 * try (Updater updater =
 *     Updater.of(chain)
 *         .parameter("dense/weight", Shape.of(4, 8), Kind.WEIGHT, weight)
 *         .parameter("dense/bias", Shape.of(8), Kind.BIAS, bias)
 *         .build()) {
 *   updater.gradient("dense/weight", gradientOfWeight).gradient("dense/bias", gradientOfBias);
 *   updater.step();
 *   updater.read("dense/weight", weight);
 * }
 * }</pre>
 *
 * <p>Transforms that need the loss cannot be used. Used by one thread at a time.
 */
public final class Updater implements AutoCloseable {
  private static final String GRADIENTS = "gradients";
  private static final String SEEN = "report/" + NonFinite.SEEN;

  private final Session session;
  private final Layout layout;
  private final Program program;
  private final boolean checked;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final BitSet given = new BitSet();
  private final float[] gradients;
  private final Field field;
  private final Recovery recovery;
  private long steps;
  private boolean begun;

  Updater(Layout layout, GradientTransform chain, Session session) {
    this.session = session;
    this.layout = layout;
    this.program = session.compile(Planner.plan(describe(layout, chain)));
    this.checked = program.plan().outputs().containsKey(SEEN);
    this.gradients = new float[layout.size()];
    this.field = Field.f32(Shape.of(layout.size()), gradients);
    this.recovery = new Recovery(NonFinite.of(chain), session.store());
    layout.parameters().forEach(p -> numbers.put(p.path(), layout.indexOf(p)));
  }

  private static Definition describe(Layout layout, GradientTransform chain) {
    Graph graph = new Graph();
    Tensor flat = graph.flatInput(GRADIENTS, layout);
    Update update = UpdateStage.describe(layout, flat, null, chain);
    Map<String, Tensor> outputs = new LinkedHashMap<>();
    update.reports().forEach(report -> outputs.put("report/" + report.name(), report.value()));
    return new Definition("update", graph, layout, outputs, update.effects(), null);
  }

  /** Begins to build one. */
  public static UpdaterBuilder of(GradientTransform chain) {
    return new UpdaterBuilder(chain);
  }

  /**
   * Gives the gradient of one parameter for the next step.
   *
   * @param values in C order, copied
   * @throws IllegalArgumentException if there is no such parameter, or it has another size
   */
  public Updater gradient(String path, float... values) {
    int number = number(path, values.length);
    System.arraycopy(values, 0, gradients, layout.offset(number), values.length);
    given.set(number);
    return this;
  }

  /**
   * Changes the parameters by the gradients that were given since the last step.
   *
   * @throws IllegalStateException if a parameter's gradient was not given; or if one is infinite or
   *     NaN and the chain's policy is to stop: then parameters and states are those before the
   *     step, and no step changes them until {@link #clearStop}; or if the policy skips or rolls
   *     back and has come to its limit
   * @throws IllegalArgumentException in the first step, if the policy lowers a rate that the chain
   *     does not have
   */
  public void step() {
    int missing = given.nextClearBit(0);
    if (missing < layout.parameters().size()) {
      throw new IllegalStateException(
          "The gradient of %s was not given: give one for each parameter before each step"
              .formatted(layout.parameters().get(missing).path()));
    }
    if (Fit.isStopped(store())) {
      throw new IllegalStateException(
          "A non-finite gradient has stopped this updater: look into it, then call clearStop()");
    }
    given.clear();
    if (!begun) {
      recovery.begin(steps);
      begun = true;
    }
    session.bind(GRADIENTS, field);
    program.run();
    steps++;
    if (checked && program.scalar(SEEN) == 1) {
      nonFinite();
    } else {
      recovery.good(steps);
    }
  }

  private void nonFinite() {
    String reason = recovery.bad();
    boolean stopped = Fit.isStopped(store());
    if (stopped || !reason.isEmpty()) {
      begun = false;
      throw stopped(NonFiniteTensor.find(layout, gradients), reason);
    }
    if (recovery.isDue()) {
      recovery.back(steps);
    }
  }

  private static IllegalStateException stopped(NonFiniteTensor where, String reason) {
    return new IllegalStateException(
        "The gradient of %s is not finite: element %d is %s, %d of %d are bad. "
                .formatted(
                    where.parameter(), where.element(), where.value(), where.bad(), where.size())
            + reason
            + "Nothing was changed by this step. Look into it"
            + (reason.isEmpty()
                ? ", then call clearStop(), or begin the chain with non-finite(skip-step)"
                : " before the next step"));
  }

  /** Lets steps change the parameters again after a non-finite gradient has stopped them. */
  public void clearStop() {
    if (Fit.isStopped(store())) {
      store().write(NonFinite.STOPPED, 0);
    }
  }

  /** A parameter as it is now, in C order; the length must be the parameter's. */
  public void read(String path, float[] into) {
    int number = number(path, into.length);
    double[] flat = store().read(Variable.PARAMETERS);
    for (int i = 0; i < into.length; i++) {
      into[i] = (float) flat[layout.offset(number) + i];
    }
  }

  private int number(String path, int length) {
    int number = Lookup.find("parameter", path, numbers);
    if (layout.length(number) != length) {
      Parameter parameter = layout.parameters().get(number);
      throw new IllegalArgumentException(
          "Parameter %s has %d elements, but the array has %d"
              .formatted(parameter, layout.length(number), length));
    }
    return number;
  }

  /** Parameters, states and counters. */
  public Store store() {
    return session.store();
  }

  /** Closes its session. */
  @Override
  public void close() {
    session.close();
  }
}
