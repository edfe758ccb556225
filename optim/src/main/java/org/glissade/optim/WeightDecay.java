package org.glissade.optim;

import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * u + decay·p for the selected parameters and u for the others, p being a parameter's value.
 * Decoupled when it stands after the moments and before the learning rate (Loshchilov and Hutter,
 * arXiv:1711.05101); before the moments it is L2 regularisation. Like Optax's {@code
 * add_decayed_weights} it decays every parameter unless told otherwise.
 *
 * @param decay above 0; a schedule may end at 0
 * @param selection which parameters decay
 */
public record WeightDecay(Schedule decay, Selection selection) implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "weight-decay";

  /** What the decay is called as a setting. */
  public static final String DECAY = "decay";

  /** Checks the decay. */
  public WeightDecay {
    decay = Require.fading(Range.above(0), NAME + ": " + DECAY, decay);
  }

  /** Always the same decay, which is a setting. */
  public WeightDecay(double decay, Selection selection) {
    this(Schedule.constant(decay), selection);
  }

  /** Decays every parameter. */
  public WeightDecay(double decay) {
    this(decay, Selection.all());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    selection.check(NAME, gradients);
    Tensor share = decay.in(step, DECAY);
    return gradients.route(selection, g -> g.plus(step.values(g).times(share)), g -> g);
  }
}
