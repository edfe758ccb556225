package org.glissade.nn;

import java.util.Map;
import java.util.TreeMap;
import org.glissade.backend.Store;
import org.jspecify.annotations.Nullable;

/** Watches the validation loss of a training until it ends. */
final class Patience {
  private final EarlyStopping rule;
  private final Store store;
  private double best;
  private int waited;
  private @Nullable Map<String, double[]> bestState;

  Patience(EarlyStopping rule, Store store) {
    this.rule = rule;
    this.store = store;
    set(PatienceState.START);
  }

  /** Takes in an epoch's loss and tells whether patience has run out. */
  boolean endsAfter(double loss) {
    if (loss < best - rule.minDelta()) {
      best = loss;
      waited = 0;
      bestState = rule.restoreBest() ? store.snapshot() : null;
    } else {
      waited++;
    }
    return isOver();
  }

  /** Whether patience has run out. */
  boolean isOver() {
    return waited >= rule.patience();
  }

  /** Brings back the best epoch, if that was asked for and there was one, and begins anew. */
  void end() {
    if (bestState != null) {
      store.restore(bestState);
    }
    set(PatienceState.START);
  }

  /** A copy of what a later run needs to go on waiting. */
  PatienceState state() {
    return new PatienceState(
        best,
        waited,
        bestState == null ? new TreeMap<>() : new StoreTensors(store).name(bestState));
  }

  /** Goes on from there. */
  void set(PatienceState state) {
    best = state.best();
    waited = state.waited();
    bestState =
        rule.restoreBest() && !state.tensors().isEmpty()
            ? new StoreTensors(store).join(state.tensors(), true)
            : null;
  }
}
