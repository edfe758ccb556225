package org.glissade.testkit.backend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.glissade.backend.Backend;
import org.glissade.backend.Store;
import org.glissade.reference.ReferenceBackend;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Variable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** What a Store keeps, takes and gives back. */
public final class Stores {
  private static final Class<? extends Exception> REFUSED = IllegalArgumentException.class;

  private final Backend backend;

  private Stores(Backend backend) {
    this.backend = backend;
  }

  /** One test for each promise. */
  public static Stream<DynamicNode> tests(Backend backend) {
    Stores stores = new Stores(backend);
    return Stream.of(
        DynamicTest.dynamicTest("equal seeds give equal first values", stores::seeds),
        DynamicTest.dynamicTest("a variable is read as it was written", stores::writing),
        DynamicTest.dynamicTest("ill-fitting numbers are an error", stores::illFitting),
        DynamicTest.dynamicTest("what lies between parameters stays 0", stores::padding),
        DynamicTest.dynamicTest("a restored snapshot goes on bit for bit", stores::restoring),
        DynamicTest.dynamicTest("a snapshot of something else is an error", stores::foreign),
        DynamicTest.dynamicTest("the Stores of two sessions do not meet", stores::apart));
  }

  private Live live(long seed) {
    return new Live(backend, seed);
  }

  private void seeds() {
    try (Live reference = new Live(new ReferenceBackend(), 7);
        Live same = live(7);
        Live other = live(8)) {
      Checks.same(reference.store().snapshot(), same.store().snapshot(), "first values");
      assertFalse(Arrays.equals(same.parameters(), other.parameters()), "of seeds 7 and 8");
    }
  }

  private void writing() {
    try (Live live = live(1)) {
      Store store = live.store();
      for (String key : store.variables().keySet()) {
        double[] values = store.read(key);
        for (int i = 0; i < values.length; i++) {
          values[i] = values[i] == 0 && values.length > 1 ? 0 : i + 0.5;
        }
        store.write(key, values);
        assertArrayEquals(values, store.read(key), key);
        store.read(key)[0] = 99;
        assertArrayEquals(values, store.read(key), key + ": what is read is a copy");
      }
    }
  }

  private void illFitting() {
    try (Live live = live(1)) {
      Store store = live.store();
      String size = String.valueOf(live.parameters().length);
      Checks.refused(
          REFUSED, () -> store.write(Variable.PARAMETERS, 1, 2), Variable.PARAMETERS, size, "2");
      Checks.refused(REFUSED, () -> store.write("count", 1, 2), "count", "1", "2");
      Checks.refused(REFUSED, () -> store.write("cuont", 1), "cuont", "count");
      Checks.refused(REFUSED, () -> store.read("cuont"), "cuont", "count");
    }
  }

  private void padding() {
    try (Live live = live(1)) {
      double[] values = live.parameters();
      Arrays.fill(values, 1);
      live.store().write(Variable.PARAMETERS, values);
      live.step(0);
      double[] after = live.parameters();
      Layout layout = live.store().layout();
      for (int p = 0; p < layout.parameters().size(); p++) {
        int end = p + 1 < layout.parameters().size() ? layout.offset(p + 1) : layout.size();
        for (int i = layout.offset(p) + layout.length(p); i < end; i++) {
          assertEquals(0, after[i], "at %d, behind %s".formatted(i, layout.parameters().get(p)));
        }
      }
    }
  }

  private void restoring() {
    try (Live live = live(1);
        Live resumed = live(1)) {
      live.step(0);
      SortedMap<String, double[]> snapshot = live.store().snapshot();
      assertFalse(snapshot.containsKey(Training.POSITION), "a snapshot holds no cursor");
      live.step(1);
      SortedMap<String, double[]> onward = live.store().snapshot();
      live.step(2);
      live.store().restore(snapshot);
      live.step(1);
      Checks.same(onward, live.store().snapshot(), "in the same session");
      resumed.store().restore(snapshot);
      resumed.step(1);
      Checks.same(onward, resumed.store().snapshot(), "in another session");
    }
  }

  private void foreign() {
    try (Live live = live(1)) {
      live.step(0);
      Store store = live.store();
      SortedMap<String, double[]> before = store.snapshot();
      SortedMap<String, double[]> less = store.snapshot();
      less.remove("count");
      less.replace(Variable.PARAMETERS, new double[live.parameters().length]);
      Checks.refused(REFUSED, () -> store.restore(less), "count");
      SortedMap<String, double[]> more = store.snapshot();
      more.put("other", new double[1]);
      more.replace(Variable.PARAMETERS, new double[live.parameters().length]);
      Checks.refused(REFUSED, () -> store.restore(more), "other");
      Checks.same(before, store.snapshot(), "after two that were refused");
    }
  }

  private void apart() {
    try (Live one = live(1);
        Live two = live(1)) {
      SortedMap<String, double[]> before = two.store().snapshot();
      one.step(0);
      Checks.same(before, two.store().snapshot(), "while the other trains");
      two.step(0);
      Checks.same(one.store().snapshot(), two.store().snapshot(), "after the same step");
    }
  }
}
