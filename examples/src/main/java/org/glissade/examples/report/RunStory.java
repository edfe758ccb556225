package org.glissade.examples.report;

import java.util.ArrayList;
import java.util.List;
import org.glissade.nn.telemetry.LayerFinding;
import org.glissade.nn.telemetry.LinkSummary;

/** Two or three plain sentences on one run, derived from its numbers whatever they are. */
record RunStory(RunResult run, int classes) {
  /** An accuracy up to so many times that of guessing is called no better than guessing. */
  private static final double GUESSING_MARGIN = 1.5;

  private static final double FALL = 0.02;

  /** Whether the last finished epoch classifies clearly better than guessing. */
  boolean learned() {
    return run.finalAccuracy() > GUESSING_MARGIN / classes;
  }

  /** How the run is called in a sentence. */
  String subject() {
    return run.name().equals("none") ? "Plain descent" : run.name();
  }

  String text() {
    List<String> sentences = new ArrayList<>();
    sentences.add(whatHappened());
    run.stopped().ifPresent(reason -> sentences.add("It stopped early: " + reason + "."));
    if (run.transformed()) {
      sentences.add(whatTheTransformDid());
    }
    return String.join(" ", sentences);
  }

  private String whatHappened() {
    String trouble = trouble();
    String ending = ending();
    if (!trouble.isEmpty()) {
      return subject() + " " + trouble + (learned() ? "; yet " : "; ") + ending + ".";
    }
    if (learned()) {
      return subject() + " learned: " + ending + ".";
    }
    return run.epochs().isEmpty()
        ? subject() + ": " + ending + "."
        : subject() + " neither exploded nor died, but did not learn: " + ending + ".";
  }

  /** What went wrong, or nothing. */
  private String trouble() {
    String exploded = run.explosion().map(RunStory::describe).orElse("");
    String died =
        run.death()
            .map(
                d -> Format.share(d.zeroShare()) + " of the outputs of " + d.layer() + " were zero")
            .map(outputs -> outputs + " on the test set at the end")
            .orElse("");
    if (!exploded.isEmpty() && !died.isEmpty()) {
      return "exploded and died: " + exploded + ", and " + died;
    }
    if (!exploded.isEmpty()) {
      return "exploded: " + exploded;
    }
    return died.isEmpty() ? "" : "died: " + died;
  }

  private static String describe(LayerFinding explosion) {
    String at = "at step " + explosion.step() + " the gradient";
    return Double.isFinite(explosion.ratio())
        ? at
            + " norm of "
            + explosion.layer()
            + " was "
            + Format.number(explosion.ratio())
            + " times its first value"
        : at + " of " + explosion.layer() + " was not finite";
  }

  private String ending() {
    if (run.epochs().isEmpty()) {
      return "no epoch was finished";
    }
    double accuracy = run.finalAccuracy();
    String loss =
        Double.isFinite(run.finalLoss())
            ? ""
            : "the loss ended at " + Format.number(run.finalLoss()) + " and ";
    if (Double.isNaN(accuracy)) {
      return loss + "the test accuracy was not measured";
    }
    return loss
        + "accuracy ended at "
        + Format.percent(accuracy, 1)
        + " after "
        + Format.count(run.epochs().size(), "epoch")
        + (learned() ? fall(accuracy) : ", no better than guessing");
  }

  /** A remark where an earlier epoch was clearly better than the last. */
  private String fall(double accuracy) {
    return run.epochs().stream()
        .filter(e -> e.testAccuracy() > accuracy + FALL)
        .max((a, b) -> Double.compare(a.testAccuracy(), b.testAccuracy()))
        .map(e -> ", down from " + Format.percent(e.testAccuracy(), 1) + " in epoch " + e.epoch())
        .orElse("");
  }

  private String whatTheTransformDid() {
    double share = run.actedShare();
    if (share == 0) {
      return "Its transform never acted.";
    }
    String acted =
        share == 1
            ? "Its transform acted in every step"
            : "Its transform acted in " + Format.share(share) + " of the steps";
    if (share >= LinkSummary.STEP_SIZE_FROM) {
      return acted + ": it sets the step size.";
    }
    return acted + (share < LinkSummary.SAFETY_NET_BELOW ? ": a safety net." : ".");
  }
}
