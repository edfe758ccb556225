package org.glissade.examples.report;

import java.time.Instant;

/**
 * Where and on what a job ran.
 *
 * @param glissadeVersion version of this framework
 * @param javaVersion version and vendor of the JVM
 * @param machine operating system, architecture and processor, in words
 * @param backend the line in which the backend says what it is, and with how many threads
 * @param dataSet name of the data set
 * @param classes number of classes in the data set; guessing is right in 1 of {@code classes} cases
 * @param seed seed of weights, data order and noise
 * @param startedAt when the job began
 * @param seconds wall-clock time of the whole job
 */
public record Environment(
    String glissadeVersion,
    String javaVersion,
    String machine,
    String backend,
    String dataSet,
    int classes,
    long seed,
    Instant startedAt,
    double seconds) {
  public Environment {
    if (classes < 2) {
      throw new IllegalArgumentException("classes must be at least 2, got " + classes);
    }
  }
}
