package org.glissade.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.glissade.spi.Range;
import org.glissade.tensor.Distribution;
import org.glissade.tensor.Effect;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Graph;
import org.glissade.tensor.HostFunction;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Members;
import org.glissade.tensor.Op;
import org.glissade.tensor.Partition;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;
import org.jspecify.annotations.Nullable;

/** Gathers what the transforms of one update stage ask for. */
final class UpdateBuilder {
  private final Graph graph;
  private final Layout layout;
  private final @Nullable Tensor loss;
  private final Set<String> keys = new HashSet<>(Set.of(Variable.PARAMETERS, UpdateStage.COUNT));
  private final Map<String, Double> settings = new HashMap<>();
  private final Map<String, NextValue> states = new LinkedHashMap<>();
  private final Map<String, Effect> counters = new LinkedHashMap<>();
  private final List<Report> reports = new ArrayList<>();
  private final List<Observed> observed = new ArrayList<>();
  private final boolean measured;
  private final @Nullable UnaryOperator<Tensor> gradientsAt;
  private final Map<String, Gradients> evaluations = new LinkedHashMap<>();
  private final List<Members> gathered = new ArrayList<>();
  private final Variable updates;
  private @Nullable Tensor gate;

  UpdateBuilder(
      Graph graph,
      Layout layout,
      @Nullable Tensor loss,
      @Nullable UnaryOperator<Tensor> gradientsAt,
      boolean measured) {
    this.graph = graph;
    this.layout = layout;
    this.loss = loss;
    this.gradientsAt = gradientsAt;
    this.measured = measured;
    this.updates = scalar(UpdateStage.COUNT, Variable.Role.COUNTER, 0);
  }

  Tensor updates() {
    return graph.read(updates);
  }

  Tensor parameterValues() {
    return graph.read(Variable.parameters(layout));
  }

  Tensor loss(String path) {
    if (loss == null) {
      throw new IllegalStateException(
          "%s needs the loss, but this update stage was given gradients without one"
              .formatted(path));
    }
    return loss;
  }

  Tensor gradientsAt(String path, Gradients values) {
    if (gradientsAt == null) {
      throw new IllegalStateException(
          "%s needs gradients at other values, but this update stage was given gradients without a loss"
              .formatted(path));
    }
    Tensor flat = values.flat();
    return gradientsAt.apply(everywhere(values.members(), flat, parameterValues()));
  }

  void gathered(Members members) {
    gathered.add(members);
  }

  void evaluation(String path, Gradients weights) {
    if (gathered.stream().anyMatch(weights.members()::meets)) {
      throw new IllegalStateException(
          "%s stands around accumulate and would take every step for an update: put it behind"
              .formatted(path));
    }
    evaluations.forEach(
        (other, earlier) -> {
          if (earlier.members().meets(weights.members())) {
            throw new IllegalStateException(
                "%s and %s both say with which weights to evaluate: keep one of them"
                    .formatted(other, path));
          }
        });
    evaluations.put(path, weights);
  }

  /** The weights to evaluate with; null if they are the values of the parameters. */
  @Nullable Tensor evaluation() {
    Tensor all = parameterValues();
    for (Gradients weights : evaluations.values()) {
      all = everywhere(weights.members(), weights.flat(), all);
    }
    return evaluations.isEmpty() ? null : all;
  }

  private Tensor everywhere(Members members, Tensor flat, Tensor others) {
    boolean all = members.count() == layout.parameters().size();
    return all ? flat : flat.route(layout, members, others);
  }

  State state(String key, Gradients initial, Occasion occasion) {
    NextValue next = remember(key, initial.value(), occasion);
    return new State(initial.with(next.old()), next);
  }

  DenseState denseState(String key, Tensor initial, Occasion occasion) {
    NextValue next = remember(key, initial, occasion);
    return new DenseState(next.old(), next);
  }

  private NextValue remember(String key, Tensor initial, Occasion occasion) {
    Variable variable =
        new Variable(key, Variable.Role.STATE, initial.space(), initial.shape(), initial);
    claim(key, "Two states are called %s: give one of the links a name of its own");
    NextValue next = new NextValue(variable, graph.read(variable), initial, occasion);
    states.put(key, next);
    return next;
  }

  /** One number for all parameters. */
  Gradients number(Tensor scalar) {
    return Gradients.of(layout, parameterValues()).scalar(scalar);
  }

  Tensor setting(String key, double initial, Range range) {
    Double known = settings.putIfAbsent(key, initial);
    if (known == null) {
      claim(key, "A setting and a state are called %s: give one of them another name");
    } else if (known != initial) {
      throw new IllegalStateException(
          "Two settings are called %s, one is %s and one %s: give one of them another name"
              .formatted(key, known, initial));
    }
    Tensor first = graph.scalar(initial);
    return graph.read(
        new Variable(key, Variable.Role.SETTING, Space.SCALAR, Shape.of(), first, range));
  }

  Tensor counter(String key, Occasion occasion) {
    Variable variable = scalar(key, Variable.Role.COUNTER, 0);
    Tensor old = graph.read(variable);
    claim(key, "Two conditions count under %s: open one of them within(name, ...) of its own");
    counters.put(key, occasion.effect(variable, old, old.like(0), old.plus(1)));
    return old;
  }

  /** No two variables of a Store have the same key. */
  private void claim(String key, String otherwise) {
    if (!keys.add(key)) {
      throw new IllegalStateException(otherwise.formatted(key));
    }
  }

  /** An update of all parameters counts as applied only where every such condition held. */
  void gate(Members members, Tensor condition) {
    if (members.count() == layout.parameters().size()) {
      gate = gate == null ? condition : gate.times(condition);
    }
  }

  Gradients random(String stream, Distribution distribution, Gradients like, Tensor step) {
    Tensor flat = graph.flatRandom(distribution, layout, stream, step);
    return like.with(flat, Extent.ELEMENT);
  }

  List<Gradients> host(
      String name, List<Gradients> inputs, List<Gradients> likes, HostFunction function) {
    List<Tensor> given = inputs.stream().map(this::own).toList();
    List<Tensor> alike = likes.stream().map(Gradients::value).toList();
    List<Gradients> results = new ArrayList<>();
    for (Tensor result : graph.host(name, function, given, alike)) {
      results.add(likes.get(results.size()).with(result));
    }
    return results;
  }

  /** The values of these parameters, and 0 for the others. */
  private Tensor own(Gradients values) {
    Tensor value = values.value();
    return value.space() == Space.FLAT ? everywhere(values.members(), value, value.like(0)) : value;
  }

  void report(String name, Gradients value, @Nullable Tensor condition) {
    Tensor numbers = value.value();
    if (numbers.space() == Space.FLAT) {
      throw new IllegalArgumentException(
          "Report %s has a value per element: report a norm, mean or maximum of it"
              .formatted(name));
    }
    Tensor voided =
        condition == null ? numbers : condition.select(numbers, numbers.like(Double.NaN));
    Partition partition = layout.partition(value.granularity(), value.members());
    reports.add(new Report(name, voided, partition.names()));
  }

  /** A wrapper that applies the rest twice is observed once. */
  void observe(Observed link) {
    if (observed.stream().noneMatch(other -> other.path().equals(link.path()))) {
      observed.add(link);
    }
  }

  private List<Observation> observations(List<Effect> effects) {
    Set<Tensor> roots = new HashSet<>();
    for (Effect effect : effects) {
      roots.add(effect.value());
      if (effect.when() != null) {
        roots.add(effect.when());
      }
    }
    Set<Tensor> computed = Set.copyOf(Graph.needed(roots));
    Set<Tensor> known = new HashSet<>(computed);
    return observed.stream()
        .map(link -> measured ? link.measured(known) : link.known(known))
        .map(observation -> observation.voided(computed))
        .toList();
  }

  Update finish(Gradients result) {
    List<Effect> effects = new ArrayList<>();
    effects.add(parameterEffect(result.flat(), null));
    states.values().forEach(state -> effects.add(state.effect()));
    effects.addAll(counters.values());
    effects.add(new Effect(updates, updates().plus(1), gate));
    return new Update(effects, List.copyOf(reports), observations(effects), updates());
  }

  /**
   * An update that is zero unless a scalar condition holds leaves the parameters alone where it
   * fails.
   */
  private Effect parameterEffect(Tensor result, @Nullable Tensor when) {
    boolean conditional =
        result.op() instanceof Op.Select
            && result.input(0).op() instanceof Op.Broadcast
            && result.input(0).input(0).space() == Space.SCALAR
            && result.input(2).op() instanceof Op.Constant constant
            && constant.value() == 0;
    if (conditional) {
      Tensor condition = result.input(0).input(0);
      return parameterEffect(result.input(1), when == null ? condition : when.times(condition));
    }
    Variable parameters = Variable.parameters(layout);
    return new Effect(parameters, graph.read(parameters).minus(result), when);
  }

  private Variable scalar(String key, Variable.Role role, double initial) {
    return new Variable(key, role, Space.SCALAR, Shape.of(), graph.scalar(initial));
  }
}
