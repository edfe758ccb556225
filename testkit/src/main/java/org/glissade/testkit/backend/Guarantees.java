package org.glissade.testkit.backend;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.glissade.backend.Backend;
import org.glissade.backend.SessionOptions;
import org.glissade.layer.ParameterTable;
import org.glissade.plan.FusionRules;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Extent;
import org.glissade.testkit.Guarantee;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** Checks what a backend promises beyond right results. */
public final class Guarantees {
  private static final int RUNS = 20;
  private static final int QUIET = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int[] THREADS = {2, 3, 5};

  private Guarantees() {}

  /** One test for each case of each guarantee that is declared. */
  public static Stream<DynamicNode> tests(Backend backend, Set<Guarantee> declared) {
    List<DynamicNode> tests = new ArrayList<>();
    if (declared.contains(Guarantee.NO_ALLOCATION)) {
      for (Case tested : programs()) {
        String name = "nothing allocated: " + tested.name();
        tests.add(DynamicTest.dynamicTest(name, () -> allocation(tested, backend, PATIENCE)));
      }
    }
    if (declared.contains(Guarantee.SAME_BITS_FOR_ANY_THREAD_COUNT)) {
      List<Case> all = new ArrayList<>(programs());
      all.addAll(Reductions.cases());
      all.addAll(Products.cases());
      all.addAll(Flats.cases());
      all.addAll(Hosts.cases());
      for (Case tested : all) {
        String name = "same bits for any number of threads: " + tested.name();
        tests.add(DynamicTest.dynamicTest(name, () -> sameBits(tested, backend)));
      }
    }
    return tests.stream();
  }

  /** Programs that have steps of every kind, with and without enough work for several threads. */
  private static List<Case> programs() {
    Training large = new Training(301, List.of(129, 65, 10), 61);
    List<Case> cases = new ArrayList<>();
    cases.add(step("a small network", Steps.SMALL));
    cases.add(step("a larger network", large));
    Definition evaluation = large.evaluation("an evaluation", new ParameterTable());
    cases.add(new Case(evaluation, large.feeds(2), Accuracy.EXACT));
    cases.addAll(Draws.cases());
    return cases;
  }

  private static Case step(String name, Training training) {
    return new Case(
        training.step(
            name,
            Rules.chain(
                Rules.clip(0.5, Extent.GLOBAL),
                Rules.adam(),
                Rules.renormalize(0.1, Extent.UNIT),
                Rules.rate(0.1))),
        training.feeds(5),
        Accuracy.EXACT);
  }

  private static void sameBits(Case tested, Backend backend) {
    for (int threads : THREADS) {
      try (Lane one = lane(tested, backend, 1);
          Lane more = lane(tested, backend, threads)) {
        Runs.compareBits(tested, one, more);
      }
    }
  }

  private static Lane lane(Case tested, Backend backend, int threads) {
    return new Lane(tested, backend, new SessionOptions(Results.SEED, threads), FusionRules.ALL);
  }

  /**
   * Bytes are counted over all threads of this JVM, in rounds of some runs. A program may allocate
   * until the JVM has compiled it, which takes its time on a machine that has other work, and
   * threads that have nothing to do with it may allocate now and then; but a program that allocates
   * as it runs has no round without a byte, and some such rounds must come.
   *
   * @param patience for how long they may keep one waiting
   */
  static void allocation(Case tested, Backend backend, Duration patience) {
    try (Lane lane = lane(tested, backend, 2)) {
      tested.feeds().forEach(lane::run);
      AllocationMeter meter = new AllocationMeter();
      long start = System.nanoTime();
      long bytes = 0;
      int quiet = 0;
      int runs = 0;
      do {
        bytes = meter.bytes(() -> repeat(lane));
        quiet += bytes == 0 ? 1 : 0;
        runs += RUNS;
      } while (quiet < QUIET && System.nanoTime() - start < patience.toNanos());
      if (quiet < QUIET) {
        fail(
            "%s, %s: %d runs allocated %d bytes after %d runs of warm-up, expected none"
                .formatted(tested.name(), lane, RUNS, bytes, runs - RUNS));
      }
    }
  }

  private static void repeat(Lane lane) {
    for (int i = 0; i < RUNS; i++) {
      lane.program().run();
    }
  }
}
