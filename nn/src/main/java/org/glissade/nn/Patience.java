package org.glissade.nn;

import java.util.Map;
import org.glissade.backend.Store;
import org.jspecify.annotations.Nullable;

/** Watches the validation loss of one call of fit. */
final class Patience {
  private final EarlyStopping rule;
  private final Store store;
  private double best = Double.POSITIVE_INFINITY;
  private int waited;
  private @Nullable Map<String, double[]> bestState;

  Patience(EarlyStopping rule, Store store) {
    this.rule = rule;
    this.store = store;
  }

  /** Takes in an epoch's loss and tells whether patience has run out. */
  boolean endsAfter(double loss) {
    if (loss < best - rule.minDelta()) {
      best = loss;
      waited = 0;
      bestState = rule.restoreBest() ? store.snapshot() : null;
      return false;
    }
    waited++;
    return waited >= rule.patience();
  }

  /** Brings back the best epoch, if that was asked for and there was one. */
  void restore() {
    if (bestState != null) {
      store.restore(bestState);
    }
  }
}
