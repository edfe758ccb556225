package org.glissade.nd4j;

import org.glissade.plan.Instruction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What the code of columns and scalars reads. */
record ColumnLoads(Places places) implements Loads {
  @Override
  public INDArray load(Instruction instruction) {
    if (instruction instanceof Instruction.LoadColumn load) {
      return places.at(load.column()).all();
    }
    if (instruction instanceof Instruction.LoadScalar load) {
      return places.at(load.scalar()).all();
    }
    if (instruction instanceof Instruction.Load load) {
      int length = load.strides().isEmpty() ? 1 : load.view().shape().size();
      return Place.doubles(places.at(load.view().slot()).row(load.view().offset(), length));
    }
    if (instruction instanceof Instruction.Table table) {
      return Nd4j.createFromArray(
          table.values().stream().mapToDouble(Double::doubleValue).toArray());
    }
    throw new IllegalStateException("No column reads " + instruction);
  }
}
