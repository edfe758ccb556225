package org.glissade.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A symbolic tensor: a node of a {@link Graph}. Its methods describe arithmetic and compute
 * nothing. Element-wise methods broadcast: axes are aligned at the last, and an axis of length 1
 * (or a missing one) is repeated. A scalar broadcasts to anything. Shapes are checked here, so that
 * a stack trace ends in the line that was wrong.
 */
public final class Tensor {
  private final Graph graph;
  private final int id;
  private final Op op;
  private final List<Tensor> inputs;
  private final Shape shape;
  private final DType type;
  private final Space space;

  Tensor(Graph graph, int id, Op op, List<Tensor> inputs, Shape shape, DType type, Space space) {
    this.graph = graph;
    this.id = id;
    this.op = op;
    this.inputs = inputs;
    this.shape = shape;
    this.type = type;
    this.space = space;
  }

  /** The program that it belongs to. */
  public Graph graph() {
    return graph;
  }

  /** Its number in the program; inputs have smaller ones. */
  public int id() {
    return id;
  }

  /** What it computes. */
  public Op op() {
    return op;
  }

  /** From what it computes. */
  public List<Tensor> inputs() {
    return inputs;
  }

  /** Input number i. */
  public Tensor input(int i) {
    return inputs.get(i);
  }

  /** The lengths of its axes. */
  public Shape shape() {
    return shape;
  }

  /** The type of its numbers. */
  public DType type() {
    return type;
  }

  /** Where its numbers stand. */
  public Space space() {
    return space;
  }

  /** this + other. */
  public Tensor plus(Tensor other) {
    return binary(BinaryFn.ADD, other);
  }

  /** this + value. */
  public Tensor plus(double value) {
    return plus(like(value));
  }

  /** this - other. */
  public Tensor minus(Tensor other) {
    return binary(BinaryFn.SUBTRACT, other);
  }

  /** this - value. */
  public Tensor minus(double value) {
    return minus(like(value));
  }

  /** this · other, element by element. */
  public Tensor times(Tensor other) {
    return binary(BinaryFn.MULTIPLY, other);
  }

  /** this · value. */
  public Tensor times(double value) {
    return value == 1 ? this : times(like(value));
  }

  /** this / other. */
  public Tensor dividedBy(Tensor other) {
    return binary(BinaryFn.DIVIDE, other);
  }

  /** this / value. */
  public Tensor dividedBy(double value) {
    return value == 1 ? this : dividedBy(like(value));
  }

  /** The larger of the two; NaN if either is. */
  public Tensor maximum(Tensor other) {
    return binary(BinaryFn.MAXIMUM, other);
  }

  /** The larger of the two; NaN if this is. */
  public Tensor maximum(double value) {
    return maximum(like(value));
  }

  /** The smaller of the two; NaN if either is. */
  public Tensor minimum(Tensor other) {
    return binary(BinaryFn.MINIMUM, other);
  }

  /** The smaller of the two; NaN if this is. */
  public Tensor minimum(double value) {
    return minimum(like(value));
  }

  /** this to a power. */
  public Tensor power(Tensor exponent) {
    return binary(BinaryFn.POWER, exponent);
  }

  /** 1 where this &lt; other, else 0; NaN gives 0. */
  public Tensor lessThan(Tensor other) {
    return binary(BinaryFn.LESS, other);
  }

  /** 1 where this ≤ other, else 0; NaN gives 0. */
  public Tensor atMost(Tensor other) {
    return binary(BinaryFn.LESS_OR_EQUAL, other);
  }

  /** 1 where the two are equal, else 0; NaN gives 0. */
  public Tensor equalTo(Tensor other) {
    return binary(BinaryFn.EQUAL, other);
  }

  /**
   * Where this is not 0 {@code yes}, else {@code no}: nothing of the one that is not taken leaks
   * through.
   */
  public Tensor select(Tensor yes, Tensor no) {
    Tensor[] aligned = Broadcasting.align(this, yes, no);
    Tensor model = aligned[1];
    return graph.node(new Op.Select(), List.of(aligned), model.shape, model.type, model.space);
  }

  /** -this. */
  public Tensor negate() {
    return unary(UnaryFn.NEGATE);
  }

  /** |this|. */
  public Tensor abs() {
    return unary(UnaryFn.ABS);
  }

  /** -1, 0 or 1. */
  public Tensor sign() {
    return unary(UnaryFn.SIGN);
  }

  /** this². */
  public Tensor square() {
    return unary(UnaryFn.SQUARE);
  }

  /** √this. */
  public Tensor sqrt() {
    return unary(UnaryFn.SQRT);
  }

  /** 1/this, and 0 where this is 0. */
  public Tensor reciprocalOrZero() {
    return unary(UnaryFn.RECIPROCAL_OR_ZERO);
  }

  /** e to the power of this. */
  public Tensor exp() {
    return unary(UnaryFn.EXP);
  }

  /** The natural logarithm. */
  public Tensor log() {
    return unary(UnaryFn.LOG);
  }

  /** The hyperbolic tangent. */
  public Tensor tanh() {
    return unary(UnaryFn.TANH);
  }

  /** 1/(1 + e^-this). */
  public Tensor sigmoid() {
    return unary(UnaryFn.SIGMOID);
  }

  /** The error function. */
  public Tensor erf() {
    return unary(UnaryFn.ERF);
  }

  /** max(this, 0). Its gradient at 0 is 0. */
  public Tensor relu() {
    return unary(UnaryFn.RELU);
  }

  /** The cosine, this in radians. */
  public Tensor cos() {
    return unary(UnaryFn.COS);
  }

  /** The largest integer that is not above this. */
  public Tensor floor() {
    return unary(UnaryFn.FLOOR);
  }

  /** 1 where this is neither infinite nor NaN, else 0. */
  public Tensor isFinite() {
    return unary(UnaryFn.IS_FINITE);
  }

  /** The same values, through which no gradient flows. */
  public Tensor detach() {
    return unary(UnaryFn.DETACH);
  }

  /** Any function of each element. */
  public Tensor unary(UnaryFn fn) {
    if (op instanceof Op.Constant constant) {
      return like(fn.apply(constant.value()));
    }
    return graph.node(new Op.Unary(fn), List.of(this), shape, type, space);
  }

  /** Any function of two elements, after broadcasting. */
  public Tensor binary(BinaryFn fn, Tensor other) {
    Tensor[] aligned = Broadcasting.align(this, other);
    Tensor model = aligned[0];
    if (aligned[0].op instanceof Op.Constant x && aligned[1].op instanceof Op.Constant y) {
      return model.like(fn.apply(x.value(), y.value()));
    }
    return graph.node(new Op.Binary(fn), List.of(aligned), model.shape, model.type, model.space);
  }

  /** A constant of this tensor's shape. */
  public Tensor like(double value) {
    DType real = type == DType.F64 ? DType.F64 : DType.F32;
    return graph.node(new Op.Constant(value), List.of(), shape, real, space);
  }

  /** The same numbers as floats: pixels and labels before arithmetic. */
  public Tensor toFloat() {
    return cast(DType.F32, space);
  }

  /** A dense tensor of one number as a scalar in double. */
  public Tensor toScalar() {
    if (shape.size() != 1) {
      throw graph.mismatch("Only one number can become a scalar, but the shape is " + shape);
    }
    return space == Space.SCALAR ? this : reshape(Shape.of()).cast(DType.F64, Space.SCALAR);
  }

  /** A column or scalar as a dense list of floats: a number for each group. */
  public Tensor toDense() {
    if (space == Space.FLAT) {
      throw graph.mismatch(
          "Values of parameters are no list: reduce within a partition, or unpack");
    }
    Tensor list = cast(DType.F32, Space.DENSE);
    return space == Space.SCALAR ? list.reshape(Shape.of(1)) : list;
  }

  /** A dense list with a number for each group of a partition, as a column in double. */
  public Tensor toColumn(Partition partition) {
    if (partition.space() == Space.SCALAR) {
      return toScalar();
    }
    if (space != Space.DENSE || !shape.equals(partition.shape())) {
      throw graph.mismatch(
          "A column of %d groups is made of a dense list of as many numbers, not of %s %s"
              .formatted(partition.groups(), space, shape));
    }
    return cast(DType.F64, Space.COLUMN);
  }

  private Tensor cast(DType to, Space into) {
    return type == to && space == into
        ? this
        : graph.node(new Op.Cast(), List.of(this), shape, to, into);
  }

  /**
   * Σ over the axes, which stay with length 1; over all axes if none is named, which gives shape
   * [].
   */
  public Tensor sum(int... axes) {
    return reduce(ReduceFn.SUM, axes);
  }

  /** The largest along the axes, as {@link #sum}. */
  public Tensor max(int... axes) {
    return reduce(ReduceFn.MAX, axes);
  }

  /** The mean over the axes, as {@link #sum}. */
  public Tensor mean(int... axes) {
    Tensor sum = sum(axes);
    return sum.times((double) sum.shape.size() / shape.size());
  }

  /** Any reduction, as {@link #sum}. */
  public Tensor reduce(ReduceFn fn, int... axes) {
    if (axes.length == 0) {
      return reduceRange(fn, 0, shape.rank()).reshape(Shape.of());
    }
    Tensor result = this;
    ReduceFn next = fn;
    int[] sorted = IntStream.of(axes).map(shape::axis).sorted().distinct().toArray();
    for (int end = sorted.length; end > 0; ) {
      int begin = end - 1;
      while (begin > 0 && sorted[begin - 1] == sorted[begin] - 1) {
        begin--;
      }
      result = result.reduceRange(next, sorted[begin], sorted[end - 1] + 1);
      next = fn.ofResults();
      end = begin;
    }
    return result;
  }

  private Tensor reduceRange(ReduceFn fn, int from, int to) {
    requireAxes();
    List<Integer> dims = new ArrayList<>(shape.dims());
    for (int axis = from; axis < to; axis++) {
      dims.set(axis, 1);
    }
    return graph.node(
        new Op.Reduce(fn, from, to), List.of(toFloat()), new Shape(dims), DType.F32, Space.DENSE);
  }

  /** Values of parameters have no axes: one parameter's padding would count as its neighbour. */
  private void requireAxes() {
    if (space == Space.FLAT || space == Space.COLUMN) {
      throw graph.mismatch(
          "%s values have no axes to reduce over: reduce within a partition, or unpack a parameter"
              .formatted(space));
    }
  }

  /** The index of the largest entry along the last axis, which becomes 1 long. */
  public Tensor argMax() {
    requireAxes();
    return graph.node(
        new Op.ArgMax(), List.of(toFloat()), shape.with(-1, 1), DType.F32, Space.DENSE);
  }

  /** The matrix product of [m, k] and [k, n]: [m, n]. */
  public Tensor matmul(Tensor other) {
    return matmul(other, false, false);
  }

  /** The matrix product of this and other, each transposed first where said. */
  public Tensor matmul(Tensor other, boolean transposeThis, boolean transposeOther) {
    if (shape.rank() != 2 || other.shape.rank() != 2) {
      throw graph.mismatch(
          "a matrix product takes two matrices, but the shapes are %s and %s; flatten first"
              .formatted(shape, other.shape));
    }
    if (isTransposed()) {
      return input(0).matmul(other, !transposeThis, transposeOther);
    }
    if (other.isTransposed()) {
      return matmul(other.input(0), transposeThis, !transposeOther);
    }
    int m = shape.dim(transposeThis ? 1 : 0);
    int k = shape.dim(transposeThis ? 0 : 1);
    int otherK = other.shape.dim(transposeOther ? 1 : 0);
    int n = other.shape.dim(transposeOther ? 0 : 1);
    if (k != otherK) {
      throw graph.mismatch(
          "%s by %s do not multiply: %d columns meet %d rows; make the two equal"
              .formatted(shape, other.shape, k, otherK));
    }
    Op op = new Op.MatMul(transposeThis, transposeOther);
    List<Tensor> factors = List.of(toFloat(), other.toFloat());
    return graph.node(op, factors, Shape.of(m, n), DType.F32, Space.DENSE);
  }

  private boolean isTransposed() {
    return op instanceof Op.Transpose transpose && transpose.order().equals(List.of(1, 0));
  }

  /** Axis i of the result is axis order[i] of this; without arguments the axes are reversed. */
  public Tensor transpose(int... order) {
    List<Integer> axes =
        order.length == 0
            ? IntStream.range(0, shape.rank()).map(i -> shape.rank() - 1 - i).boxed().toList()
            : IntStream.of(order).map(shape::axis).boxed().toList();
    if (axes.stream().distinct().count() != shape.rank()) {
      throw graph.mismatch("%s is not an order of the axes of %s".formatted(axes, shape));
    }
    Shape result = new Shape(axes.stream().map(shape::dim).toList());
    return graph.node(new Op.Transpose(axes), List.of(this), result, type, space);
  }

  /** The same numbers in the same order under other axes. */
  public Tensor reshape(Shape to) {
    if (to.size() != shape.size()) {
      throw graph.mismatch(
          "%s holds %d numbers and %s holds %d: a reshape keeps their number"
              .formatted(shape, shape.size(), to, to.size()));
    }
    if (to.equals(shape)) {
      return this;
    }
    Op same = op instanceof Op.Constant ? op : new Op.Reshape();
    List<Tensor> from = op instanceof Op.Constant ? List.of() : List.of(this);
    return graph.node(same, from, to, type, space);
  }

  /** This tensor repeated to a shape: axes aligned at the last, those of length 1 repeated. */
  public Tensor broadcast(Shape to) {
    return Broadcasting.to(this, to);
  }

  /**
   * Rows of this program input, picked by an index tensor of integers of shape [n]; the first axis
   * becomes n long. A run with an index out of range fails.
   */
  public Tensor gather(Tensor index) {
    if (!(op instanceof Op.Input) || index.type != DType.I32 || index.shape.rank() != 1) {
      throw graph.mismatch(
          "gather picks rows of a program input by a list of i32, but was given %s by %s %s"
              .formatted(op, index.type, index.shape));
    }
    Shape result = shape.with(0, index.shape.dim(0));
    return graph.node(new Op.Gather(), List.of(this, index), result, type, Space.DENSE);
  }

  /**
   * {@code count} entries of this program input, a list of i32, from the position that a scalar
   * gives. A run fails where that leads past the end.
   */
  public Tensor take(Tensor position, int count) {
    if (!(op instanceof Op.Input) || type != DType.I32 || shape.rank() != 1) {
      throw graph.mismatch("take reads a program input that is a list of i32, not " + this);
    }
    return graph.node(
        new Op.Take(count), List.of(this, position), Shape.of(count), type, Space.DENSE);
  }

  /** The part of this flat tensor that belongs to a parameter, in the parameter's shape. */
  public Tensor unpack(Layout layout, Parameter parameter) {
    Op op = new Op.Unpack(layout, parameter);
    return graph.node(op, List.of(this), parameter.shape(), DType.F32, Space.DENSE);
  }

  /** This flat tensor reduced within each group. */
  public Tensor reduce(ReduceFn fn, Partition partition) {
    Op op = new Op.SegmentReduce(fn, partition);
    return graph.node(op, List.of(this), partition.shape(), DType.F64, partition.space());
  }

  /** This column given to every element of its groups. */
  public Tensor spread(Partition partition) {
    Shape flat = Shape.of(partition.layout().size());
    if (space == Space.SCALAR) {
      return graph.node(new Op.Broadcast(), List.of(this), flat, DType.F32, Space.FLAT);
    }
    return graph.node(new Op.Spread(partition), List.of(this), flat, DType.F32, Space.FLAT);
  }

  /** This flat tensor for the members, {@code no} for the others. */
  public Tensor route(Layout layout, Members members, Tensor no) {
    Op op = new Op.Route(layout, members);
    return graph.node(op, List.of(this, no), shape, DType.F32, Space.FLAT);
  }

  @Override
  public String toString() {
    return "%%%d = %s %s %s".formatted(id, op, type, shape);
  }
}
