package org.glissade.reference;

import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.glissade.data.Field;
import org.glissade.plan.Plan;
import org.glissade.plan.Slot;
import org.glissade.plan.View;
import org.glissade.tensor.Layout;

/**
 * The memory of a plan in double. Slots of the arena really share one array, as the plan places
 * them, and what no step has written yet is NaN.
 */
final class PlanMemory {
  private final Map<Slot, DoubleBuffer> places = new HashMap<>();

  PlanMemory(Plan plan, Map<String, double[]> store, Map<String, Field> inputs) {
    double[] arena = poisoned(plan.arenaSize());
    for (Slot slot : plan.slots()) {
      places.put(slot, place(slot, plan, arena, store, inputs));
    }
  }

  private static DoubleBuffer place(
      Slot slot,
      Plan plan,
      double[] arena,
      Map<String, double[]> store,
      Map<String, Field> inputs) {
    DoubleBuffer place =
        switch (slot.storage()) {
          case INPUT -> DoubleBuffer.wrap(numbers(require(slot, inputs)));
          case VARIABLE -> DoubleBuffer.wrap(require(slot, store));
          case FLAT -> DoubleBuffer.wrap(flat(plan.definition().layout()));
          case SMALL -> DoubleBuffer.wrap(poisoned(slot.size()));
          case ARENA ->
              DoubleBuffer.wrap(arena, plan.arenaOffsets().get(slot.id()), slot.size()).slice();
        };
    if (place.capacity() != slot.size()) {
      throw new IllegalStateException(
          "Slot %s holds %d numbers, but its place has %d"
              .formatted(slot, slot.size(), place.capacity()));
    }
    return place;
  }

  private static <T> T require(Slot slot, Map<String, T> among) {
    return Objects.requireNonNull(among.get(slot.name()), slot.name());
  }

  private static double[] poisoned(int size) {
    double[] array = new double[size];
    Arrays.fill(array, Double.NaN);
    return array;
  }

  private static double[] flat(Layout layout) {
    double[] flat = new double[layout.size()];
    for (int p = 0; p < layout.parameters().size(); p++) {
      Arrays.fill(flat, layout.offset(p), layout.offset(p) + layout.length(p), Double.NaN);
    }
    return flat;
  }

  private static double[] numbers(Field field) {
    double[] numbers = new double[field.count() * field.example().size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = field.value(i / field.example().size(), i % field.example().size());
    }
    return numbers;
  }

  double get(Slot slot, int i) {
    return require(slot).get(i);
  }

  double get(View view, int i) {
    return get(view.slot(), view.offset() + i);
  }

  void set(Slot slot, int i, double value) {
    require(slot).put(i, value);
  }

  void set(View view, int i, double value) {
    set(view.slot(), view.offset() + i, value);
  }

  double[] copy(View view) {
    double[] copy = new double[view.shape().size()];
    Arrays.setAll(copy, i -> get(view, i));
    return copy;
  }

  private DoubleBuffer require(Slot slot) {
    return Objects.requireNonNull(places.get(slot), slot.name());
  }
}
