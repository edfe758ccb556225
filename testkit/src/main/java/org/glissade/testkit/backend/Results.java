package org.glissade.testkit.backend;

import java.util.List;
import java.util.stream.Stream;
import org.glissade.backend.Backend;
import org.glissade.backend.SessionOptions;
import org.glissade.plan.FusionRules;
import org.glissade.plan.Planner;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** All cases as tests. */
public final class Results {
  /** Of all random numbers of the kit. */
  static final long SEED = 42;

  private Results() {}

  /** One container for each family of ops, one test for each case. */
  public static Stream<DynamicNode> tests(Backend backend) {
    return Stream.of(
        container("element-wise ops", ElementWise.cases(), backend),
        container("shapes, indices and casts", Shapes.cases(), backend),
        container("reductions", Reductions.cases(), backend),
        container("matrix products", Products.cases(), backend),
        container("batches from data", Picks.cases(), backend),
        container("random numbers", Draws.cases(), backend),
        container("parameters and their groups", Flats.cases(), backend),
        container("fusions", Fusions.cases(), backend),
        container("next values", Effects.cases(), backend),
        container("host links", Hosts.cases(), backend),
        container("training steps", Steps.cases(), backend));
  }

  private static DynamicContainer container(String name, List<Case> cases, Backend backend) {
    return DynamicContainer.dynamicContainer(
        name,
        cases.stream()
            .map(tested -> DynamicTest.dynamicTest(tested.name(), () -> check(tested, backend))));
  }

  /** As users run it, and, where that differs, as it runs without any fusion. */
  private static void check(Case tested, Backend backend) {
    SessionOptions options = SessionOptions.seed(SEED);
    Runs.compareWithReference(tested, backend, options, FusionRules.ALL);
    if (differs(tested)) {
      Runs.compareWithReference(tested, backend, options, FusionRules.NONE);
    }
  }

  private static boolean differs(Case tested) {
    return !Planner.plan(tested.definition(), FusionRules.ALL)
        .steps()
        .equals(Planner.plan(tested.definition(), FusionRules.NONE).steps());
  }
}
