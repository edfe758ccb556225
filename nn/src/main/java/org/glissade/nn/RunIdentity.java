package org.glissade.nn;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which run a state belongs to. To go on from a state, seed, batch and the number of examples must
 * be the same; the rest is for people.
 *
 * @param seed of the run
 * @param batch examples of a step
 * @param dataset name of the training data
 * @param examples how many examples it has
 * @param chain text of the transforms
 * @param model summary of the parameters
 * @param backend what it ran on
 * @param notes what else was noted of it ({@link TrainerBuilder#note}), by name
 */
public record RunIdentity(
    long seed,
    int batch,
    String dataset,
    int examples,
    String chain,
    String model,
    String backend,
    SortedMap<String, String> notes) {
  /** Copies the map. */
  public RunIdentity {
    notes = Collections.unmodifiableSortedMap(new TreeMap<>(notes));
  }
}
