package org.glissade.cpu;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.glissade.backend.Store;
import org.glissade.backend.VariableTable;
import org.glissade.reference.InitialValues;
import org.glissade.tensor.DType;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Space;
import org.glissade.tensor.Variable;

/**
 * The variables of a session as heap arrays: floats for elements, doubles for what stands alone.
 */
final class CpuStore implements Store {
  private final VariableTable table = new VariableTable();
  private final Map<String, Cell> cells = new HashMap<>();

  /** Adds what a program needs, with first values. */
  void add(Definition definition, long seed) {
    for (Variable variable : table.add(definition)) {
      cells.put(variable.key(), Cell.allocate(variable.type(), variable.shape().size()));
      InitialValues first = new InitialValues(layout(), seed, () -> read(Variable.PARAMETERS));
      write(variable.key(), first.of(variable));
    }
  }

  /** Where a variable lies. */
  Cell cell(String key) {
    return java.util.Objects.requireNonNull(cells.get(table.get(key).key()));
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
    Cell cell = cell(key);
    if (cell.type == DType.F64) {
      return cell.doubles.clone();
    }
    double[] copy = new double[cell.floats.length];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = cell.floats[i];
    }
    return copy;
  }

  @Override
  public void write(String key, double... values) {
    Variable variable = table.get(key, values.length);
    Cell cell = cell(key);
    if (cell.type == DType.F64) {
      System.arraycopy(values, 0, cell.doubles, 0, values.length);
    } else if (variable.space() == Space.FLAT) {
      for (int p = 0; p < layout().parameters().size(); p++) {
        narrow(values, layout().offset(p), layout().length(p), cell.floats);
      }
    } else {
      narrow(values, 0, values.length, cell.floats);
    }
  }

  private static void narrow(double[] from, int offset, int n, float[] to) {
    for (int i = offset; i < offset + n; i++) {
      to[i] = (float) from[i];
    }
  }
}
