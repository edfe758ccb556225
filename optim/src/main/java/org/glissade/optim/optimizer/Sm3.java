package org.glissade.optim.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.glissade.optim.LearningRate;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;
import org.glissade.transform.Chain;
import org.glissade.transform.DenseState;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * SM3 (Anil et al., arXiv:1901.11150): g/√(a + eps), averaged. a = g² + the least of the sums that
 * are kept for the rows, columns and further axes of a parameter; each keeps the largest a of its
 * slice. A vector keeps a itself.
 *
 * @param rate the learning rate
 * @param momentum decay of the mean of the updates, at least 0 and below 1
 * @param eps added to the root, above 0
 */
public record Sm3(Schedule rate, Schedule momentum, Schedule eps) implements Optimizer {
  /** The name in text. */
  public static final String NAME = "sm3";

  /** The usual momentum. */
  public static final double MOMENTUM = 0.9;

  /** The usual eps. */
  public static final double EPS = 1e-8;

  /** Checks the numbers. */
  public Sm3 {
    rate = Require.rate(NAME, rate);
    momentum = Require.in(Range.closedOpen(0, 1), NAME + ": momentum", momentum);
    eps = Require.in(Range.above(0), NAME + ": eps", eps);
  }

  /** A constant rate, the rest as usual. */
  public Sm3(double rate) {
    this(Schedule.constant(rate), Schedule.fixed(MOMENTUM), Schedule.fixed(EPS));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Chain parts() {
    return Optimizer.chain(
        this::direction,
        (gradients, step) -> new Mean("mean", momentum.in(step, "momentum")).next(gradients, step),
        new LearningRate(rate));
  }

  private Gradients direction(Gradients gradients, StepContext step) {
    Tensor added = eps.in(step, "eps");
    return gradients.map((parameter, g) -> direction(parameter, g, added, step));
  }

  private static Tensor direction(Parameter parameter, Tensor g, Tensor added, StepContext step) {
    int slices = Math.max(1, parameter.shape().rank());
    List<DenseState> sums = new ArrayList<>();
    Tensor least = null;
    for (int axis = 0; axis < slices; axis++) {
      Tensor zeros = g.graph().constant(0, slice(parameter.shape(), axis));
      DenseState sum = step.denseState("axis-%d/%s".formatted(axis, parameter.path()), zeros);
      sums.add(sum);
      least = least == null ? sum.old() : least.minimum(sum.old());
    }
    Tensor total = least == null ? g.square() : g.square().plus(least);
    for (int axis = 0; axis < slices; axis++) {
      int[] others = others(axis, slices);
      sums.get(axis).set(others.length == 0 ? total : total.max(others));
    }
    return g.dividedBy(total.plus(added).sqrt());
  }

  private static Shape slice(Shape shape, int kept) {
    Shape result = shape;
    for (int other : others(kept, shape.rank())) {
      result = result.with(other, 1);
    }
    return result;
  }

  private static int[] others(int axis, int rank) {
    return IntStream.range(0, rank).filter(other -> other != axis).toArray();
  }
}
