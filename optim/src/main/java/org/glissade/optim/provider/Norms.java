package org.glissade.optim.provider;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.glissade.spi.ChoiceType;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.tensor.Extent;

/** Settings of what takes norms. */
final class Norms {
  static final Setting<Extent> EXTENT =
      Setting.choice("extent", Extent.class, "What each norm is taken over.");

  /** Where a history is kept of each group: not of single elements. */
  static final Setting<Extent> GROUPS =
      new Setting<>(
          "extent",
          new ChoiceType<>(Extent.class, groups()),
          true,
          Optional.empty(),
          "What each norm is taken over.");

  static final Setting<Double> P =
      Setting.number(
              "p", Range.atLeastOrInfinite(1), "The power of the norm; inf is the largest |g|.")
          .orElse(2.0);

  private Norms() {}

  private static Map<String, Extent> groups() {
    Map<String, Extent> groups = new LinkedHashMap<>();
    for (Extent extent : Extent.values()) {
      if (extent != Extent.ELEMENT) {
        groups.put(extent.label(), extent);
      }
    }
    return groups;
  }
}
