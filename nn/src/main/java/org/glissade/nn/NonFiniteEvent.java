package org.glissade.nn;

/**
 * A gradient was infinite or NaN.
 *
 * @param epoch number of the epoch, from 1
 * @param batch number of the step within its epoch, from 1
 * @param step number of the step over all epochs, from 1
 * @param loss of the batch
 * @param where the first bad tensor in backward order
 * @param stopped whether the training stops; otherwise the step was skipped
 */
public record NonFiniteEvent(
    int epoch, int batch, long step, double loss, NonFiniteTensor where, boolean stopped) {}
