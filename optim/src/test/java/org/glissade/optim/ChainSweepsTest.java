package org.glissade.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.glissade.plan.Instruction;
import org.glissade.plan.Plan;
import org.glissade.plan.Step;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Layout;
import org.glissade.transform.Chain;
import org.glissade.transform.ChainReader;
import org.junit.jupiter.api.Test;

/** What a chain does in a step in which no update is due. */
class ChainSweepsTest {
  private static final Layout LAYOUT =
      Layout.of(
              List.of(
                  Models.parameter("dense-1/weight", Kind.WEIGHT, 3, 5),
                  Models.parameter("dense-1/bias", Kind.BIAS, 5),
                  Models.parameter("dense-2/weight", Kind.WEIGHT, 5, 2),
                  Models.parameter("norm-3/scale", Kind.NORM, 2),
                  Models.parameter("embedding-4/table", Kind.EMBEDDING, 7, 3)))
          .grouped(parameter -> parameter.kind().label());

  private final ChainReader reader = ChainReader.load();

  private static List<Step.Sweep> alternatives(Plan plan) {
    return plan.steps().stream()
        .filter(Step.Sweep.class::isInstance)
        .map(Step.Sweep.class::cast)
        .filter(Step.Sweep::instead)
        .toList();
  }

  /** A step that only gathers touches the gradients and their sum, whatever the update is. */
  @Test
  void gatheringTouchesTheSumAlone() {
    for (String policy : List.of("", "non-finite(propagate) | ", "non-finite(skip-step) | ")) {
      Chain chain =
          reader.read(policy + "accumulate(4) | clip-by-norm(1, extent=layer) | adamw(0.1)");
      TelemetryPlans plans = TelemetryPlans.of(LAYOUT, chain);
      plans.check(chain.toString());
      List<Step.Sweep> gathering = alternatives(plans.off());
      assertEquals(1, gathering.size(), plans.off()::toString);
      for (Step.Body body : gathering.get(0).bodies()) {
        assertEquals(
            List.of("accumulate/sum"),
            body.stores().stream().map(store -> store.target().name()).toList());
        assertEquals(
            List.of("accumulate/sum", "gradients"),
            body.code().instructions().stream()
                .filter(Instruction.LoadFlat.class::isInstance)
                .map(load -> ((Instruction.LoadFlat) load).flat().name())
                .sorted()
                .toList());
      }
      assertEquals(alternatives(plans.off()).size(), alternatives(plans.measured()).size());
    }
  }
}
