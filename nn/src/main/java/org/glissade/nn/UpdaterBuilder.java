package org.glissade.nn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glissade.backend.Backend;
import org.glissade.backend.SessionOptions;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Shape;
import org.glissade.transform.GradientTransform;
import org.jspecify.annotations.Nullable;

/** Collects what an {@link Updater} updates, and where; {@link Updater#of} begins it. */
public final class UpdaterBuilder {
  private final GradientTransform chain;
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private @Nullable Backend backend;
  private long seed = 1;
  private int threads;

  UpdaterBuilder(GradientTransform chain) {
    this.chain = chain;
  }

  /**
   * Something to update. Declare the first layer's parameters first.
   *
   * @param path its name; what stands before the last {@code /} is its layer
   * @param shape its axes, of which the last counts its output units
   * @param first its values now, in C order, copied
   * @throws IllegalArgumentException if the path was given before, or the number of values does not
   *     fit the shape
   */
  public UpdaterBuilder parameter(String path, Shape shape, Kind kind, float... first) {
    if (first.length != shape.size()) {
      throw new IllegalArgumentException(
          "Parameter %s has shape %s, %d elements, but %d values were given"
              .formatted(path, shape, shape.size(), first.length));
    }
    float[] own = first.clone();
    String layer = path.substring(0, Math.max(0, path.lastIndexOf('/')));
    int units = shape.rank() - 1;
    Parameter parameter =
        new Parameter(
            path,
            layer.isEmpty() ? path : layer,
            shape,
            kind,
            units,
            (into, of, key) -> System.arraycopy(own, 0, into, 0, own.length));
    if (parameters.putIfAbsent(path, parameter) != null) {
      throw new IllegalArgumentException(
          "Two parameters are called %s: give one of them another name".formatted(path));
    }
    return this;
  }

  /** What computes; unless set, what {@link org.glissade.backend.BackendSelector} selects. */
  public UpdaterBuilder backend(Backend chosen) {
    backend = chosen;
    return this;
  }

  /** Of all random numbers of the chain. 1 unless set. */
  public UpdaterBuilder seed(long number) {
    seed = number;
    return this;
  }

  /** How many threads to compute with; the backend chooses unless set. */
  public UpdaterBuilder threads(int number) {
    threads = number;
    return this;
  }

  /**
   * The updater.
   *
   * @throws IllegalArgumentException if there is no parameter, the chain cannot be applied to them,
   *     or no backend was given and none can run here
   */
  public Updater build() {
    if (parameters.isEmpty()) {
      throw new IllegalArgumentException(
          "There is nothing to update: declare each parameter by parameter(...)");
    }
    Layout layout = Layout.of(List.copyOf(parameters.values()));
    Backend chosen = backend == null ? TrainerBuilder.choose() : backend;
    return new Updater(layout, chain, chosen.open(new SessionOptions(seed, threads)));
  }
}
