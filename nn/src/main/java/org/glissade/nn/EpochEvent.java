package org.glissade.nn;

import java.util.Optional;

/**
 * An epoch was finished.
 *
 * @param epoch its number, from 1
 * @param epochs epochs to come to
 * @param step steps over all epochs so far
 * @param loss mean of the examples of the epoch, each before the update of its step; steps that
 *     were skipped for a non-finite gradient are left out
 * @param validation how the model does on the validation data; empty without such data
 * @param seconds the training took, evaluation excluded; of the part since this fit began, where
 *     the epoch was begun earlier
 * @param samplesPerSecond examples trained on per second
 * @param run to ask for more
 */
public record EpochEvent(
    int epoch,
    int epochs,
    long step,
    double loss,
    Optional<Evaluation> validation,
    double seconds,
    double samplesPerSecond,
    TrainingRun run) {}
