package org.glissade.bench.race;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One contestant's result.
 *
 * @param name who
 * @param setup how it computed; empty if there is nothing to say
 * @param ours whether it is Glissade
 * @param sample what was measured; empty if it did not take part
 * @param ratio how often the best rival's median this median goes into; empty if there is no rival
 * @param share of what the machine can do
 * @param accuracy share of the test set that it told rightly
 * @param remark what a reader must know; may be empty
 */
public record Row(
    String name,
    String setup,
    boolean ours,
    Optional<Sample> sample,
    OptionalDouble ratio,
    OptionalDouble share,
    OptionalDouble accuracy,
    String remark) {

  /** One that took part. */
  static Row of(String name, String setup, boolean ours, Sample sample) {
    return new Row(
        name,
        setup,
        ours,
        Optional.of(sample),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        "");
  }

  /** One that did not take part, and why. */
  static Row absent(String name, String remark) {
    return new Row(
        name,
        "",
        false,
        Optional.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        remark);
  }

  Row withRatio(double value) {
    return new Row(name, setup, ours, sample, OptionalDouble.of(value), share, accuracy, remark);
  }

  Row withShare(double value) {
    return new Row(name, setup, ours, sample, ratio, OptionalDouble.of(value), accuracy, remark);
  }

  Row withAccuracy(double value) {
    return new Row(name, setup, ours, sample, ratio, share, OptionalDouble.of(value), remark);
  }

  /** Adds to what a reader must know. */
  Row noting(String more) {
    String all = remark.isEmpty() || more.isEmpty() ? remark + more : remark + "; " + more;
    return new Row(name, setup, ours, sample, ratio, share, accuracy, all);
  }
}
