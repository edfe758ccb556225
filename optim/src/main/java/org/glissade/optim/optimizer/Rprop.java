package org.glissade.optim.optimizer;

import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;

/**
 * Resilient backpropagation (Riedmiller and Braun, 1993): each element has a step size, which grows
 * where the sign of g stays and shrinks where it turns; there the element also rests for a step.
 * The update is sign(g)·size. For whole batches.
 *
 * @param rate the first step size, above 0
 * @param down factor where the sign turned, between 0 and 1
 * @param up factor where the sign stayed, above 1
 * @param least the smallest step size, above 0
 * @param most the largest step size, above 0
 * @param dialect whose numbers
 */
public record Rprop(
    double rate, Schedule down, Schedule up, Schedule least, Schedule most, Dialect dialect)
    implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "rprop";

  /** The usual rate. */
  public static final double RATE = 0.01;

  /** The usual down. */
  public static final double DOWN = 0.5;

  /** The usual up. */
  public static final double UP = 1.2;

  /** The usual least. */
  public static final double LEAST = 1e-6;

  /** The usual most. */
  public static final double MOST = 50;

  /** Whose numbers. */
  public enum Dialect {
    /** The default. */
    TORCH,
    /** Each step is taken one step late; the first does nothing. */
    OPTAX
  }

  /** Checks the numbers. */
  public Rprop {
    Require.in(Range.above(0), NAME + ": rate", rate);
    down = Require.in(Range.open(0, 1), NAME + ": down", down);
    up = Require.in(Range.above(1), NAME + ": up", up);
    least = Require.in(Range.above(0), NAME + ": least", least);
    most = Require.in(Range.above(0), NAME + ": most", most);
  }

  /** Everything as usual. */
  public Rprop() {
    this(
        RATE,
        Schedule.fixed(DOWN),
        Schedule.fixed(UP),
        Schedule.fixed(LEAST),
        Schedule.fixed(MOST),
        Dialect.TORCH);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    State last = step.state("last", gradients.zeros());
    State size = step.state("size", gradients.like(rate));
    Gradients agrees = gradients.sign().times(last.old().sign());
    Gradients turned = agrees.lessThan(gradients.zeros());
    Gradients shorter = gradients.like(down.in(step, "down"));
    Gradients factor = turned.select(shorter, gradients.like(up.in(step, "up")));
    Gradients aim = size.old().times(factor);
    Gradients changed = aim.maximum(least.in(step, "least")).minimum(most.in(step, "most"));
    Gradients next = size.set(agrees.select(changed, size.old()));
    Gradients rests = turned.select(gradients.zeros(), gradients.sign());
    Gradients now = rests.times(next);
    last.set(now);
    return dialect == Dialect.TORCH ? now : turned.select(gradients.zeros(), last.old());
  }
}
