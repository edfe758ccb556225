package org.glissade.nd4j;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.glissade.plan.Plan;
import org.glissade.plan.Slot;
import org.glissade.plan.View;
import org.glissade.tensor.DType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Where the slots of one program lie. Those of its inputs are found anew before each run. */
final class Places {
  private final Map<Integer, Place> places = new HashMap<>();

  Places(Plan plan, Allocation allocation, Nd4jStore store) {
    Place arena = allocation.zeros(DType.F32, plan.arenaSize());
    for (Slot slot : plan.slots()) {
      switch (slot.storage()) {
        case VARIABLE -> set(slot, store.place(slot.name()));
        case FLAT, SMALL -> set(slot, allocation.zeros(slot.type(), slot.size()));
        case ARENA ->
            set(slot, new Place(arena.array(), plan.arenaOffsets().get(slot.id()), slot.size()));
        case INPUT -> {}
      }
    }
  }

  void set(Slot slot, Place place) {
    places.put(slot.id(), place);
  }

  Place at(Slot slot) {
    return Objects.requireNonNull(places.get(slot.id()), slot::name);
  }

  /** A view in one row. */
  INDArray row(View view) {
    return at(view.slot()).row(view);
  }

  /** Writes a view: as many numbers, or one that is written everywhere. */
  void write(View view, INDArray numbers) {
    at(view.slot()).write(view, numbers);
  }

  /** The number of a slot that holds one. */
  double scalar(Slot slot) {
    return at(slot).scalar();
  }
}
