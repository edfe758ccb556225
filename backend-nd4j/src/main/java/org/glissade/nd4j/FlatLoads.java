package org.glissade.nd4j;

import org.glissade.plan.Instruction;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Partition;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What the code of a sweep reads, over all elements of one parameter. */
final class FlatLoads implements Loads {
  private final Places places;
  private final Layout layout;
  private final int parameter;

  FlatLoads(Places places, Layout layout, int parameter) {
    this.places = places;
    this.layout = layout;
    this.parameter = parameter;
  }

  @Override
  public INDArray load(Instruction instruction) {
    if (instruction instanceof Instruction.LoadFlat load) {
      Place flat = places.at(load.flat());
      return Place.doubles(flat.row(layout.offset(parameter), layout.length(parameter)));
    }
    if (instruction instanceof Instruction.LoadGroup load) {
      return groups(places.at(load.column()), load.partition());
    }
    if (instruction instanceof Instruction.LoadScalar load) {
      return places.at(load.scalar()).all();
    }
    throw new IllegalStateException("No sweep reads " + instruction);
  }

  private INDArray groups(Place column, Partition partition) {
    int first = partition.firstGroup(parameter);
    if (first == Partition.NONE) {
      return Nd4j.createFromArray(new double[] {0});
    }
    return partition.perUnit()
        ? Place.doubles(
            column.part(first, units(layout.parameters().get(parameter)), new long[] {0, 1, 0}))
        : column.row(first, 1);
  }

  /** A parameter's axes with those of its units in the middle. */
  static long[] units(Parameter parameter) {
    long units = parameter.units();
    long inner = parameter.unitStride();
    return new long[] {parameter.shape().size() / (units * inner), units, inner};
  }
}
