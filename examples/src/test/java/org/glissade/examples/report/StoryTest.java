package org.glissade.examples.report;

import static org.glissade.examples.report.SampleResults.died;
import static org.glissade.examples.report.SampleResults.exploded;
import static org.glissade.examples.report.SampleResults.explosion;
import static org.glissade.examples.report.SampleResults.plain;
import static org.glissade.examples.report.SampleResults.stopped;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoryTest {
  private static final String G = "Group";
  private static final double NO_TRANSFORM = Double.NaN;

  private static Story story(RunResult... runs) {
    return new Story(new Results(SampleResults.environment(), List.of(runs)));
  }

  private static String run(RunResult run) {
    return story(run).run(run);
  }

  private static String group(RunResult... runs) {
    return story(runs).group(new Results.Group(G, List.of(runs)));
  }

  @Test
  void usualRunsAsOneReadsThem() {
    assertEquals(Golden.text("story.txt"), new Story(SampleResults.usual()).text());
  }

  @Test
  void anExplosionNamesStepLayerAndGrowth() {
    RunResult run = exploded(plain(G, "none", NO_TRANSFORM, 0.098), explosion(3, "dense-1", 4_100));
    assertEquals(
        "Plain descent exploded: at step 3 the gradient norm of dense-1 was 4,100 times its first"
            + " value; accuracy ended at 9.8 % after 1 epoch, no better than guessing.",
        run(run));
  }

  @Test
  void anExplosionMayBeNonFiniteAndTheRunMayLearnYet() {
    RunResult run = exploded(plain(G, "clip", 0.97, 0.9), explosion(17, "dense-2", Double.NaN));
    assertEquals(
        "clip exploded: at step 17 the gradient of dense-2 was not finite; yet accuracy ended at"
            + " 90.0 % after 1 epoch. Its transform acted in 97 % of the steps: it sets the step"
            + " size.",
        run(run));
  }

  @Test
  void aDeathNamesLayerAndShare() {
    RunResult run = died(plain(G, "clip", 0, 0.1135), new Death("dense-2", 0.998));
    assertEquals(
        "clip died: 99.8 % of the outputs of dense-2 were zero on the test set at the end; accuracy"
            + " ended at 11.4 % after 1 epoch, no better than guessing. Its transform never acted.",
        run(run));
  }

  @Test
  void learningIsSaidWithWhatTheTransformDid() {
    assertEquals(
        "clip learned: accuracy ended at 97.6 % after 2 epochs. Its transform acted in 3 % of the"
            + " steps: a safety net.",
        run(plain(G, "clip", 0.031, 0.95, 0.976)));
    assertEquals(
        "clip learned: accuracy ended at 97.6 % after 1 epoch. Its transform acted in 40 % of the"
            + " steps.",
        run(plain(G, "clip", 0.4, 0.976)));
    assertEquals(
        "clip learned: accuracy ended at 97.6 % after 1 epoch. Its transform acted in every step:"
            + " it sets the step size.",
        run(plain(G, "clip", 1, 0.976)));
  }

  @Test
  void quietFailureIsCalledWhatItIs() {
    assertEquals(
        "Plain descent neither exploded nor died, but did not learn: accuracy ended at 15.0 % after"
            + " 1 epoch, no better than guessing.",
        run(plain(G, "none", NO_TRANSFORM, 0.15)));
    assertEquals(
        "Plain descent learned: accuracy ended at 15.1 % after 1 epoch.",
        run(plain(G, "none", NO_TRANSFORM, 0.1501 + 0.0009)));
  }

  @Test
  void aFallIsNotHidden() {
    assertEquals(
        "Plain descent learned: accuracy ended at 85.0 % after 3 epochs, down from 92.1 % in epoch"
            + " 2.",
        run(plain(G, "none", NO_TRANSFORM, 0.9, 0.921, 0.85)));
  }

  @Test
  void whatEndedInItsFirstEpochSaysWhy() {
    RunResult run = stopped(plain(G, "none", NO_TRANSFORM), "it was interrupted");
    assertEquals(
        "Plain descent: no epoch was finished. It stopped early: it was interrupted.", run(run));
    assertEquals("No run did better than guessing.", group(run, stopped(plain(G, "clip", 0), "x")));
    assertEquals("2 runs: none learned, none exploded, none died.", story(run, run).headline());
  }

  @Test
  void lossThatIsNotANumberAndUnmeasuredAccuracyAreSaid() {
    EpochPoint epoch = new EpochPoint(1, Double.NaN, Double.NaN, 4);
    RunResult none = plain(G, "none", NO_TRANSFORM);
    RunResult run =
        new RunResult(
            G,
            "none",
            none.transform(),
            none.settings(),
            List.of(epoch),
            none.loss(),
            none.gradientNorms(),
            1,
            NO_TRANSFORM,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            4,
            List.of(),
            Optional.empty());
    assertEquals(
        "Plain descent neither exploded nor died, but did not learn: the loss ended at NaN and the"
            + " test accuracy was not measured.",
        run(run));
  }

  @Test
  void groupsAreComparedWhoeverWins() {
    RunResult bad = plain(G, "none", NO_TRANSFORM, 0.098);
    RunResult good = plain(G, "none", NO_TRANSFORM, 0.971);
    RunResult clip = plain(G, "clip", 1, 0.934);
    RunResult lost = plain(G, "value", 1, 0.1);
    assertEquals("Plain descent did not learn; clip did, to 93.4 %.", group(bad, clip));
    assertEquals(
        "Plain descent did not learn; 1 of 2 runs with a transform did, the best clip (93.4 %).",
        group(bad, lost, clip));
    assertEquals(
        "Plain descent learned, to 97.1 %; no run with a transform did.", group(good, lost));
    assertEquals(
        "No transform did as well as plain descent (97.1 %); the best was clip (93.4 %).",
        group(good, clip));
    assertEquals(
        "Plain descent did as well (97.1 %) as the best transform, value (97.3 %).",
        group(good, plain(G, "value", 1, 0.973)));
    assertEquals(
        "Plain descent learned too (97.1 %); the best transform, value, reached 98.0 %.",
        group(good, plain(G, "value", 1, 0.98)));
    assertEquals("No run did better than guessing.", group(bad, lost));
    assertEquals("Best: clip with 93.4 %.", group(lost, clip));
    assertEquals("", group(clip));
  }

  @Test
  void aPlainRunWithoutAnEpochDidNotLearn() {
    RunResult none = stopped(plain(G, "none", NO_TRANSFORM), "the gradient is not finite");
    assertEquals(
        "Plain descent did not learn; clip did, to 93.4 %.",
        group(none, plain(G, "clip", 1, 0.934)));
  }

  @Test
  void noRunsAreSaidToBeNone() {
    assertEquals("No run was made.\n", story().text());
  }
}
