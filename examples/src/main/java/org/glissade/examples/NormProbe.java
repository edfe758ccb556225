package org.glissade.examples;

import java.util.List;
import org.glissade.tensor.Extent;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/** Changes nothing and reports the norms of the gradients over each of some extents. */
record NormProbe() implements GradientTransform {
  static final String NAME = "probe";
  static final List<Extent> EXTENTS = List.of(Extent.GLOBAL, Extent.LAYER, Extent.PARAMETER);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    for (Extent extent : EXTENTS) {
      step.report(extent.label(), gradients.within(extent, Gradients::norm));
    }
    return gradients;
  }

  /** What a listener asks for. */
  static String report(Extent extent) {
    return NAME + "/" + extent.label();
  }
}
