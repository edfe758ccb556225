package org.glissade.nn;

import java.util.SortedMap;

/**
 * A training went back to an earlier state after a gradient that was not finite. It goes on with
 * the next batch; steps are counted on.
 *
 * @param step number of the bad step, over all epochs, from 1
 * @param to after which step the state was kept
 * @param count how often this trainer has gone back, with this time
 * @param rates the learning rates as they are from now on, by the keys of their settings
 */
public record RollbackEvent(long step, long to, int count, SortedMap<String, Double> rates) {}
