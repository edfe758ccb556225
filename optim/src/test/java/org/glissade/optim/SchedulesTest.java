package org.glissade.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.glissade.spi.Range;
import org.glissade.testkit.golden.UpdateProgram;
import org.glissade.transform.Chain;
import org.glissade.transform.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchedulesTest {
  static Stream<Schedule> schedules() {
    Schedule cosine = Schedule.cosine(2, 0, 8);
    return Stream.of(
        Schedule.constant(0.5),
        Schedule.step(1, 0.5, 3),
        Schedule.exponential(1, 0.9, 1),
        Schedule.exponential(1, 1.1, 1),
        new ExponentialSchedule(1, 0.5, 1, 2, false, 0.2),
        new ExponentialSchedule(1, 0.5, 1, 2, false, 3),
        Schedule.linear(0.1, 3, 7),
        new PolynomialSchedule(3, 0.1, 7, 2, 1, true),
        Schedule.cosine(2, 4, 12),
        new CosineSchedule(1, 4, 12, 3, 2, 2),
        new InverseTimeSchedule(2, 0.5, 3, 2, false),
        Schedule.multiStep(1, 0.5, List.of(3, 5)),
        new PointsSchedule(List.of(2.0, 4.0, 9.0), List.of(-1.0, 3.0, 0.5), Curve.COSINE),
        new OneCycle(3, 10).schedule(),
        new CyclicSchedule(0.5, 2, 3, 2, 0.5, 0.9),
        Schedule.join(List.of(cosine, Schedule.exponential(1, 0.5, 1)), List.of(5)),
        new RestartedSchedule(cosine, 8, 2, 0.5),
        new RestartedSchedule(cosine, 8, 1, 1),
        new ProductSchedule(List.of(cosine, Schedule.exponential(1, 0.5, 1))),
        cosine.byEpoch(2),
        new NegatedSchedule(cosine));
  }

  @Test
  void aFixedNumberIsNoSetting() {
    try (UpdateProgram program = Models.program(Models.vector(1), "scale(fixed(0.5))")) {
      program.run(1);
      assertArrayEquals(new double[] {-0.5}, program.parameters());
      assertFalse(program.store().variables().containsKey("scale/factor"));
    }
  }

  /** The values of its first steps. */
  private static double[] run(Schedule schedule, int steps) {
    try (UpdateProgram program = Models.program(Models.vector(1), new Scale(schedule))) {
      double[] values = new double[steps];
      for (int i = 0; i < steps; i++) {
        double before = program.parameters()[0];
        program.run(1);
        values[i] = before - program.parameters()[0];
      }
      return values;
    }
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void staysWithinTheValuesThatItDeclares(Schedule schedule) {
    Range declared = schedule.values().orElseThrow();
    double least = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    for (double value : run(schedule, 40)) {
      least = Math.min(least, value);
      largest = Math.max(largest, value);
    }
    assertTrue(least >= declared.low() - 1e-12, declared + " but " + least);
    assertTrue(largest <= declared.high() + 1e-12, declared + " but " + largest);
  }

  @Test
  void whatIsNotKnownIsNotDeclared() {
    Schedule own = count -> count.plus(1);
    assertEquals(Optional.empty(), own.values());
    assertEquals(
        Optional.empty(), Schedule.join(List.of(own, Schedule.constant(1)), List.of(3)).values());
    assertEquals(
        Optional.empty(), new ProductSchedule(List.of(Schedule.constant(-1), own)).values());
    assertArrayEquals(
        new double[] {0.5, 1},
        run(new ProductSchedule(List.of(own, Schedule.constant(0.5))), 2),
        1e-15);
  }

  /** PyTorch's MultiplicativeLR: every value is the one before times a factor of its own. */
  @Test
  void multipliesWhatWasBefore() {
    Schedule factor = count -> count.dividedBy(4);
    assertArrayEquals(
        new double[] {8, 2, 1, 0.75, 0.75}, run(new MultipliedSchedule(8, factor), 5), 1e-15);
  }

  @Test
  void aScheduleOfTheStepIsNoFunctionOfTheCount() {
    Schedule plateau = new PlateauSchedule(1, 0.5, 3);
    Schedule wrapped = count -> plateau.at(count);
    assertThrows(IllegalStateException.class, () -> run(wrapped, 1));
  }

  @Test
  void aPlateauCountsAsAnIndependentLoopDoes() {
    SplittableRandom random = new SplittableRandom(11);
    PlateauSchedule plateau =
        new PlateauSchedule(1, 0.5, 2, 2, 1, 0.01, 0.001, 0.1, PlateauSchedule.Watch.TRAINING_LOSS);
    try (UpdateProgram program =
        Models.program(Models.vector(1), Chain.of(new LearningRate(plateau)))) {
      double best = Double.MAX_VALUE;
      double value = 1;
      int waited = 0;
      int cooling = 0;
      for (int i = 0; i < 60; i++) {
        double one = 1 / (1.0 + i) + random.nextDouble() / 4;
        double two = 1 / (1.0 + i) + random.nextDouble() / 4;
        run(program, one, value);
        double mean = (one + two) / 2;
        boolean better = mean < best * 0.99 - 0.001;
        waited = better || cooling > 0 ? 0 : waited + 1;
        best = better ? mean : best;
        cooling = Math.max(0, cooling - 1);
        if (waited == 2) {
          value = Math.max(0.1, value / 2);
          waited = 0;
          cooling = 1;
        }
        run(program, two, value);
      }
      assertEquals(0.1, value);
    }
  }

  /**
   * Three steps an evaluation: the training loss plays no part, and each evaluation counts once.
   */
  @Test
  void aPlateauGoesByValidationWhereItIsAskedTo() {
    for (boolean error : new boolean[] {false, true}) {
      String watch = error ? "validation-error" : "validation-loss";
      String chain = "learning-rate(plateau(1, factor=0.5, patience=2, watch=" + watch + "))";
      String key = (error ? Validation.ERROR : Validation.LOSS).key();
      try (UpdateProgram program = Models.program(Models.vector(1), chain)) {
        double best = Double.MAX_VALUE;
        double value = 1;
        int waited = 0;
        SplittableRandom random = new SplittableRandom(12);
        for (int epoch = 1; epoch <= 30; epoch++) {
          for (int i = 0; i < 3; i++) {
            run(program, 100 - epoch, value);
          }
          double found = 1 / (1.0 + epoch) + random.nextDouble() / 4;
          program.store().write(key, found);
          program.store().write(Validation.COUNT.key(), epoch);
          boolean better = found < best * (1 - 1e-4);
          waited = better ? 0 : waited + 1;
          best = better ? found : best;
          if (waited == 2) {
            value /= 2;
            waited = 0;
          }
        }
        assertTrue(value < 0.1, "value " + value);
      }
    }
  }

  private static void run(UpdateProgram program, double loss, double rate) {
    double before = program.parameters()[0];
    program.loss(loss);
    program.run(1);
    assertEquals(rate, before - program.parameters()[0], 1e-12);
  }
}
