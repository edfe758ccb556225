package org.glissade.nn;

import java.util.Arrays;
import java.util.Locale;

/**
 * How often each class was taken for each other. Classes are numbered from 0. Precision, recall and
 * F1 are NaN for a class where they are 0/0; their means leave such classes out. Not thread-safe.
 */
public final class ConfusionMatrix {
  private final int classes;
  private final long[] counts;

  /** An empty matrix for this many classes. */
  public ConfusionMatrix(int classes) {
    if (classes < 2) {
      throw new IllegalArgumentException(
          "a confusion matrix needs at least 2 classes, but was given " + classes);
    }
    this.classes = classes;
    this.counts = new long[classes * classes];
  }

  /** Counts one example. */
  public void add(int actual, int predicted) {
    counts[index(actual, predicted)]++;
  }

  /** How many classes there are. */
  public int classes() {
    return classes;
  }

  /** How many examples of class {@code actual} were taken for {@code predicted}. */
  public long count(int actual, int predicted) {
    return counts[index(actual, predicted)];
  }

  /** Examples counted. */
  public long total() {
    return Arrays.stream(counts).sum();
  }

  /** Examples whose class was found. */
  public long correct() {
    long correct = 0;
    for (int c = 0; c < classes; c++) {
      correct += count(c, c);
    }
    return correct;
  }

  /** The share of examples whose class was found; NaN without examples. */
  public double accuracy() {
    return (double) correct() / total();
  }

  /** Of those taken for a class, the share that belongs to it. */
  public double precision(int c) {
    long taken = 0;
    for (int actual = 0; actual < classes; actual++) {
      taken += count(actual, c);
    }
    return (double) count(c, c) / taken;
  }

  /** Of those that belong to a class, the share that was taken for it. */
  public double recall(int c) {
    long belonging = 0;
    for (int predicted = 0; predicted < classes; predicted++) {
      belonging += count(c, predicted);
    }
    return (double) count(c, c) / belonging;
  }

  /** The harmonic mean of precision and recall, 2·hits / (taken + belonging). */
  public double f1(int c) {
    long both = 0;
    for (int other = 0; other < classes; other++) {
      both += count(other, c) + count(c, other);
    }
    return 2.0 * count(c, c) / both;
  }

  /** The mean of the precisions of all classes. */
  public double macroPrecision() {
    return mean(this::precision);
  }

  /** The mean of the recalls of all classes. */
  public double macroRecall() {
    return mean(this::recall);
  }

  /** The mean of the F1 of all classes. */
  public double macroF1() {
    return mean(this::f1);
  }

  /** For people: accuracy, macro precision, recall and F1, each class, and the matrix. */
  public String stats() {
    return new ConfusionText(this).print();
  }

  /** The accuracy in one line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%d of %d right (%.2f %%)", correct(), total(), 100 * accuracy());
  }

  private double mean(java.util.function.IntToDoubleFunction measure) {
    return java.util.stream.IntStream.range(0, classes)
        .mapToDouble(measure)
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElse(Double.NaN);
  }

  private int index(int actual, int predicted) {
    if (actual < 0 || actual >= classes || predicted < 0 || predicted >= classes) {
      throw new IndexOutOfBoundsException(
          "class %d taken for %d: classes are 0 to %d".formatted(actual, predicted, classes - 1));
    }
    return actual * classes + predicted;
  }
}
