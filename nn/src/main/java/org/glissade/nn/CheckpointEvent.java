package org.glissade.nn;

import java.nio.file.Path;

/**
 * A checkpoint was written.
 *
 * @param file where it is
 * @param position what it goes on from
 */
public record CheckpointEvent(Path file, TrainingPosition position) {}
