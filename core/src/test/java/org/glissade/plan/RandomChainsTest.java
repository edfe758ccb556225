package org.glissade.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.reference.ReferenceBackend;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Random programs, planned and run step by step against interpreted: equal bit for bit. */
class RandomChainsTest {
  private static final int STEPS = 4;

  @Test
  void updateStages() {
    for (long seed = 0; seed < 200; seed++) {
      check("update stage", seed, RandomProgram.updateStage(seed), FusionRules.ALL);
    }
  }

  /** Where the parameters wait for what other states do not, the last sweep comes twice. */
  @Test
  void updateStagesWithSweepsOfWhichOneRuns() {
    int found = 0;
    for (long seed = 200; seed < 1400; seed++) {
      RandomProgram program = RandomProgram.updateStage(seed);
      Plan plan = Planner.plan(program.definition());
      if (plan.steps().stream().anyMatch(RandomChainsTest::isInstead)) {
        check("update stage", seed, program, FusionRules.ALL);
        found++;
      }
    }
    assertTrue(found >= 2, found + " of 1200");
  }

  @Test
  void someUpdateStagesHaveHostLinks() {
    int found = 0;
    for (long seed = 0; seed < 200; seed++) {
      found += Planner.plan(RandomProgram.updateStage(seed).definition()).hostLinks() > 0 ? 1 : 0;
    }
    assertTrue(found >= 20, found + " of 200");
  }

  private static boolean isInstead(Step step) {
    return step instanceof Step.Sweep sweep && sweep.instead();
  }

  @Test
  void networks() {
    for (long seed = 0; seed < 200; seed++) {
      check("network", seed, RandomProgram.network(seed), FusionRules.ALL);
    }
  }

  @Test
  void networksWithSomeFusionsOnly() {
    for (int on = 0; on < 7; on++) {
      FusionRules rules = new FusionRules((on & 1) != 0, (on & 2) != 0, (on & 4) != 0);
      for (long seed = 1000L + on; seed < 1070; seed += 7) {
        check("network", seed, RandomProgram.network(seed), rules);
      }
    }
  }

  static void check(String kind, long seed, RandomProgram program, FusionRules rules) {
    Plan plan = Planner.plan(program.definition(), rules);
    String what = "%s of seed %d: ".formatted(kind, seed);
    try (Session session = new ReferenceBackend().open(SessionOptions.seed(seed))) {
      Program interpreted = session.compile(plan);
      PlanRunner planned = new PlanRunner(plan, seed);
      compare(what + "first ", session.store().snapshot(), planned.store());
      for (int step = 0; step < STEPS; step++) {
        String where = what + "step " + step + ", ";
        program.feed(
            (name, field) -> {
              session.bind(name, field);
              planned.bind(name, field);
            });
        interpreted.run();
        Map<String, double[]> outputs = planned.run();
        compare(where + "output ", outputs(interpreted), cleaned(plan, outputs));
        compare(where, session.store().snapshot(), planned.store());
      }
    } catch (RuntimeException | AssertionError failure) {
      throw new AssertionError(what + failure.getMessage() + "\n" + plan, failure);
    }
  }

  private static Map<String, double[]> outputs(Program program) {
    Map<String, double[]> outputs = new TreeMap<>();
    program
        .plan()
        .outputs()
        .forEach(
            (name, view) -> {
              double[] values = new double[view.shape().size()];
              program.read(name, values);
              outputs.put(name, values);
            });
    return outputs;
  }

  /** The padding of a flat output that is an input is the host's. */
  private static Map<String, double[]> cleaned(Plan plan, Map<String, double[]> outputs) {
    Tensor gradients = plan.definition().gradients();
    if (gradients != null && gradients.space() == Space.FLAT) {
      Layout layout = plan.definition().layout();
      double[] all = Objects.requireNonNull(outputs.get(Definition.GRADIENTS));
      double[] clean = new double[all.length];
      for (int p = 0; p < layout.parameters().size(); p++) {
        System.arraycopy(all, layout.offset(p), clean, layout.offset(p), layout.length(p));
      }
      outputs.put(Definition.GRADIENTS, clean);
    }
    return outputs;
  }

  private static void compare(
      String where, Map<String, double[]> expected, Map<String, double[]> actual) {
    assertEquals(expected.keySet(), actual.keySet(), where + "names");
    expected.forEach(
        (name, values) -> {
          double[] others = Objects.requireNonNull(actual.get(name));
          assertArrayEquals(values, others, where + name);
        });
  }
}
