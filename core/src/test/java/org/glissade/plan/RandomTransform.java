package org.glissade.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import org.glissade.tensor.Distribution;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.UnaryFn;
import org.glissade.transform.Chain;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.Link;
import org.glissade.transform.NonFinite;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;
import org.glissade.transform.Wrapper;

/** Rules that do a little of everything that a gradient transform may do. */
final class RandomTransform {
  private final Random random;
  private final boolean grouped;
  private final boolean withLoss;
  private int names;

  RandomTransform(Random random, boolean grouped, boolean withLoss) {
    this.random = random;
    this.grouped = grouped;
    this.withLoss = withLoss;
  }

  /** Up to four links under one of the policies for non-finite gradients. */
  GradientTransform chain() {
    List<Link> links = new ArrayList<>();
    if (random.nextInt(5) > 0) {
      links.add(Link.of("policy", new NonFinite(one(NonFinite.Policy.values()))));
    }
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      links.add(Link.of(random.nextInt(4) == 0 ? "" : "link-" + i, link()));
    }
    return new Chain(links);
  }

  private GradientTransform link() {
    if (random.nextInt(5) > 0) {
      return (g, step) -> rule(g, step, 2);
    }
    Wrapper wrapper =
        (g, step, rest) -> {
          Gradients updates =
              random.nextBoolean()
                  ? rest.apply(g, step)
                  : gated(g, step, inner -> rest.apply(g, inner));
          return remember(updates, step);
        };
    return wrapper;
  }

  /** A rule of a few parts; each part is one case of {@link #part}. */
  private Gradients rule(Gradients g, StepContext step, int depth) {
    Gradients result = g;
    int parts = 1 + random.nextInt(3);
    for (int i = 0; i < parts; i++) {
      result = part(result, step, depth);
    }
    return result;
  }

  private Gradients part(Gradients g, StepContext step, int depth) {
    return switch (random.nextInt(depth > 0 ? 16 : 13)) {
      case 0 -> g.within(extent(), x -> x.times(x.norm().maximum(0.5).reciprocalOrZero()));
      case 1 -> g.within(extent(), x -> x.times(x.norm().reciprocalOrZero()).times(0.3));
      case 2 -> g.within(extent(), x -> x.minus(random.nextBoolean() ? x.mean() : x.max()));
      case 3 -> g.minimum(1).maximum(-0.7);
      case 4 -> g.plus(step.values(g).times(0.01));
      case 5 -> remember(g, step);
      case 6 -> rememberGroups(g, step);
      case 7 -> g.times(step.count().plus(1).reciprocalOrZero());
      case 8 -> g.times(step.setting(name("rate"), 0.5));
      case 9 -> g.plus(step.random(name("noise"), one(Distribution.values()), g).times(0.1));
      case 10 -> elementWise(g, step);
      case 11 -> report(g, step);
      case 12 -> host(g, step);
      case 13 -> gated(g, step, inner -> rule(g, inner, depth - 1));
      case 14 -> g.route(test(), x -> rule(x, step, depth - 1), x -> rule(x, step, depth - 1));
      default -> g.map(this::ofParameter);
    };
  }

  /** Java that reads elements, groups and a number, and gives as many, of which one is used. */
  private Gradients host(Gradients g, StepContext step) {
    Gradients groups = g.within(extent(true), this::measure);
    List<Gradients> some = List.of(g, groups, g.scalar(step.count()));
    List<Gradients> given = step.host(name("host"), some, some, RandomTransform::mix);
    int used = random.nextInt(3);
    return used == 0 ? given.get(0) : g.times(given.get(used).plus(1).reciprocalOrZero());
  }

  /** All elements of an array meet. */
  private static void mix(List<double[]> inputs, List<double[]> results) {
    for (int i = 0; i < results.size(); i++) {
      double[] in = inputs.get(i);
      Arrays.setAll(results.get(i), j -> 0.75 * in[j] + 0.25 * in[in.length - 1 - j]);
    }
  }

  private Gradients gated(Gradients g, StepContext step, Function<StepContext, Gradients> rule) {
    return step.within(name("when"), s -> s.when(condition(g, s), rule));
  }

  private Gradients report(Gradients g, StepContext step) {
    step.report(name("report"), g.within(extent(true), this::measure));
    return g;
  }

  private Gradients elementWise(Gradients g, StepContext step) {
    Gradients weights = step.values(g);
    return switch (random.nextInt(6)) {
      case 0 -> weights.lessThan(g).select(g, weights);
      case 1 -> g.square().plus(0.1).sqrt().reciprocalOrZero().times(g);
      case 2 -> g.abs().minus(0.2).maximum(0).times(g.sign());
      case 3 -> g.unary(UnaryFn.TANH).dividedBy(weights.abs().plus(1));
      case 4 -> g.minus(g.within(extent(), Gradients::norm));
      default -> g.negate().minimum(weights).dividedBy(2).negate();
    };
  }

  private Gradients remember(Gradients g, StepContext step) {
    Gradients first = random.nextBoolean() ? g.zeros() : step.values(g).times(0.5);
    State state = step.state(name("momentum"), first);
    Gradients next = state.set(state.old().times(0.9).plus(g));
    return random.nextBoolean() ? next : g.plus(state.old().times(0.9));
  }

  /** A number per group that lives on, or one number. */
  private Gradients rememberGroups(Gradients g, StepContext step) {
    return g.within(
        extent(true),
        x -> {
          State norm = step.state(name("norm"), step.values(x).norm());
          Gradients next = norm.set(norm.old().times(0.5).plus(measure(x)));
          return x.times((random.nextBoolean() ? next : norm.old()).plus(1).reciprocalOrZero());
        });
  }

  private Gradients measure(Gradients g) {
    return switch (random.nextInt(4)) {
      case 0 -> g.max();
      case 1 -> g.sum();
      case 2 -> g.mean();
      default -> g.norm();
    };
  }

  private Tensor condition(Gradients g, StepContext step) {
    Tensor count = step.count();
    return switch (random.nextInt(withLoss ? 6 : 5)) {
      case 0 -> norm(g).lessThan(count.graph().scalar(3));
      case 1 -> norm(g).isFinite();
      case 2 -> everySecond(g, step);
      case 3 -> count.atMost(count.graph().scalar(1));
      case 4 -> alternating(g, step);
      default -> step.loss().lessThan(count.graph().scalar(0.5));
    };
  }

  private Tensor everySecond(Gradients g, StepContext step) {
    State steps = step.state(name("steps"), g.scalar(step.count().graph().scalar(0)));
    Tensor seen = steps.set(steps.old().plus(1)).value();
    return seen.times(0.5).floor().times(2).lessThan(seen);
  }

  /** A condition that is itself a state, which changes in the same step. */
  private Tensor alternating(Gradients g, StepContext step) {
    State due = step.state(name("due"), g.scalar(step.count().graph().scalar(random.nextInt(2))));
    due.set(due.old().negate().plus(1));
    return due.old().value();
  }

  private static Tensor norm(Gradients g) {
    Tensor[] norm = new Tensor[1];
    g.within(
        Extent.GLOBAL,
        x -> {
          norm[0] = x.norm().value();
          return x;
        });
    return norm[0];
  }

  private Tensor ofParameter(Parameter parameter, Tensor g) {
    Shape shape = g.shape();
    if (shape.rank() == 2 && random.nextBoolean()) {
      return g.times(1.5).minus(g.matmul(g, false, true).matmul(g).times(0.5));
    }
    return shape.rank() > 0 ? g.minus(g.mean(0)) : g.times(2);
  }

  private Predicate<Parameter> test() {
    Kind kind = one(Kind.values());
    return random.nextBoolean() ? p -> p.kind() == kind : p -> p.shape().rank() > 1;
  }

  private Extent extent() {
    return extent(false);
  }

  private Extent extent(boolean coarse) {
    List<Extent> extents = new ArrayList<>(List.of(Extent.values()));
    if (!grouped) {
      extents.remove(Extent.GROUP);
    }
    if (coarse) {
      extents.remove(Extent.ELEMENT);
    }
    return extents.get(random.nextInt(extents.size()));
  }

  private <T> T one(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  private String name(String base) {
    return base + names++;
  }
}
