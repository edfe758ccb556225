package org.glissade.nn;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far early stopping has waited.
 *
 * @param best the lowest validation loss so far; infinite before the first epoch
 * @param waited epochs in a row since then
 * @param tensors the variables of the best epoch, by name; empty unless they are to be restored
 */
public record PatienceState(double best, int waited, SortedMap<String, NamedTensor> tensors) {
  /** Before the first epoch, and of every run that does not stop early. */
  public static final PatienceState START =
      new PatienceState(Double.POSITIVE_INFINITY, 0, new TreeMap<>());

  /** Checks the number and copies the map. */
  public PatienceState {
    if (waited < 0) {
      throw new IllegalArgumentException(
          "Epochs waited for are counted from 0, but were " + waited);
    }
    tensors = Collections.unmodifiableSortedMap(new TreeMap<>(tensors));
  }
}
