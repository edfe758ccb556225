package org.glissade.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.glissade.testkit.golden.UpdateProgram;
import org.glissade.transform.Chain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {
  @ParameterizedTest
  @CsvSource({
    "sgd(0.5), sgd/rate",
    "slow: sgd(0.5), slow/rate",
    "learning-rate(0.5), learning-rate/rate"
  })
  void aConstantRateChangesBetweenStepsWithoutANewPlan(String chain, String key) {
    try (UpdateProgram program = Models.program(Models.vector(1), chain)) {
      program.run(1);
      assertArrayEquals(new double[] {-0.5}, program.parameters());
      program.store().write(key, 0.25);
      program.run(1);
      assertArrayEquals(new double[] {-0.75}, program.parameters());
    }
  }

  /** Whatever number a transform was made with, it can be changed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "clip-by-norm(4, extent=global) # clip-by-norm/max-norm # 2 # 4 # 2",
        "clip-by-norm(4, extent=element) # clip-by-norm/max-norm # 2 # 4 # 2",
        "clip-by-value(4) # clip-by-value/high # 2 # 4 # 2",
        "renormalize(4, extent=global) # renormalize/alpha # 2 # 4 # 2",
        "renormalize(4, extent=element) # renormalize/alpha # 2 # 4 # 2",
        "scale(0.5) # scale/factor # 0.25 # 4 # 2",
        "weight-decay(2) # weight-decay/decay # 1 # 8 # 0",
        "momentum(0.5) # momentum/decay # 0.25 # 8 # 10",
        "nesterov(0.5) # nesterov/decay # 0.25 # 12 # 10.5",
        "sgd(1, momentum=0.5) # sgd/momentum # 0.25 # 8 # 10"
      })
  void anySettingChangesBetweenSteps(
      String chain, String key, double value, double first, double second) {
    try (UpdateProgram program = Models.program(Models.vector(1), chain)) {
      program.run(8);
      assertArrayEquals(new double[] {-first}, program.parameters(), 1e-15);
      program.store().write(key, value);
      program.run(8);
      assertArrayEquals(new double[] {-first - second}, program.parameters(), 1e-15);
    }
  }

  /** As plain numbers they are part of the plan; only as schedules do they cost anything. */
  @Test
  void theNumbersOfAdamAreNoSettings() {
    try (UpdateProgram plain = Models.program(Models.vector(1), "adam(0.1)");
        UpdateProgram falling =
            Models.program(Models.vector(1), "adam(0.1, b1=linear(0.9, 9, end=0.5), eps=1e-8)")) {
      assertEquals(
          new TreeSet<>(List.of("adam/rate")),
          plain.store().variables().keySet().stream()
              .filter(key -> !key.equals("adam/m") && !key.equals("adam/v"))
              .filter(key -> key.startsWith("adam/"))
              .collect(Collectors.toCollection(TreeSet::new)));
      assertEquals(plain.plan().sweeps(), falling.plan().sweeps());
      plain.run(1);
      falling.run(1);
      assertArrayEquals(plain.parameters(), falling.parameters(), 1e-15);
      plain.run(-1);
      falling.run(-1);
      assertTrue(Math.abs(plain.parameters()[0] - falling.parameters()[0]) > 1e-4);
    }
  }

  /** A number of the plan is told from a setting, and a setting knows its range. */
  @Test
  void whatIsNoSettingOrOutOfRangeIsRefused() {
    try (UpdateProgram program =
        Models.program(
            Models.vector(1), "adam(0.1, eps=constant(1e-8)) | clip-by-norm(1, layer)")) {
      program.store().set("adam/eps", 1e-4);
      program.store().set("adam/rate", 0);
      assertEquals(1e-4, program.store().read("adam/eps")[0]);
      assertEquals(
          "There is no setting 'adam/b1'; this run has adam/eps, adam/rate, clip-by-norm/max-norm."
              + " A number of the plan is a setting where the chain says constant(...)",
          refused(program, "adam/b1", 0.5));
      assertEquals(
          "There is no setting 'adam/m'; this run has adam/eps, adam/rate, clip-by-norm/max-norm."
              + " A number of the plan is a setting where the chain says constant(...)",
          refused(program, "adam/m", 0.5));
      assertEquals("adam/eps must be a number > 0, but was 0.0", refused(program, "adam/eps", 0));
      assertEquals(
          "adam/rate must be a number >= 0, but was NaN",
          refused(program, "adam/rate", Double.NaN));
      assertEquals(1e-4, program.store().read("adam/eps")[0]);
    }
  }

  private static String refused(UpdateProgram program, String key, double value) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> program.store().set(key, value))
            .getMessage());
  }

  @Test
  void aUsersScheduleIsAFunctionOfTheCount() {
    Schedule inverse = count -> count.like(1).dividedBy(count.plus(1));
    try (UpdateProgram program =
        Models.program(Models.vector(1), Chain.of(new LearningRate(inverse)))) {
      program.run(6);
      program.run(6);
      program.run(6);
      assertArrayEquals(new double[] {-6 - 3 - 2}, program.parameters());
    }
  }

  @Test
  void skippedStepsDoNotAdvanceASchedule() {
    try (UpdateProgram program =
        Models.program(
            Models.vector(1), "non-finite(skip-step) | sgd(polynomial(1, 4, end=0.5))")) {
      program.run(1);
      program.run(Double.NaN);
      program.run(1);
      assertArrayEquals(new double[] {-1 - 0.875}, program.parameters());
    }
  }

  /** Checkpoints find states by these keys: they must never change. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "momentum(0.9) # momentum/decay momentum/trace",
        "nesterov(0.9) # nesterov/decay nesterov/trace",
        "sgd(0.1, momentum=0.9) # sgd/momentum sgd/rate sgd/trace",
        "adam(0.1) # adam/m adam/rate adam/v",
        "accumulate(2) | sgd(1)"
            + " # accumulate/applied accumulate/gathered accumulate/position accumulate/sum sgd/rate",
        "ema-weights | sgd(1) # ema-weights/average ema-weights/decay sgd/rate",
        "swa(1) | sgd(1) # sgd/rate swa/mean swa/taken",
        "lookahead | sgd(1) # lookahead/share lookahead/slow sgd/rate",
        "schedule-free | sgd(1) # schedule-free/largest-rate schedule-free/rate"
            + " schedule-free/total-weight schedule-free/z sgd/rate",
        "sam(0.1, extent=global) | sgd(1) # sam/applied sam/rho sgd/rate",
        "slow: chain({momentum(0.9)}) # slow/momentum/decay slow/momentum/trace",
        "adamw(step(0.1, 0.5, 10)) # adamw/decay adamw/m adamw/v",
        "route({adam(0.1)}, else={fast: sgd(1)}, kind=bias)"
            + " # route/else/fast/rate route/then/adam/m route/then/adam/rate route/then/adam/v"
      })
  void keysOfStates(String chain, String keys) {
    try (UpdateProgram program =
        Models.program(Models.twoLayers(), "non-finite(propagate) | " + chain)) {
      TreeSet<String> own = new TreeSet<>(program.store().variables().keySet());
      own.removeAll(List.of("parameters", "count", "given/gradient", "given/curvature"));
      assertEquals(keys, String.join(" ", own));
    }
  }
}
