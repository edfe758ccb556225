package org.glissade.examples.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How far a job of several runs is: one line, made without printing it.
 *
 * @param run number of the run, from 1
 * @param runs how many runs there are
 * @param name name of the run
 * @param epoch number of the epoch, from 1
 * @param epochs how many epochs the run has
 * @param step number of the step in the epoch, from 1
 * @param steps how many steps an epoch has
 * @param loss latest loss
 * @param testAccuracy latest test accuracy in 0..1, NaN before the first
 * @param samplesPerSecond examples trained per second
 * @param remaining estimated time to the end of the job, zero while it is not known
 */
public record Progress(
    int run,
    int runs,
    String name,
    int epoch,
    int epochs,
    long step,
    long steps,
    double loss,
    double testAccuracy,
    double samplesPerSecond,
    Duration remaining) {
  private static final String GAP = "  ";

  /** The whole line. */
  public String line() {
    return String.join(GAP, parts());
  }

  /**
   * The line in at most {@code width} characters: what matters least is left out first, then the
   * end is cut.
   */
  public String line(int width) {
    List<String> parts = parts();
    List<String> byWorth = List.of(speed(), stepPart(), accuracy(), lossPart());
    for (String least : byWorth) {
      if (String.join(GAP, parts).length() <= width) {
        break;
      }
      parts.remove(least);
    }
    String line = String.join(GAP, parts);
    return line.length() <= width ? line : line.substring(0, Math.max(0, width));
  }

  private List<String> parts() {
    List<String> parts = new ArrayList<>();
    parts.add("run " + run + "/" + runs + " " + name);
    parts.add("epoch " + epoch + "/" + epochs);
    parts.add(stepPart());
    parts.add(lossPart());
    if (!Double.isNaN(testAccuracy)) {
      parts.add(accuracy());
    }
    parts.add(speed());
    if (!remaining.isZero()) {
      parts.add("ETA " + Format.duration(remaining));
    }
    return parts;
  }

  private String stepPart() {
    return "step " + step + "/" + steps;
  }

  private String lossPart() {
    return "loss " + Format.number(loss);
  }

  private String accuracy() {
    return "test " + Format.percent(testAccuracy, 1);
  }

  private String speed() {
    return String.format(Locale.ROOT, "%,.0f samples/s", samplesPerSecond);
  }
}
