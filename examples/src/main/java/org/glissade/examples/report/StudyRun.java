package org.glissade.examples.report;

/**
 * What a study keeps of a run.
 *
 * @param chain text of its chain
 * @param seed of its weights, data order and noise
 * @param accuracy on the test set in 0..1; that of guessing where no epoch was finished
 * @param diverged whether a gradient exploded or was not finite
 * @param secondsPerStep of training, evaluation excluded; NaN where no epoch was finished
 */
public record StudyRun(
    String chain, long seed, double accuracy, boolean diverged, double secondsPerStep) {
  public StudyRun {
    Checks.share("accuracy", accuracy);
  }
}
