package org.glissade.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.glissade.tensor.Op;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.UnaryFn;
import org.jspecify.annotations.Nullable;

/** Writes the code of one dense kernel: from its root down to what is in memory. */
final class DenseCode {
  /** The axis of a tensor that follows no axis of the iteration. */
  private static final int FIXED = -1;

  private record At(Tensor node, List<Integer> axes) {}

  private final Fusion fusion;
  private final Memory memory;
  private final Shape iteration;
  private final @Nullable Tensor product;
  private final List<Instruction> instructions = new ArrayList<>();
  private final Map<At, Integer> known = new HashMap<>();
  private final Map<Instruction, Integer> emitted = new HashMap<>();

  private DenseCode(Fusion fusion, Memory memory, Shape iteration, @Nullable Tensor product) {
    this.fusion = fusion;
    this.memory = memory;
    this.iteration = iteration;
    this.product = product;
  }

  /** The code that computes a kernel's root from its inputs. */
  static Code ofRoot(Fusion fusion, Memory memory, Tensor root) {
    DenseCode code = new DenseCode(fusion, memory, root.shape(), fusion.product(root));
    return code.finish(code.compute(root, code.identity()));
  }

  /** The code that reads a tensor, computing it on the way if it is not in memory. */
  static Code ofInput(Fusion fusion, Memory memory, Tensor input) {
    DenseCode code = new DenseCode(fusion, memory, input.shape(), null);
    return code.finish(code.read(input, code.identity()));
  }

  /** The code that copies a tensor that is in memory. */
  static Code ofMemory(View view) {
    return new Code(List.of(load(view)), 0);
  }

  /** The code that takes one tensor that is in memory where a scalar is not 0, else the other. */
  static Code ofMemory(Slot condition, View yes, View no) {
    Instruction holds = new Instruction.LoadScalar(condition);
    return new Code(List.of(holds, load(yes), load(no), new Instruction.Select(0, 1, 2)), 3);
  }

  private static Instruction load(View view) {
    List<Integer> strides = new ArrayList<>();
    for (int axis = 0; axis < view.shape().rank(); axis++) {
      strides.add(view.shape().dim(axis) == 1 ? 0 : view.shape().stride(axis));
    }
    return new Instruction.Load(view, strides);
  }

  private Code finish(int result) {
    return new Code(instructions, result);
  }

  private List<Integer> identity() {
    List<Integer> axes = new ArrayList<>();
    for (int axis = 0; axis < iteration.rank(); axis++) {
      axes.add(axis);
    }
    return axes;
  }

  /** The value of a tensor whose axes follow the given axes of the iteration. */
  private int read(Tensor node, List<Integer> axes) {
    At at = new At(node, axes);
    Integer found = known.get(at);
    if (found == null) {
      found = isInMemory(node) ? load(node, axes) : compute(node, axes);
      known.put(at, found);
    }
    return found;
  }

  private boolean isInMemory(Tensor node) {
    if (node.op() instanceof Op.Reshape) {
      return !Nodes.isThinReshape(node) || isInMemory(node.input(0));
    }
    return fusion.isKept(node) || Nodes.isStored(node) || node.op() instanceof Op.Unpack;
  }

  private int load(Tensor node, List<Integer> axes) {
    return emit(new Instruction.Load(memory.view(node), strides(node.shape(), 0, axes)));
  }

  /**
   * How far each axis of the iteration moves in a tensor of this shape, axes before {@code first}
   * left out.
   */
  private List<Integer> strides(Shape shape, int first, List<Integer> axes) {
    Integer[] strides = new Integer[iteration.rank()];
    Arrays.fill(strides, 0);
    for (int axis = first; axis < shape.rank(); axis++) {
      if (axes.get(axis) != FIXED && shape.dim(axis) > 1) {
        strides[axes.get(axis)] += shape.stride(axis);
      }
    }
    return List.of(strides);
  }

  private int compute(Tensor node, List<Integer> axes) {
    if (node == product) {
      return emit(new Instruction.Product());
    }
    Op op = node.op();
    if (op instanceof Op.Unary unary) {
      int x = read(node.input(0), axes);
      return unary.fn() == UnaryFn.DETACH ? x : emit(new Instruction.Unary(unary.fn(), x));
    }
    if (op instanceof Op.Binary binary) {
      int x = read(node.input(0), axes);
      return emit(new Instruction.Binary(binary.fn(), x, read(node.input(1), axes)));
    }
    if (op instanceof Op.Select) {
      int condition = read(node.input(0), axes);
      int yes = read(node.input(1), axes);
      return emit(new Instruction.Select(condition, yes, read(node.input(2), axes)));
    }
    if (op instanceof Op.Constant constant) {
      return emit(new Instruction.Constant(constant.value()));
    }
    if (op instanceof Op.Index index) {
      int axis = axes.get(index.axis());
      return emit(axis == FIXED ? new Instruction.Constant(0) : new Instruction.Index(axis));
    }
    if (op instanceof Op.Gather) {
      return loadRow(node, axes);
    }
    return readThrough(node, axes);
  }

  /** Nodes that only change where their input is read. */
  private int readThrough(Tensor node, List<Integer> axes) {
    Tensor input = node.input(0);
    Op op = node.op();
    if (input.space() == Space.SCALAR) {
      return emit(scalar(input));
    }
    if (input.space() == Space.COLUMN) {
      return emit(column(input, axes));
    }
    if (op instanceof Op.Cast) {
      return read(input, axes);
    }
    if (op instanceof Op.Broadcast) {
      return read(input, repeated(node.shape(), input.shape(), axes));
    }
    if (op instanceof Op.Reshape) {
      return read(input, thinned(node.shape(), input.shape(), axes));
    }
    if (op instanceof Op.Transpose transpose) {
      List<Integer> turned = new ArrayList<>(Collections.nCopies(axes.size(), FIXED));
      for (int axis = 0; axis < axes.size(); axis++) {
        turned.set(transpose.order().get(axis), axes.get(axis));
      }
      return read(input, turned);
    }
    throw new IllegalStateException("No kernel computes " + node);
  }

  /** A number of a column, which is in memory unless it is the same for every group. */
  private Instruction column(Tensor column, List<Integer> axes) {
    if (column.op() instanceof Op.Constant constant) {
      return new Instruction.Constant(constant.value());
    }
    return column.op() instanceof Op.Broadcast
        ? scalar(column.input(0))
        : new Instruction.Load(
            View.of(memory.slot(column), column.shape()), strides(column.shape(), 0, axes));
  }

  private Instruction scalar(Tensor scalar) {
    return scalar.op() instanceof Op.Constant constant
        ? new Instruction.Constant(constant.value())
        : new Instruction.LoadScalar(memory.slot(scalar));
  }

  private static List<Integer> repeated(Shape from, Shape to, List<Integer> axes) {
    int added = from.rank() - to.rank();
    List<Integer> result = new ArrayList<>();
    for (int axis = 0; axis < to.rank(); axis++) {
      result.add(to.dim(axis) == 1 ? FIXED : axes.get(axis + added));
    }
    return result;
  }

  private static List<Integer> thinned(Shape from, Shape to, List<Integer> axes) {
    List<Integer> result = new ArrayList<>();
    int next = 0;
    for (int axis = 0; axis < to.rank(); axis++) {
      if (to.dim(axis) == 1) {
        result.add(FIXED);
        continue;
      }
      while (from.dim(next) == 1) {
        next++;
      }
      result.add(axes.get(next++));
    }
    return result;
  }

  private int loadRow(Tensor gather, List<Integer> axes) {
    View data = memory.view(gather.input(0));
    View index = memory.view(gather.input(1));
    List<Integer> strides = strides(gather.shape(), 1, axes);
    return emit(new Instruction.LoadRow(data, index, axes.get(0), strides));
  }

  private int emit(Instruction instruction) {
    return emitted.computeIfAbsent(
        instruction,
        key -> {
          instructions.add(key);
          return instructions.size() - 1;
        });
  }
}
