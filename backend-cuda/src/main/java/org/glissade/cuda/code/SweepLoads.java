package org.glissade.cuda.code;

import java.util.List;
import org.glissade.plan.Instruction;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Partition;

/**
 * Loads at an element of the flat buffers. Kernels know {@code p}, the parameter, {@code f}, the
 * place in the flat index, and {@code element}, that within the parameter.
 */
final class SweepLoads implements Loads {
  private final Kernel kernel;
  private final Layout layout;
  private final Tables tables;
  private final List<Integer> parameters;

  SweepLoads(Kernel kernel, Layout layout, Tables tables, List<Integer> parameters) {
    this.kernel = kernel;
    this.layout = layout;
    this.tables = tables;
    this.parameters = parameters;
  }

  @Override
  public String load(Instruction instruction) {
    if (instruction instanceof Instruction.LoadFlat load) {
      return kernel.use(load.flat()) + "[f]";
    }
    if (instruction instanceof Instruction.LoadScalar scalar) {
      return kernel.use(scalar.scalar()) + "[0]";
    }
    if (instruction instanceof Instruction.LoadGroup load) {
      return group(load);
    }
    if (instruction instanceof Instruction.Load load) {
      return kernel.element(load.view(), "0");
    }
    throw new IllegalStateException("No element of a sweep has " + instruction);
  }

  private String group(Instruction.LoadGroup load) {
    String column = kernel.use(load.column());
    Partition partition = load.partition();
    boolean outside = parameters.stream().anyMatch(p -> partition.firstGroup(p) == Partition.NONE);
    String first = first(partition);
    String group = partition.perUnit() ? first + " + " + unit() : first;
    String value = "%s[%s]".formatted(column, group);
    return outside ? "(%s < 0 ? 0.0 : %s)".formatted(first, value) : value;
  }

  /** The first group of the parameter at hand. */
  String first(Partition partition) {
    List<Integer> firsts = parameters.stream().map(partition::firstGroup).distinct().toList();
    return firsts.size() == 1 ? String.valueOf(firsts.get(0)) : ofParameter(partition::firstGroup);
  }

  private String unit() {
    String stride = ofParameter(p -> layout.parameters().get(p).unitStride());
    String units = ofParameter(p -> layout.parameters().get(p).units());
    return "element / %s %% %s".formatted(stride, units);
  }

  /** A number that each parameter has. */
  private String ofParameter(java.util.function.IntUnaryOperator number) {
    if (parameters.size() == 1) {
      return String.valueOf(number.applyAsInt(parameters.get(0)));
    }
    int count = layout.parameters().size();
    return tables.ofInts(java.util.stream.IntStream.range(0, count).map(number).toArray()) + "[p]";
  }
}
