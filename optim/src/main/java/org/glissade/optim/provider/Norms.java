package org.glissade.optim.provider;

import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.tensor.Extent;

/** Settings of what takes norms. */
final class Norms {
  static final Setting<Extent> EXTENT =
      Setting.choice("extent", Extent.class, "What each norm is taken over.");
  static final Setting<Double> P =
      Setting.number(
              "p", Range.atLeastOrInfinite(1), "The power of the norm; inf is the largest |g|.")
          .orElse(2.0);

  private Norms() {}
}
