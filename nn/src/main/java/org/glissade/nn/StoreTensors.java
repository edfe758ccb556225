package org.glissade.nn;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.glissade.backend.Store;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Shape;
import org.glissade.tensor.ShapeException;
import org.glissade.tensor.Space;
import org.glissade.tensor.Variable;

/** The variables of a Store as tensors with readable names, and back. */
record StoreTensors(Store store) {
  /** Everything but cursors, copied. */
  SortedMap<String, NamedTensor> read() {
    return name(store.snapshot());
  }

  /** A snapshot as tensors. */
  SortedMap<String, NamedTensor> name(Map<String, double[]> snapshot) {
    SortedMap<String, NamedTensor> tensors = new TreeMap<>();
    snapshot.forEach((key, values) -> split(key, values, tensors));
    return tensors;
  }

  private void split(String key, double[] values, Map<String, NamedTensor> into) {
    Variable variable = variable(key);
    if (variable.space() != Space.FLAT) {
      into.put(key, new NamedTensor(variable.shape(), values));
      return;
    }
    Layout layout = store.layout();
    for (int i = 0; i < layout.parameters().size(); i++) {
      Parameter parameter = layout.parameters().get(i);
      int from = layout.offset(i);
      double[] part = Arrays.copyOfRange(values, from, from + layout.length(i));
      into.put(name(key, parameter), new NamedTensor(parameter.shape(), part));
    }
  }

  /**
   * Writes tensors into the Store. Nothing is written unless all fit.
   *
   * @param all whether tensors that the Store does not know are an error
   */
  void write(Map<String, NamedTensor> tensors, boolean all) {
    join(tensors, all).forEach(store::write);
  }

  /** Tensors as a snapshot; all must fit, as they do to be written. */
  SortedMap<String, double[]> join(Map<String, NamedTensor> tensors, boolean all) {
    SortedMap<String, Shape> own = shapes();
    TreeSet<String> missing = new TreeSet<>(own.keySet());
    missing.removeAll(tensors.keySet());
    TreeSet<String> unknown = new TreeSet<>(tensors.keySet());
    unknown.removeAll(own.keySet());
    if (!missing.isEmpty() || (all && !unknown.isEmpty())) {
      throw new IllegalArgumentException(
          "The state does not fit this run: it lacks %s, and has %s that this run does not know:"
                  .formatted(missing, unknown)
              + " use the model and the chain with which it was written");
    }
    own.forEach((name, shape) -> requireShape(name, shape, tensors));
    SortedMap<String, double[]> joined = store.snapshot();
    joined.forEach((key, values) -> join(key, values, tensors));
    return joined;
  }

  private SortedMap<String, Shape> shapes() {
    SortedMap<String, Shape> shapes = new TreeMap<>();
    read().forEach((name, tensor) -> shapes.put(name, tensor.shape()));
    return shapes;
  }

  private void join(String key, double[] values, Map<String, NamedTensor> tensors) {
    if (variable(key).space() != Space.FLAT) {
      System.arraycopy(tensor(key, tensors).values(), 0, values, 0, values.length);
      return;
    }
    Layout layout = store.layout();
    for (int i = 0; i < layout.parameters().size(); i++) {
      double[] part = tensor(name(key, layout.parameters().get(i)), tensors).values();
      System.arraycopy(part, 0, values, layout.offset(i), part.length);
    }
  }

  private static void requireShape(String name, Shape shape, Map<String, NamedTensor> tensors) {
    Shape found = tensor(name, tensors).shape();
    if (!found.equals(shape)) {
      throw new ShapeException(
          "%s has shape %s in the state, but %s in this model: use the model with which it was written"
              .formatted(name, found, shape));
    }
  }

  private static NamedTensor tensor(String name, Map<String, NamedTensor> tensors) {
    NamedTensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("The state lacks " + name);
    }
    return tensor;
  }

  private Variable variable(String key) {
    Variable variable = store.variables().get(key);
    if (variable == null) {
      throw new IllegalArgumentException("The Store does not hold " + key);
    }
    return variable;
  }

  private static String name(String key, Parameter parameter) {
    return key + ":" + parameter.path();
  }
}
