package org.glissade.examples.report;

import java.util.List;

/**
 * One chain of a study.
 *
 * @param chain its text
 * @param runs one for each seed, in the order of the seeds
 */
record StudyCell(String chain, List<StudyRun> runs) {
  StudyCell {
    runs = List.copyOf(runs);
  }

  Sample accuracy() {
    return new Sample(runs.stream().mapToDouble(StudyRun::accuracy).toArray());
  }

  /** The share of its runs that diverged. */
  double divergence() {
    return (double) runs.stream().filter(StudyRun::diverged).count() / runs.size();
  }

  /** Of the runs that finished an epoch, the median. */
  double secondsPerStep() {
    double[] measured =
        runs.stream()
            .mapToDouble(StudyRun::secondsPerStep)
            .filter(seconds -> !Double.isNaN(seconds))
            .toArray();
    return new Sample(measured).median();
  }
}
