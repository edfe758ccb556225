package org.glissade.nn;

import java.util.ArrayList;
import java.util.List;
import org.glissade.transform.Norm;

/** Reads norms from the outputs of a step: |Π factors|·√squares for each group. */
final class NormReader {
  private final String squares;
  private final List<String> groups;
  private final String[] scalars;
  private final String[] columns;
  private final double constant;
  private final double[] column;

  /**
   * Norms of one value.
   *
   * @param name of the output that has the squares
   */
  NormReader(String name, Norm norm) {
    this.squares = name;
    this.groups = norm.partition().names();
    this.column = new double[groups.size()];
    List<String> single = new ArrayList<>();
    List<String> many = new ArrayList<>();
    double product = 1;
    for (int i = 0; i < norm.factors().size(); i++) {
      if (norm.constant(i).isPresent()) {
        product *= norm.constant(i).getAsDouble();
      } else {
        boolean isSingle = norm.factors().get(i).shape().rank() == 0;
        (isSingle ? single : many).add(LinkOutputs.factor(name, i));
      }
    }
    this.scalars = single.toArray(String[]::new);
    this.columns = many.toArray(String[]::new);
    this.constant = product;
  }

  List<String> groups() {
    return groups;
  }

  void read(LastOutputs outputs, double[] into) {
    double factor = constant;
    for (String scalar : scalars) {
      factor *= outputs.scalar(scalar);
    }
    outputs.read(squares, into);
    for (int g = 0; g < into.length; g++) {
      into[g] = Math.abs(factor) * Math.sqrt(into[g]);
    }
    for (String each : columns) {
      outputs.read(each, column);
      for (int g = 0; g < into.length; g++) {
        into[g] *= Math.abs(column[g]);
      }
    }
  }
}
