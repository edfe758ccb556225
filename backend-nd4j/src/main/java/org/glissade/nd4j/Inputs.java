package org.glissade.nd4j;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.glissade.backend.BoundInputs;
import org.glissade.data.Field;
import org.glissade.tensor.Op;
import org.glissade.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** The data of a session, copied to native memory by the first run after it was bound. */
final class Inputs {
  private final BoundInputs bound = new BoundInputs();
  private final Map<String, Place> places = new HashMap<>();
  private final Set<String> changed = new TreeSet<>();
  private final Allocation allocation;

  Inputs(Allocation allocation) {
    this.allocation = allocation;
  }

  void bind(String input, Field data) {
    bound.bind(input, data);
    changed.add(input);
  }

  /** The data behind an input: {@link BoundInputs#of}. */
  Field field(Tensor input) {
    return bound.of(input);
  }

  /** Where the data of an input lies. */
  Place place(Tensor input) {
    Field field = field(input);
    String name = ((Op.Input) input.op()).name();
    if (changed.remove(name)) {
      places.put(name, copy(field, places.get(name)));
    }
    return Objects.requireNonNull(places.get(name));
  }

  private Place copy(Field field, @Nullable Place old) {
    int size = field.count() * field.example().size();
    boolean fits = old != null && old.size() == size && old.holds(field.type());
    if (old != null && !fits) {
      allocation.free(old);
    }
    Place place = old != null && fits ? old : allocation.zeros(field.type(), size);
    Scratch.run(() -> place.array().assign(NDArrays.of(field).reshape(size)));
    return place;
  }
}
