package org.glissade.optim.optimizer;

import java.util.Arrays;
import org.glissade.optim.Schedule;
import org.glissade.optim.Selection;
import org.glissade.optim.WeightDecay;
import org.glissade.transform.Chain;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.Link;
import org.glissade.transform.StepContext;

/** A transform that is a chain of parts. */
public interface Optimizer extends GradientTransform {
  /** What it is made of. */
  Chain parts();

  @Override
  default Gradients apply(Gradients gradients, StepContext step) {
    return parts().apply(gradients, step);
  }

  /** No weight decay. */
  Schedule NONE = Schedule.constant(0);

  /** A chain whose links add no names, so that states are called {@code lamb/m}. */
  static Chain chain(GradientTransform... parts) {
    return Chain.of(Arrays.stream(parts).map(part -> Link.of("", part)).toList());
  }

  /** Decoupled weight decay; nothing where the decay is 0. */
  static GradientTransform decay(Schedule decay) {
    return decay.isZero()
        ? (gradients, step) -> gradients
        : new WeightDecay(decay, Selection.all());
  }
}
