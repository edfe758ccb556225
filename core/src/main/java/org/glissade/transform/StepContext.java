package org.glissade.transform;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.glissade.spi.Range;
import org.glissade.tensor.Distribution;
import org.glissade.tensor.HostFunction;
import org.glissade.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to one step: its number, the parameters' values, the loss, states, settings,
 * conditions, random numbers and reports. Names are told apart by the path of the links' given
 * names, so that a checkpoint finds each state again.
 */
public final class StepContext {
  private final UpdateBuilder builder;
  private final String path;
  private final Occasion occasion;
  private final @Nullable Tensor count;

  /** That of a whole update stage. */
  StepContext(UpdateBuilder builder) {
    this(builder, "", Occasion.ALWAYS, null);
  }

  private StepContext(
      UpdateBuilder builder, String path, Occasion occasion, @Nullable Tensor count) {
    this.builder = builder;
    this.path = path;
    this.occasion = occasion;
    this.count = count;
  }

  /**
   * Applied updates so far, a scalar: 0 in the first step. Under a condition only the steps where
   * it held count, and those since the last restart.
   */
  public Tensor count() {
    return count == null ? builder.updates() : count;
  }

  /**
   * The values that the parameters have before this step, in the same extent as these gradients.
   */
  public Gradients values(Gradients gradients) {
    return gradients.with(builder.parameterValues(), org.glissade.tensor.Extent.ELEMENT);
  }

  /** The step's loss, a scalar; an error where gradients were given without a loss. */
  public Tensor loss() {
    return builder.loss(path);
  }

  /**
   * The gradients that the same batch has at other values of these parameters (the others keep
   * theirs): a second forward and backward pass in the same step.
   *
   * @throws IllegalStateException where gradients were given, so that nothing can be differentiated
   */
  public Gradients gradientsAt(Gradients values) {
    return values.with(builder.gradientsAt(path, values), org.glissade.tensor.Extent.ELEMENT);
  }

  /**
   * Says with which weights the model is to be evaluated, and predicts, instead of with the values
   * of these parameters.
   *
   * @param weights an expression of what the Store holds: {@link #values}, {@link State#old},
   *     {@link #setting}, {@link #count}; between two steps these are the values after the last one
   * @throws IllegalStateException if two links say so for the same parameter
   */
  public void evaluation(Gradients weights) {
    builder.evaluation(path, weights);
  }

  /**
   * Something to remember.
   *
   * @param name told apart from the other states of this link
   * @param initial its value before the first step, any expression of constants and parameter
   *     values; its granularity (elements, groups or one number) is that of the state
   */
  public State state(String name, Gradients initial) {
    return builder.state(at(name), initial, occasion);
  }

  /** One number to remember, as {@link #state(String, Gradients)}. */
  public State state(String name, Tensor initial) {
    return builder.state(at(name), builder.number(initial), occasion);
  }

  /**
   * Something of any shape to remember, such as the row means of one matrix.
   *
   * @param name told apart from the other states of this link: let it end in the parameter's path
   * @param initial its value before the first step, an expression of constants; its shape is that
   *     of the state
   */
  public DenseState denseState(String name, Tensor initial) {
    return builder.denseState(at(name), initial, occasion);
  }

  /** A number that the user may change between steps, without a new plan; a scalar. */
  public Tensor setting(String name, double initial) {
    return setting(name, initial, Range.anyOrInfinite());
  }

  /** As above; {@link org.glissade.backend.Store#set} refuses what is not in a range. */
  public Tensor setting(String name, double initial, Range range) {
    return builder.setting(at(name), initial, range);
  }

  /**
   * What the last evaluation on other data found; a scalar, 0 before the first. The step after an
   * evaluation is the first that knows of it: there {@link Validation#COUNT} has grown.
   */
  public Tensor validation(Validation number) {
    return builder.setting(number.key(), 0, Range.anyOrInfinite());
  }

  /**
   * A rule under a condition. Where the condition (a scalar, 0 or 1) fails, no state of the rule
   * changes, its count does not advance, its reports are void (NaN) and its updates are zero.
   */
  public Gradients when(Tensor holds, Function<StepContext, Gradients> rule) {
    Occasion both = occasion.when(holds);
    Tensor inner = builder.counter(at("applied"), both);
    Gradients updates = rule.apply(new StepContext(builder, path, both, inner));
    builder.gate(updates.members(), Objects.requireNonNull(both.holds()));
    return updates.scalar(holds).select(updates, updates.zeros());
  }

  /**
   * A rule that begins anew: after a step in which the condition (a scalar, 0 or 1) holds, its
   * states have their first values again, and its count is 0.
   */
  public Gradients restarting(Tensor due, Function<StepContext, Gradients> rule) {
    Occasion anew = occasion.restarting(due);
    Tensor inner = builder.counter(at("since"), anew);
    return rule.apply(new StepContext(builder, path, anew, inner));
  }

  /** A rule whose names stand under one more name. */
  public Gradients within(String name, Function<StepContext, Gradients> rule) {
    return rule.apply(new StepContext(builder, at(name), occasion, count));
  }

  /**
   * Ordinary Java for what no expression says, such as a median: it is called in each step, and
   * what it fills is as fine-grained as the input. The program waits for it, so it costs far more
   * than the arithmetic of a step; see {@link HostFunction} for what it is given and must not do.
   *
   * <p>If it throws, the step fails with an error that names the link, and changes nothing. What it
   * gives is an update like any other: it is not looked at again, so a NaN in it reaches the
   * parameters, and the policy for non-finite gradients meets it in the step behind. Under {@link
   * #when} it is called also where the condition fails, and what it gives is then not taken.
   *
   * @param name for people: the plan prints it, and errors name it
   */
  public Gradients host(String name, Gradients input, HostFunction function) {
    return host(name, List.of(input), List.of(input), function).get(0);
  }

  /**
   * As {@link #host(String, Gradients, HostFunction)}, from several inputs to several results.
   *
   * @param inputs numbers of elements, of groups, or one number
   * @param likes expressions that the results are as fine-grained as, at least one; their values
   *     are not used
   */
  public List<Gradients> host(
      String name, List<Gradients> inputs, List<Gradients> likes, HostFunction function) {
    return builder.host(at(name), inputs, likes, function);
  }

  /** Random numbers for every element, new in each applied update. */
  public Gradients random(String name, Distribution distribution, Gradients like) {
    Tensor now = occasion.restart() == null ? count() : builder.updates();
    return builder.random(at(name), distribution, like, now);
  }

  /**
   * A by-product for listeners: a value per group, or one number. Void (NaN) where the condition
   * fails. A rule that may let gradients pass unchanged reports {@code acted}, above 0 where it did
   * not, so that a listener can tell in which steps it was needed.
   */
  public void report(String name, Gradients value) {
    builder.report(at(name), value, occasion.holds());
  }

  /** Takes note that not every step is an update of these parameters. */
  void gathered(Gradients gradients) {
    builder.gathered(gradients.members());
  }

  /** Takes note of what the link of this context was given, and what it made of it. */
  void observe(Gradients before, Gradients after) {
    builder.observe(new Observed(path, before, after, occasion.holds()));
  }

  /** This context under the names of another. */
  StepContext named(StepContext other) {
    return new StepContext(builder, other.path, occasion, count);
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + "/" + name;
  }
}
