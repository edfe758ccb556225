package org.glissade.testkit.backend;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Tensor;
import org.glissade.transform.Chain;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.Link;
import org.glissade.transform.State;

/** Update rules of every kind: norms within each extent, states, routes, conditions. */
final class Rules {
  private Rules() {}

  /** g·c/max(‖g‖, c), with the norms reported. */
  static GradientTransform clip(double bound, Extent extent) {
    return (gradients, step) ->
        gradients.within(
            extent,
            g -> {
              Gradients norm = g.norm();
              if (extent != Extent.ELEMENT) {
                step.report("norm", norm);
              }
              return g.times(norm.maximum(bound).reciprocalOrZero().times(bound));
            });
  }

  /** α·g/‖g‖. */
  static GradientTransform renormalize(double alpha, Extent extent) {
    return (gradients, step) ->
        gradients.within(extent, g -> g.times(g.norm().reciprocalOrZero()).times(alpha));
  }

  /** Means, sums and largest values within an extent. */
  static GradientTransform statistics(Extent extent) {
    return (gradients, step) ->
        gradients.within(
            extent, g -> g.minus(g.mean()).dividedBy(g.abs().max().plus(1)).plus(g.sum()));
  }

  static GradientTransform rate(double rate) {
    return (gradients, step) -> gradients.times(rate);
  }

  static GradientTransform momentum(double decay) {
    return (gradients, step) -> {
      State velocity = step.state("velocity", gradients.zeros());
      return velocity.set(velocity.old().times(decay).plus(gradients));
    };
  }

  static GradientTransform adam() {
    return (gradients, step) -> {
      Tensor t = step.count().plus(1);
      State m = step.state("m", gradients.zeros());
      State v = step.state("v", gradients.zeros());
      Gradients mean = m.set(m.old().times(0.9).plus(gradients.times(0.1)));
      Gradients square = v.set(v.old().times(0.999).plus(gradients.square().times(0.001)));
      Gradients corrected =
          square.times(t.like(0.999).power(t).negate().plus(1).reciprocalOrZero());
      Gradients direction = mean.dividedBy(corrected.sqrt().plus(1e-3));
      return direction.times(t.like(0.9).power(t).negate().plus(1).reciprocalOrZero());
    };
  }

  /** The largest norm of each group so far. */
  static GradientTransform largestSoFar(Extent extent) {
    return (gradients, step) ->
        gradients.within(
            extent,
            g -> {
              State largest = step.state("largest", step.values(g).norm());
              Gradients next = largest.set(largest.old().maximum(g.norm()));
              return g.times(next.reciprocalOrZero());
            });
  }

  /**
   * One rule for the biases, another for the rest, within each of which GLOBAL has its own sense.
   */
  static GradientTransform routed() {
    return (gradients, step) ->
        gradients.route(
            parameter -> parameter.kind() == Kind.BIAS,
            g -> clip(0.125, Extent.GLOBAL).apply(g, step).times(2),
            g -> g.plus(step.values(g).times(0.01)).minus(g.within(Extent.GLOBAL, x -> x.mean())));
  }

  /** Under two conditions, one within the other, which the host sets. */
  static GradientTransform conditional(GradientTransform rule) {
    return (gradients, step) ->
        step.when(
            step.setting("outer", 1),
            outer ->
                outer.within(
                    "within",
                    named ->
                        named.when(
                            named.setting("inner", 1), inner -> rule.apply(gradients, inner))));
  }

  /**
   * Java that finds for each parameter the middle of its gradients by size, at which they are cut,
   * and keeps the largest of them so far.
   */
  static GradientTransform hosted() {
    return (gradients, step) ->
        gradients.within(
            Extent.PARAMETER,
            g -> {
              State largest = step.state("largest", g.zeros().norm());
              Layout layout = g.layout();
              List<Gradients> found =
                  step.host(
                      "middle",
                      List.of(g, largest.old()),
                      List.of(g.sizes(), largest.old()),
                      (in, out) -> {
                        for (int p = 0; p < layout.parameters().size(); p++) {
                          int from = layout.offset(p);
                          double[] own =
                              Arrays.copyOfRange(in.get(0), from, from + layout.length(p));
                          double[] sizes = Arrays.stream(own).map(Math::abs).sorted().toArray();
                          out.get(0)[p] = sizes[sizes.length / 2];
                          out.get(1)[p] = Math.max(in.get(1)[p], sizes[sizes.length - 1]);
                        }
                      });
              step.report("largest", largest.set(found.get(1)));
              return g.minimum(found.get(0)).maximum(found.get(0).negate());
            });
  }

  /**
   * A rule for each parameter in its own shape: its matrix times its own transpose times itself.
   */
  static GradientTransform matrices() {
    return (gradients, step) ->
        gradients.map(
            (parameter, g) ->
                g.shape().rank() == 2
                    ? g.matmul(g, false, true).matmul(g).times(0.125).plus(g)
                    : g.times(2));
  }

  /** One after another. */
  static GradientTransform chain(GradientTransform... rules) {
    return Chain.of(
        IntStream.range(0, rules.length)
            .mapToObj(i -> Link.of("link-" + (i + 1), rules[i]))
            .toList());
  }
}
