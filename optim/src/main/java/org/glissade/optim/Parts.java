package org.glissade.optim;

import java.util.Arrays;
import org.glissade.transform.Chain;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Link;

/** Makes a transform of others. */
final class Parts {
  private Parts() {}

  /** A chain whose links add no names, so that states are called {@code adam/m}. */
  static Chain of(GradientTransform... parts) {
    return Chain.of(Arrays.stream(parts).map(part -> Link.of("", part)).toList());
  }
}
