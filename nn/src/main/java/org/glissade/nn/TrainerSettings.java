package org.glissade.nn;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.glissade.transform.GradientTransform;
import org.jspecify.annotations.Nullable;

/**
 * How a trainer trains.
 *
 * @param chain from gradients to updates
 * @param seed of the shuffles
 * @param batch examples of a step
 * @param epochs epochs to come to
 * @param norms whether steps tell the norms of the layers
 * @param measured whether steps take the norms before and after all links
 * @param earlyStopping when to end early; null for never
 * @param notes what checkpoints say of the run beside, by name
 * @param listeners who hears of it
 */
record TrainerSettings(
    GradientTransform chain,
    long seed,
    int batch,
    int epochs,
    boolean norms,
    boolean measured,
    @Nullable EarlyStopping earlyStopping,
    SortedMap<String, String> notes,
    List<TrainingListener> listeners) {
  TrainerSettings {
    notes = Collections.unmodifiableSortedMap(new TreeMap<>(notes));
    listeners = List.copyOf(listeners);
    requirePositive("batch", batch);
    requirePositive("epochs", epochs);
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, but was " + value);
    }
  }
}
