package org.glissade.tensor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The derivative of each op: from the gradient of a node to that of its input number {@link #i}.
 */
@SuppressWarnings("NullAway") // it does not read the @Nullable of a type argument
final class GradientRules implements Op.Visitor<@Nullable Tensor> {
  private static final double TWO_OVER_ROOT_PI = 1.1283791670955126;

  private final Tensor node;
  private final Tensor g;
  private int i;

  GradientRules(Tensor node, Tensor gradient) {
    this.node = node;
    this.g = gradient;
  }

  /** The gradient of input number i; null if the op passes none to it. */
  @Nullable Tensor forInput(int i) {
    this.i = i;
    return node.op().accept(this);
  }

  private Tensor x() {
    return node.input(0);
  }

  @Override
  public @Nullable Tensor unary(Op.Unary op) {
    Tensor y = node;
    return switch (op.fn()) {
      case NEGATE -> g.negate();
      case ABS -> g.times(x().sign());
      case SQUARE -> g.times(x().times(2));
      case SQRT -> g.times(y.times(2).reciprocalOrZero());
      case RECIPROCAL_OR_ZERO -> g.times(y.square().negate());
      case EXP -> g.times(y);
      case LOG -> g.dividedBy(x());
      case TANH -> g.times(y.like(1).minus(y.square()));
      case SIGMOID -> g.times(y.times(y.like(1).minus(y)));
      case ERF -> g.times(x().square().negate().exp().times(TWO_OVER_ROOT_PI));
      case RELU -> y.select(g, g.like(0));
      case COS -> g.times(x().minus(Math.PI / 2).cos().negate());
      case SIGN, FLOOR, IS_FINITE, DETACH -> null;
    };
  }

  @Override
  public @Nullable Tensor binary(Op.Binary op) {
    Tensor a = node.input(0);
    Tensor b = node.input(1);
    return switch (op.fn()) {
      case ADD -> g;
      case SUBTRACT -> i == 0 ? g : g.negate();
      case MULTIPLY -> g.times(i == 0 ? b : a);
      case DIVIDE -> i == 0 ? g.dividedBy(b) : g.times(node).dividedBy(b).negate();
      case MAXIMUM ->
          i == 0 ? b.lessThan(a).select(g, g.like(0)) : b.lessThan(a).select(g.like(0), g);
      case MINIMUM ->
          i == 0 ? a.lessThan(b).select(g, g.like(0)) : a.lessThan(b).select(g.like(0), g);
      case POWER -> i == 0 ? g.times(b.times(a.power(b.minus(1)))) : g.times(node.times(a.log()));
      case LESS, LESS_OR_EQUAL, EQUAL -> null;
    };
  }

  @Override
  public @Nullable Tensor select(Op.Select op) {
    Tensor zero = g.like(0);
    return switch (i) {
      case 1 -> node.input(0).select(g, zero);
      case 2 -> node.input(0).select(zero, g);
      default -> null;
    };
  }

  @Override
  public Tensor cast(Op.Cast op) {
    return g;
  }

  @Override
  public Tensor broadcast(Op.Broadcast op) {
    Shape from = x().shape();
    Shape to = node.shape();
    int added = to.rank() - from.rank();
    List<Integer> repeated = new ArrayList<>();
    for (int axis = 0; axis < to.rank(); axis++) {
      if (axis < added || from.dim(axis - added) != to.dim(axis)) {
        repeated.add(axis);
      }
    }
    Tensor sum =
        repeated.isEmpty() ? g : g.sum(repeated.stream().mapToInt(Integer::intValue).toArray());
    return sum.reshape(from);
  }

  @Override
  public Tensor reshape(Op.Reshape op) {
    return g.reshape(x().shape());
  }

  @Override
  public Tensor transpose(Op.Transpose op) {
    int[] inverse = new int[op.order().size()];
    for (int axis = 0; axis < inverse.length; axis++) {
      inverse[op.order().get(axis)] = axis;
    }
    return g.transpose(inverse);
  }

  @Override
  public Tensor reduce(Op.Reduce op) {
    Tensor spread = g.broadcast(x().shape());
    return switch (op.fn()) {
      case SUM -> spread;
      case SUM_OF_SQUARES -> spread.times(x().times(2));
      case MAX -> {
        Tensor hit = x().equalTo(node.broadcast(x().shape()));
        Tensor ties = hit.reduce(ReduceFn.SUM, axes(op)).broadcast(x().shape());
        yield hit.times(spread).dividedBy(ties);
      }
    };
  }

  private static int[] axes(Op.Reduce op) {
    return java.util.stream.IntStream.range(op.from(), op.to()).toArray();
  }

  /**
   * For C = op(A)·op(B): dop(A) = G·op(B)ᵀ and dop(B) = op(A)ᵀ·G, each turned back as it was given.
   */
  @Override
  public Tensor matMul(Op.MatMul op) {
    Tensor a = node.input(0);
    Tensor b = node.input(1);
    boolean ta = op.transposeA();
    boolean tb = op.transposeB();
    if (i == 0) {
      return ta ? b.matmul(g, tb, true) : g.matmul(b, false, !tb);
    }
    return tb ? g.matmul(a, true, ta) : a.matmul(g, !ta, false);
  }

  @Override
  public Tensor unpack(Op.Unpack op) {
    throw undifferentiable("a part of a flat buffer");
  }

  @Override
  public Tensor pack(Op.Pack op) {
    throw undifferentiable("a flat buffer");
  }

  @Override
  public Tensor segmentReduce(Op.SegmentReduce op) {
    throw undifferentiable("a reduction over parameters");
  }

  @Override
  public Tensor spread(Op.Spread op) {
    throw undifferentiable("a value spread over parameters");
  }

  @Override
  public Tensor route(Op.Route op) {
    throw undifferentiable("a route of parameters");
  }

  @Override
  public Tensor host(Op.Host op) {
    throw undifferentiable("a host link");
  }

  @Override
  public Tensor hostResult(Op.HostResult op) {
    throw undifferentiable("a host link");
  }

  private static IllegalArgumentException undifferentiable(String what) {
    return new IllegalArgumentException(
        "The loss depends on "
            + what
            + ", which belongs to the update stage: losses differentiate what layers compute");
  }

  @Override
  public @Nullable Tensor input(Op.Input op) {
    return null;
  }

  @Override
  public @Nullable Tensor constant(Op.Constant op) {
    return null;
  }

  @Override
  public @Nullable Tensor index(Op.Index op) {
    return null;
  }

  @Override
  public @Nullable Tensor readParameter(Op.ReadParameter op) {
    return null;
  }

  @Override
  public @Nullable Tensor read(Op.Read op) {
    return null;
  }

  @Override
  public @Nullable Tensor random(Op.Random op) {
    return null;
  }

  @Override
  public @Nullable Tensor groupSizes(Op.GroupSizes op) {
    return null;
  }

  @Override
  public @Nullable Tensor argMax(Op.ArgMax op) {
    return null;
  }

  @Override
  public @Nullable Tensor gather(Op.Gather op) {
    return null;
  }

  @Override
  public @Nullable Tensor take(Op.Take op) {
    return null;
  }
}
