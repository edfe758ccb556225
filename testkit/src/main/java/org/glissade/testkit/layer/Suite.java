package org.glissade.testkit.layer;

import java.util.stream.Stream;
import org.glissade.reference.ReferenceBackend;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** All checks of a layer. */
public final class Suite {
  private Suite() {}

  /** On the reference all proofs; on another backend the comparison with it. */
  public static DynamicNode of(Tested tested) {
    Stream<DynamicTest> tests =
        tested.backend() instanceof ReferenceBackend ? proofs(tested) : comparisons(tested);
    return DynamicContainer.dynamicContainer(tested.toString(), tests);
  }

  private static Stream<DynamicTest> proofs(Tested tested) {
    Stream<DynamicTest> all =
        Stream.of(
            DynamicTest.dynamicTest(
                "gradients are right in training", () -> GradientCheck.check(tested, true)),
            DynamicTest.dynamicTest(
                "gradients are right in evaluation", () -> GradientCheck.check(tested, false)),
            DynamicTest.dynamicTest(
                "the same parameters in training and evaluation",
                () -> Checks.sameParameters(tested)),
            DynamicTest.dynamicTest(
                "an evaluation changes nothing", () -> Checks.evaluationChangesNothing(tested)),
            DynamicTest.dynamicTest(
                "examples do not meet in evaluation", () -> Checks.examplesApart(tested, false)),
            DynamicTest.dynamicTest(
                "an example alone gives what it gives in a batch", () -> Checks.alone(tested)),
            DynamicTest.dynamicTest("equal seeds give equal bits", () -> Checks.repeatable(tested)),
            DynamicTest.dynamicTest("zeros give finite numbers", () -> Checks.finite(tested)),
            DynamicTest.dynamicTest(
                "planned it gives the bits that it gives interpreted",
                () -> Planned.checkBits(tested)));
    return tested.mixing()
        ? all
        : Stream.concat(
            all,
            Stream.of(
                DynamicTest.dynamicTest(
                    "examples do not meet in training", () -> Checks.examplesApart(tested, true))));
  }

  private static Stream<DynamicTest> comparisons(Tested tested) {
    return Stream.of(
        DynamicTest.dynamicTest(
            "planned it gives what it gives interpreted, in training",
            () -> Planned.check(tested, true)),
        DynamicTest.dynamicTest(
            "planned it gives what it gives interpreted, in evaluation",
            () -> Planned.check(tested, false)));
  }
}
