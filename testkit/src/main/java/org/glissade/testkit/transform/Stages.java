package org.glissade.testkit.transform;

import java.util.stream.Stream;
import org.glissade.plan.FusionRules;
import org.glissade.plan.Plan;
import org.glissade.plan.Planner;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.NonFinite.Policy;

/** The update stages that the checks of a transform run on a backend. */
public final class Stages {
  private Stages() {}

  /** Their plans. */
  public static Stream<Plan> plans(Subject subject) {
    Stream<GradientTransform> fused =
        Stream.of(
            subject.alone(),
            subject.inUse(),
            Behaviour.gated(subject.inUse()),
            subject.under(Policy.SKIP_STEP),
            subject.under(Policy.STOP),
            subject.under(Policy.ZERO_ELEMENTS));
    return Stream.concat(
        fused.map(rule -> plan(rule, FusionRules.ALL)),
        Stream.of(plan(subject.inUse(), FusionRules.NONE)));
  }

  private static Plan plan(GradientTransform rule, FusionRules rules) {
    return Planner.plan(Stage.definition(Samples.LAYOUT, rule, true), rules);
  }
}
