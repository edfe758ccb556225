package org.glissade.cpu;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.glissade.cpu.kernel.Kernels;
import org.glissade.plan.Instruction;
import org.glissade.plan.Slot;
import org.glissade.plan.View;
import org.glissade.tensor.DType;
import org.glissade.tensor.Shape;
import org.jspecify.annotations.Nullable;

/** Compiles the instructions of dense code that load something. */
final class DenseLoads implements Leaves {
  private final Kernels kernels;
  private final Function<Slot, Cell> cells;
  private final int[] dims;
  private final @Nullable View product;

  /**
   * Loads for one piece of code.
   *
   * @param iteration the shape over which the code runs
   * @param product where the matrix product lies that the code finishes; null if it finishes none
   */
  DenseLoads(Kernels kernels, Function<Slot, Cell> cells, Shape iteration, @Nullable View product) {
    this.kernels = kernels;
    this.cells = cells;
    this.dims = iteration.dims().stream().mapToInt(Integer::intValue).toArray();
    this.product = product;
  }

  @Override
  public TileOp compile(Instruction instruction, int i) {
    if (instruction instanceof Instruction.Constant constant) {
      return (t, start, n) -> t.values[i] = constant.value();
    }
    if (instruction instanceof Instruction.LoadScalar scalar) {
      Cell cell = cells.apply(scalar.scalar());
      return (t, start, n) -> t.values[i] = cell.doubles[0];
    }
    if (instruction instanceof Instruction.Product && product != null) {
      return contiguous(product, i);
    }
    if (instruction instanceof Instruction.Index index) {
      return index(index.axis(), i);
    }
    if (instruction instanceof Instruction.LoadRow row) {
      return new RowLoad(
          kernels,
          cells.apply(row.data().slot()),
          row.data(),
          cells.apply(row.index().slot()),
          row.rowAxis(),
          dims,
          strides(row.strides()),
          i);
    }
    if (instruction instanceof Instruction.Load load) {
      return load(load, i);
    }
    throw new IllegalStateException("Dense code cannot run " + instruction);
  }

  private TileOp load(Instruction.Load load, int i) {
    if (isContiguous(load)) {
      return contiguous(load.view(), i);
    }
    Cell cell = cells.apply(load.view().slot());
    return new StridedLoad(kernels, cell, load.view().offset(), dims, strides(load.strides()), i);
  }

  private boolean isContiguous(Instruction.Load load) {
    boolean floats = load.view().slot().type() == DType.F32;
    return floats && Arrays.equals(strides(load.strides()), dense());
  }

  @Override
  public boolean isInPlace(Instruction instruction) {
    return Leaves.isUniform(instruction)
        || instruction instanceof Instruction.Product
        || instruction instanceof Instruction.Load load && isContiguous(load);
  }

  @Override
  public boolean isFlat(Instruction instruction) {
    return false;
  }

  private TileOp contiguous(View view, int i) {
    Cell cell = cells.apply(view.slot());
    int offset = view.offset();
    return (t, start, n) -> t.point(i, cell.floats, cell.offset + offset + start);
  }

  private TileOp index(int axis, int i) {
    int stride = 1;
    for (int d = axis + 1; d < dims.length; d++) {
      stride *= dims[d];
    }
    int step = stride;
    int length = dims[axis];
    return (t, start, n) -> {
      float[] own = t.own(i);
      int value = start / step % length;
      int left = step - start % step;
      for (int e = 0; e < n; e++) {
        own[e] = value;
        if (--left == 0) {
          left = step;
          value = value + 1 == length ? 0 : value + 1;
        }
      }
    };
  }

  /** The strides with which a tensor of the iteration's shape lies row by row. */
  private int[] dense() {
    int[] strides = new int[dims.length];
    int next = 1;
    for (int d = dims.length - 1; d >= 0; d--) {
      strides[d] = dims[d] == 1 ? 0 : next;
      next *= dims[d];
    }
    return strides;
  }

  private static int[] strides(List<Integer> strides) {
    return strides.stream().mapToInt(Integer::intValue).toArray();
  }
}
