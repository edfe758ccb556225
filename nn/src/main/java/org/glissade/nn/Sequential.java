package org.glissade.nn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.glissade.layer.Layer;
import org.glissade.layer.Scope;
import org.glissade.tensor.Tensor;

/**
 * Layers one after another. Each is called by its name and its number among those of the same name:
 * {@code dense-1}, {@code relu-1}, {@code dense-2}.
 *
 * @param layers in the order in which they are applied
 */
public record Sequential(List<Layer> layers) implements Layer {
  /** Copies the list. */
  public Sequential {
    layers = List.copyOf(layers);
  }

  /** These layers in this order. */
  public static Sequential of(Layer... layers) {
    return new Sequential(List.of(layers));
  }

  @Override
  public Tensor apply(Tensor x, Scope scope) {
    Map<String, Integer> numbers = new HashMap<>();
    Tensor result = x;
    for (Layer layer : layers) {
      int number = numbers.merge(layer.name(), 1, Integer::sum);
      result = scope.child(layer.name() + "-" + number, layer, result);
    }
    return result;
  }

  @Override
  public String name() {
    return "sequential";
  }
}
