package org.glissade.nn;

/**
 * A call of fit begins.
 *
 * @param backend what it runs on
 * @param dataset name of the training data
 * @param examples how many examples it has
 * @param batch examples of a step
 * @param batches steps of an epoch
 * @param epochs epochs to come to, counted from the beginning of the training
 * @param from how far earlier calls have come
 * @param run to ask for more
 */
public record RunStarted(
    String backend,
    String dataset,
    int examples,
    int batch,
    int batches,
    int epochs,
    TrainingPosition from,
    TrainingRun run) {}
