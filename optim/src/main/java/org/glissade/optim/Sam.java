package org.glissade.optim;

import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Tensor;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;
import org.glissade.transform.Wrapper;

/**
 * Sharpness-aware minimisation (Foret et al., arXiv:2010.01412): the rest of the chain gets the
 * gradients of the same batch at p + rho·g/‖g‖, where the loss is about the largest nearby. That is
 * a second forward and backward pass in every step. Adaptive (Kwon et al., arXiv:2102.11600): at p
 * + rho·p²·g/‖p·g‖. Source: Optax's {@code contrib.sam} in its opaque mode; a zero gradient, which
 * gives NaN there, moves nothing here.
 *
 * <p>A step whose second gradients are not all finite changes nothing, whatever the policy for
 * those of the first: {@code bad} reports it.
 *
 * @param rho above 0; a schedule may end at 0
 * @param extent what ‖g‖ is taken over; the paper's is GLOBAL
 * @param adaptive whether a parameter moves in proportion to itself
 */
public record Sam(Schedule rho, Extent extent, boolean adaptive) implements Wrapper {
  /** The name in text. */
  public static final String NAME = "sam";

  /** What rho is called as a setting. */
  public static final String RHO = "rho";

  /** Checks rho. */
  public Sam {
    rho = Require.fading(Range.above(0), NAME + ": " + RHO, rho);
  }

  /** Always the same rho, which is a setting; not adaptive. */
  public Sam(double rho, Extent extent) {
    this(Schedule.constant(rho), extent, false);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients around(Gradients gradients, StepContext step, GradientTransform rest) {
    Gradients values = step.values(gradients);
    Gradients away = gradients.within(extent, g -> direction(g, values));
    Gradients there = step.gradientsAt(values.plus(away.times(rho.in(step, RHO))));
    Gradients finite = there.within(Extent.GLOBAL, g -> g.sumOfSquares().isFinite());
    step.report("bad", finite.negate().plus(1));
    Tensor good = finite.value();
    return step.when(good, inner -> rest.apply(there, inner));
  }

  private Gradients direction(Gradients gradients, Gradients values) {
    if (!adaptive) {
      return gradients.times(gradients.norm().reciprocalOrZero());
    }
    Gradients scaled = gradients.times(values);
    return scaled.times(values).times(scaled.norm().reciprocalOrZero());
  }
}
