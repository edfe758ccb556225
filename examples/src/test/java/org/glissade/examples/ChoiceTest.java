package org.glissade.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.glissade.tensor.Extent;
import org.junit.jupiter.api.Test;

/** What is kept and what is chosen, of numbers as trials give them. */
class ChoiceTest {
  private static final String GIVEN = "sgd(0.1)";

  private static Candidate candidate(String rule, Extent extent, double bound, int halves) {
    Candidate longest = Candidate.of(GIVEN, rule, extent, bound);
    return longest.shortened(GIVEN, halves);
  }

  private static Tried tried(Candidate candidate, double... accuracies) {
    return new Tried(
        candidate, Arrays.stream(accuracies).mapToObj(a -> new Tried.Run(a, a > 0.1, 1)).toList());
  }

  private static final Candidate PLAIN = Candidate.plain(GIVEN);
  private static final Candidate LONG = candidate("renormalize", Extent.PARAMETER, 10, 0);
  private static final Candidate MIDDLE = candidate("renormalize", Extent.PARAMETER, 10, 1);
  private static final Candidate SHORT = candidate("renormalize", Extent.PARAMETER, 10, 2);

  @Test
  void whatFailsWithOneSeedIsNotChosen() {
    Tried lucky = tried(LONG, 0.9, 0.9, 0.9, 0.1, 0.9);
    Tried steady = tried(SHORT, 0.73, 0.72, 0.74, 0.73, 0.73);
    assertEquals(Optional.of(steady), Choice.of(List.of(lucky, steady)));
  }

  @Test
  void fewSeedsDoNotWinAgainstMany() {
    Tried lucky = tried(LONG, 0.9);
    Tried steady = tried(SHORT, 0.73, 0.72);
    assertEquals(Optional.of(steady), Choice.of(List.of(lucky, steady)));
  }

  @Test
  void ofEqualsTheCarefulOneIsChosen() {
    Tried better = tried(MIDDLE, 0.95, 0.93, 0.94);
    Tried equal = tried(SHORT, 0.945, 0.93, 0.935);
    Tried worse = tried(PLAIN, 0.92, 0.91, 0.90);
    assertEquals(Optional.of(equal), Choice.of(List.of(better, equal, worse)));
    assertEquals(Optional.of(better), Choice.of(List.of(better, worse)));
    Tried plain = tried(PLAIN, 0.945, 0.93, 0.935);
    assertEquals(Optional.of(plain), Choice.of(List.of(better, equal, plain)));
  }

  @Test
  void whatIsNeverFiniteIsNotChosen() {
    assertEquals(Optional.empty(), Choice.of(List.of(tried(PLAIN, 0.1, 0.1))));
    assertEquals(Optional.empty(), Choice.of(List.of()));
  }

  /** One seed favours long steps; what they leave out could not be chosen later. */
  @Test
  void eachLengthOfStepIsTriedAgain() {
    Candidate other = candidate("renormalize", Extent.GLOBAL, 10, 0);
    Candidate clip = candidate("clip-by-norm", Extent.GLOBAL, 10, 2);
    List<Tried> all =
        List.of(
            tried(SHORT, 0.73),
            tried(LONG, 0.90),
            tried(other, 0.91),
            tried(MIDDLE, 0.80),
            tried(clip, 0.72),
            tried(PLAIN, 0.1));
    assertEquals(
        List.of(other, MIDDLE, SHORT, clip),
        Choice.bestOfEachLength(all).stream().map(Tried::candidate).toList());
    assertEquals(
        List.of(other, LONG, clip),
        Choice.bestOfEachRule(all, 2).stream().map(Tried::candidate).toList());
    assertEquals(
        List.of(other, LONG, clip),
        Choice.bestOfEachFamily(all).stream().map(Tried::candidate).toList());
  }

  @Test
  void equalBoundsPreferTheSmaller() {
    Tried small = tried(candidate("clip-by-norm", Extent.GLOBAL, 10, 0), 0.9);
    Tried large = tried(candidate("clip-by-norm", Extent.GLOBAL, 100, 0), 0.9);
    assertEquals(List.of(small), Choice.bestOfEachFamily(List.of(large, small)));
  }

  @Test
  void boundsAreLoweredByHalfPowersOfTen() {
    assertEquals(List.of(10.0, 3.2, 1.0), List.of(LONG.bound(), MIDDLE.bound(), SHORT.bound()));
    assertEquals("renormalize(3.2, extent=parameter) | sgd(0.1)", MIDDLE.text());
    Candidate policy =
        Candidate.of("non-finite(skip-step) | sgd(0.1)", "clip-by-norm", Extent.GLOBAL, 2);
    assertEquals(
        "non-finite(skip-step) | clip-by-norm(2.0, extent=global) | sgd(0.1)", policy.text());
  }

  @Test
  void stepsShrinkAsTheTrainingIsLonger() {
    assertEquals(1, Budget.of(100, 100).halves());
    assertEquals(1, Budget.of(900, 100).halves());
    assertEquals(2, Budget.of(469, 2345).halves());
    assertEquals(2, Budget.of(469, 4690).halves());
    assertEquals(3, Budget.of(100, 1001).halves());
    assertEquals(4, Budget.of(1, 1_000_000).halves());
    assertEquals(19 + 7 + 3 * 5, Budget.of(469, 2345).trainings());
  }
}
