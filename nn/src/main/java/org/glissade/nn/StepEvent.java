package org.glissade.nn;

/**
 * A step was made.
 *
 * @param epoch number of the epoch, from 1
 * @param batch number of the step within its epoch, from 1
 * @param step number of the step over all epochs, from 1
 * @param loss mean of the batch, before the step's update
 * @param run to ask for more
 */
public record StepEvent(int epoch, int batch, long step, double loss, TrainingRun run) {}
