package org.glissade.nn;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that a later run needs to go on as if nothing had happened. Flat variables are cut into
 * parameters: {@code parameters:dense-1/weight}, {@code adam/m:dense-1/weight}; the others stand
 * under their own key.
 *
 * @param identity which run it was
 * @param position how far it had come
 * @param patience how far early stopping had waited
 * @param tensors every variable of the Store, by name
 */
public record RunState(
    RunIdentity identity,
    TrainingPosition position,
    PatienceState patience,
    SortedMap<String, NamedTensor> tensors) {
  /** Copies the map. */
  public RunState {
    tensors = Collections.unmodifiableSortedMap(new TreeMap<>(tensors));
  }

  /**
   * Which tensor keeps this from being a state to go on from: a parameter that is not finite, or a
   * NaN anywhere; nothing if all are good.
   */
  public Optional<String> complaint() {
    return Goodness.complaint(this);
  }

  /** The tensor of this name. */
  public NamedTensor tensor(String name) {
    NamedTensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException(
          "The state holds no %s, but %s".formatted(name, tensors.keySet()));
    }
    return tensor;
  }
}
