package org.glissade.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.TreeSet;
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
        "momentum(0.9) # momentum/trace",
        "nesterov(0.9) # nesterov/trace",
        "sgd(0.1, momentum=0.9) # sgd/rate sgd/trace",
        "adam(0.1) # adam/m adam/rate adam/v",
        "adamw(step(0.1, 0.5, 10)) # adamw/m adamw/v",
        "route({adam(0.1)}, else={fast: sgd(1)}, kind=bias)"
            + " # route/else/fast/rate route/then/adam/m route/then/adam/rate route/then/adam/v"
      })
  void keysOfStates(String chain, String keys) {
    try (UpdateProgram program =
        Models.program(Models.twoLayers(), "non-finite(propagate) | " + chain)) {
      TreeSet<String> own = new TreeSet<>(program.store().variables().keySet());
      own.removeAll(List.of("parameters", "count", "given/gradient"));
      assertEquals(keys, String.join(" ", own));
    }
  }
}
