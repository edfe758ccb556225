package org.glissade.cuda;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.glissade.backend.Store;
import org.glissade.backend.VariableTable;
import org.glissade.reference.InitialValues;
import org.glissade.tensor.DType;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Space;
import org.glissade.tensor.Variable;

/** The variables of a session in device memory. */
final class CudaStore implements Store {
  private final Device device;
  private final Runnable check;
  private final VariableTable table = new VariableTable();
  private final Map<String, Long> addresses = new HashMap<>();

  /**
   * An empty Store.
   *
   * @param check fails if what ran last went wrong
   */
  CudaStore(Device device, Runnable check) {
    this.device = device;
    this.check = check;
  }

  /** Adds what a program needs, with first values. */
  void add(Definition definition, long seed) {
    for (Variable variable : table.add(definition)) {
      long bytes = (long) variable.type().bytes() * variable.shape().size();
      addresses.put(variable.key(), device.driver().allocate(bytes));
      InitialValues first = new InitialValues(layout(), seed, () -> read(Variable.PARAMETERS));
      write(variable.key(), first.of(variable));
    }
  }

  /** Where a variable lies. */
  long address(String key) {
    return Objects.requireNonNull(addresses.get(table.get(key).key()));
  }

  /** Gives everything back. */
  void free() {
    addresses.values().forEach(device.driver()::free);
  }

  @Override
  public SortedMap<String, Variable> variables() {
    return table.variables();
  }

  @Override
  public Layout layout() {
    return table.layout();
  }

  @Override
  public double[] read(String key) {
    Variable variable = table.get(key);
    check.run();
    if (variable.type() == DType.F64) {
      double[] values = new double[variable.shape().size()];
      device.read(address(key), values);
      return values;
    }
    float[] values = new float[variable.shape().size()];
    device.read(address(key), values);
    return Arrays.widen(values);
  }

  @Override
  public void write(String key, double... values) {
    Variable variable = table.get(key, values.length);
    if (variable.type() == DType.F64) {
      device.write(address(key), values);
      return;
    }
    float[] floats = Arrays.narrow(values);
    if (variable.space() == Space.FLAT) {
      clearPadding(floats);
    }
    device.write(address(key), floats);
  }

  private void clearPadding(float[] flat) {
    int count = layout().parameters().size();
    for (int p = 0; p < count; p++) {
      int end = p + 1 < count ? layout().offset(p + 1) : layout().size();
      java.util.Arrays.fill(flat, layout().offset(p) + layout().length(p), end, 0);
    }
  }
}
