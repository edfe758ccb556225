package org.glissade.nn;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.glissade.backend.Store;
import org.glissade.tensor.Variable;
import org.glissade.transform.NonFinite;
import org.glissade.transform.NonFinite.Policy;

/**
 * What a trainer does beside a chain that skips steps: it counts those that were skipped in a row,
 * and under {@link Policy#ROLLBACK} keeps good states and goes back to one. States that are not
 * good are not kept: a parameter that is not finite, or a NaN anywhere.
 */
final class Recovery {
  private static final String RATE = "rate";

  private record Kept(long step, SortedMap<String, double[]> values) {}

  private final NonFinite policy;
  private final Store store;
  private final Deque<Kept> ring = new ArrayDeque<>();
  private int inARow;
  private int count;

  Recovery(NonFinite policy, Store store) {
    this.policy = policy;
    this.store = store;
  }

  /** Whether a bad step ends the training. */
  boolean stops() {
    return policy.policy() == Policy.STOP;
  }

  /**
   * Whether a bad step must be looked into before the next is made, which would leave nothing of
   * it.
   *
   * @param heard whether anybody hears of it
   */
  boolean looks(boolean heard) {
    boolean counted = heard || policy.limit() < Integer.MAX_VALUE;
    return goesBack() || policy.policy() == Policy.SKIP_STEP && counted;
  }

  private boolean goesBack() {
    return policy.policy() == Policy.ROLLBACK;
  }

  /** Before the first step of a call of fit. */
  void begin(long step) {
    inARow = 0;
    if (goesBack()) {
      if (rates().isEmpty() && policy.rollback().factor() < 1) {
        throw new IllegalArgumentException(
            "non-finite(rollback) lowers the rate by factor=%s, but no link of the chain has a rate"
                    .formatted(policy.rollback().factor())
                + " that can be changed: give the rate as a number, or set factor=1");
      }
      keep(step);
    }
  }

  /** After a step whose gradients were finite. */
  void good(long step) {
    inARow = 0;
    if (goesBack() && step % policy.rollback().every() == 0) {
      keep(step);
    }
  }

  private void keep(long step) {
    SortedMap<String, double[]> values = store.snapshot();
    if (Goodness.isGood(values)) {
      ring.removeIf(kept -> kept.step() >= step);
      ring.addLast(new Kept(step, values));
      if (ring.size() > policy.rollback().keep()) {
        ring.removeFirst();
      }
    }
  }

  /** Takes note of a bad step; why the training must stop now, or nothing. */
  String bad() {
    inARow++;
    if (policy.policy() == Policy.SKIP_STEP && inARow >= policy.limit()) {
      return "%d steps in a row were skipped, which is the limit. ".formatted(inARow);
    }
    if (goesBack() && count >= policy.limit()) {
      return "The training has gone back %d times already, which is the limit. ".formatted(count);
    }
    return goesBack() && ring.isEmpty() ? "There is no good state to go back to. " : "";
  }

  /** Whether a training that does not stop goes back now. */
  boolean isDue() {
    return goesBack();
  }

  /** Goes back to the state that was kept last, and next time to the one before it. */
  RollbackEvent back(long step) {
    count++;
    Kept kept = ring.size() > 1 ? ring.removeLast() : ring.getLast();
    SortedMap<String, Double> rates = new TreeMap<>();
    for (String key : rates()) {
      rates.put(key, store.read(key)[0] * policy.rollback().factor());
    }
    double[] skipped = store.read(NonFinite.SKIPPED);
    store.restore(kept.values());
    store.write(NonFinite.SKIPPED, skipped);
    rates.forEach((key, rate) -> store.write(key, rate));
    return new RollbackEvent(step, kept.step(), count, rates);
  }

  /** The settings that are learning rates, by the name that schedules give them. */
  private List<String> rates() {
    List<String> rates = new ArrayList<>();
    store
        .variables()
        .forEach(
            (key, variable) -> {
              String name = key.substring(key.lastIndexOf('/') + 1);
              if (variable.role() == Variable.Role.SETTING && name.equals(RATE)) {
                rates.add(key);
              }
            });
    return rates;
  }
}
