package org.glissade.testkit.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.glissade.backend.Backend;
import org.glissade.tensor.HostFunction;
import org.glissade.tensor.HostLinkException;
import org.glissade.transform.GradientTransform;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** When host links are called, and what holds where one fails. */
public final class HostLinks {
  private final Backend backend;

  private HostLinks(Backend backend) {
    this.backend = backend;
  }

  /** One test for each promise. */
  public static Stream<DynamicNode> tests(Backend backend) {
    HostLinks links = new HostLinks(backend);
    return Stream.of(
        DynamicTest.dynamicTest("a host link is called once a run", links::calls),
        DynamicTest.dynamicTest("a host link that throws changes nothing", links::failure));
  }

  private static GradientTransform rule(HostFunction function) {
    GradientTransform host = (gradients, step) -> step.host("halved", gradients, function);
    return Rules.chain(Rules.momentum(0.9), host, Rules.rate(0.1));
  }

  private static void halve(List<double[]> in, List<double[]> out) {
    for (int i = 0; i < in.get(0).length; i++) {
      out.get(0)[i] = in.get(0)[i] / 2;
    }
  }

  private void calls() {
    List<Thread> threads = new ArrayList<>();
    HostFunction told =
        (in, out) -> {
          threads.add(Thread.currentThread());
          halve(in, out);
        };
    try (Live live = new Live(backend, 1, rule(told));
        Live expected = new Live(backend, 1, rule(HostLinks::halve))) {
      live.step(0);
      live.steps(9);
      expected.step(0);
      for (int i = 0; i < 9; i++) {
        expected.steps(1);
      }
      Checks.same(expected.store().snapshot(), live.store().snapshot(), "nine runs at a time");
    }
    assertEquals(10, threads.size(), "calls in 10 runs");
    threads.forEach(thread -> assertSame(Thread.currentThread(), thread));
  }

  private void failure() {
    List<Integer> calls = new ArrayList<>();
    HostFunction third =
        (in, out) -> {
          calls.add(calls.size());
          if (calls.size() == 3) {
            throw new ArithmeticException("the third call");
          }
          halve(in, out);
        };
    try (Live live = new Live(backend, 1, rule(third));
        Live expected = new Live(backend, 1, rule(HostLinks::halve))) {
      live.step(0);
      live.step(1);
      SortedMap<String, double[]> before = live.store().snapshot();
      Checks.refused(HostLinkException.class, () -> live.step(2), "halved", "the third call");
      Checks.same(before, live.store().snapshot(), "behind a host link that threw");
      live.step(2);
      for (int step = 0; step < 3; step++) {
        expected.step(step);
      }
      Checks.same(expected.store().snapshot(), live.store().snapshot(), "in the next run");
    }
  }
}
