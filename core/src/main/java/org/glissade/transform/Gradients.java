package org.glissade.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.glissade.tensor.BinaryFn;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Members;
import org.glissade.tensor.Op;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Partition;
import org.glissade.tensor.ReduceFn;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.UnaryFn;

/**
 * One value for each element of some parameters (gradients, updates, weights, a state), or one for
 * each group of an {@link Extent} (a norm), or one for all. Arithmetic between them is element by
 * element: a group's value meets every member of the group. {@link #norm}, {@link #sum}, {@link
 * #max} and {@link #mean} are taken over each group of the extent in which this object stands.
 *
 * <p>A rule over 300 parameters is one expression, not 300: the values of all parameters are one
 * tensor along the index of the flat buffers, and the values of groups are one column.
 */
public final class Gradients {
  private final Layout layout;
  private final Members members;
  private final Extent extent;
  private final Tensor value;
  private final Extent granularity;

  private Gradients(
      Layout layout, Members members, Extent extent, Tensor value, Extent granularity) {
    this.layout = layout;
    this.members = members;
    this.extent = extent;
    this.value = value;
    this.granularity = granularity;
  }

  /** The gradients of all parameters of a layout, in the GLOBAL extent. */
  public static Gradients of(Layout layout, Tensor flat) {
    return new Gradients(layout, layout.all(), Extent.GLOBAL, flat, Extent.ELEMENT);
  }

  /** The parameters and where they lie. */
  public Layout layout() {
    return layout;
  }

  /** Which parameters these are. */
  public Members members() {
    return members;
  }

  /** Over what norms, sums, means and maxima are taken. */
  public Extent extent() {
    return extent;
  }

  /** The tensor behind: flat, or a column with one value per group, or a scalar. */
  public Tensor value() {
    return value;
  }

  /**
   * The result of a rule that takes its norms within an extent; the result stands in the extent of
   * this again.
   */
  public Gradients within(Extent inner, UnaryOperator<Gradients> rule) {
    return rule.apply(in(inner)).in(extent);
  }

  private Gradients in(Extent other) {
    return new Gradients(layout, members, other, value, granularity);
  }

  /** this + other. */
  public Gradients plus(Gradients other) {
    return binary(BinaryFn.ADD, other);
  }

  /** this + value. */
  public Gradients plus(double number) {
    return with(value.plus(number));
  }

  /** this + scalar. */
  public Gradients plus(Tensor scalar) {
    return plus(scalar(scalar));
  }

  /** this - other. */
  public Gradients minus(Gradients other) {
    return binary(BinaryFn.SUBTRACT, other);
  }

  /** this - scalar. */
  public Gradients minus(Tensor scalar) {
    return minus(scalar(scalar));
  }

  /** this - value. */
  public Gradients minus(double number) {
    return with(value.minus(number));
  }

  /**
   * this · other. Factors that belong to groups or to all are gathered: {@code g·a·b} multiplies
   * each element once by a·b, which is computed in double.
   */
  public Gradients times(Gradients other) {
    if (granularity == Extent.ELEMENT && other.granularity == Extent.ELEMENT) {
      return binary(BinaryFn.MULTIPLY, other);
    }
    return granularity == Extent.ELEMENT ? scaled(other) : other.scaled(this);
  }

  /** this · scalar, such as a learning rate. */
  public Gradients times(Tensor scalar) {
    return isOne(scalar) ? this : scaled(scalar(scalar));
  }

  private static boolean isOne(Tensor scalar) {
    return scalar.op() instanceof Op.Constant constant && constant.value() == 1;
  }

  /** this · value. */
  public Gradients times(double number) {
    return times(value.graph().scalar(number));
  }

  private Gradients scaled(Gradients factor) {
    if (granularity != Extent.ELEMENT) {
      return binary(BinaryFn.MULTIPLY, factor);
    }
    Factors split = Factors.of(value, layout);
    Tensor joined = split.join(factor.value, factor.partition());
    if (joined == null) {
      return with(value.times(factor.flat()));
    }
    return with(split.core().times(joined.spread(split.joined(factor.partition()))));
  }

  /** this / other. */
  public Gradients dividedBy(Gradients other) {
    return binary(BinaryFn.DIVIDE, other);
  }

  /** this / scalar. */
  public Gradients dividedBy(Tensor scalar) {
    return isOne(scalar) ? this : dividedBy(scalar(scalar));
  }

  /** this / value. */
  public Gradients dividedBy(double number) {
    return with(value.dividedBy(number));
  }

  /** The larger of the two; NaN if either is. */
  public Gradients maximum(Gradients other) {
    return binary(BinaryFn.MAXIMUM, other);
  }

  /** The larger of this and a scalar; NaN if either is. */
  public Gradients maximum(Tensor scalar) {
    return maximum(scalar(scalar));
  }

  /** The larger of the two; NaN if this is. */
  public Gradients maximum(double number) {
    return with(value.maximum(number));
  }

  /** The smaller of the two; NaN if either is. */
  public Gradients minimum(Gradients other) {
    return binary(BinaryFn.MINIMUM, other);
  }

  /** The smaller of this and a scalar; NaN if either is. */
  public Gradients minimum(Tensor scalar) {
    return minimum(scalar(scalar));
  }

  /** The smaller of the two; NaN if this is. */
  public Gradients minimum(double number) {
    return with(value.minimum(number));
  }

  /** 1 where this &lt; other, else 0. */
  public Gradients lessThan(Gradients other) {
    return binary(BinaryFn.LESS, other);
  }

  /** 1 where the two are equal, else 0; a NaN equals nothing, not even itself. */
  public Gradients equalTo(Gradients other) {
    return binary(BinaryFn.EQUAL, other);
  }

  /** this to a power. */
  public Gradients power(double exponent) {
    return with(value.power(value.like(exponent)));
  }

  /** Where this is not 0 {@code yes}, else {@code no}. */
  public Gradients select(Gradients yes, Gradients no) {
    Extent finest = Granularity.common(this, yes, no);
    Tensor result = to(finest).select(yes.to(finest), no.to(finest));
    return new Gradients(layout, members, extent, result, finest);
  }

  /** -this. */
  public Gradients negate() {
    return unary(UnaryFn.NEGATE);
  }

  /** |this|. */
  public Gradients abs() {
    return unary(UnaryFn.ABS);
  }

  /** -1, 0 or 1. */
  public Gradients sign() {
    return unary(UnaryFn.SIGN);
  }

  /** this². */
  public Gradients square() {
    return unary(UnaryFn.SQUARE);
  }

  /** √this. */
  public Gradients sqrt() {
    return unary(UnaryFn.SQRT);
  }

  /** 1/this, and 0 where this is 0. */
  public Gradients reciprocalOrZero() {
    return unary(UnaryFn.RECIPROCAL_OR_ZERO);
  }

  /** 1 where this is neither infinite nor NaN, else 0. */
  public Gradients isFinite() {
    return unary(UnaryFn.IS_FINITE);
  }

  /** Any function of each value. */
  public Gradients unary(UnaryFn fn) {
    return with(value.unary(fn));
  }

  /** √Σx² over each group of the extent, accumulated in double. */
  public Gradients norm() {
    return extent == Extent.ELEMENT ? abs() : sumOfSquares().sqrt();
  }

  /**
   * (Σ|x|^p)^(1/p) over each group of the extent, accumulated in double, and the largest |x| for an
   * infinite p. Powers are taken of |x| over the largest, so that none overflows.
   *
   * @param p at least 1, or infinite; every p but 1, 2 and ∞ takes two reductions
   */
  public Gradients norm(double p) {
    if (p == 2 || extent == Extent.ELEMENT) {
      return norm();
    }
    Gradients sizes = abs();
    if (p == 1) {
      return sizes.sum();
    }
    Gradients largest = sizes.max();
    return Double.isInfinite(p)
        ? largest
        : sizes.times(largest.reciprocalOrZero()).power(p).sum().power(1 / p).times(largest);
  }

  /** Σx² over each group of the extent, accumulated in double. */
  public Gradients sumOfSquares() {
    return extent == Extent.ELEMENT ? square() : reduce(ReduceFn.SUM_OF_SQUARES);
  }

  /** Σx over each group of the extent, accumulated in double. */
  public Gradients sum() {
    return extent == Extent.ELEMENT ? this : reduce(ReduceFn.SUM);
  }

  /** The largest x of each group of the extent. */
  public Gradients max() {
    return extent == Extent.ELEMENT ? this : reduce(ReduceFn.MAX);
  }

  /** The mean of each group of the extent. */
  public Gradients mean() {
    return extent == Extent.ELEMENT ? this : sum().dividedBy(sizes());
  }

  /** √(Σx²/n) over each group of the extent, n being its {@link #sizes size}. */
  public Gradients rms() {
    return extent == Extent.ELEMENT ? abs() : sumOfSquares().dividedBy(sizes()).sqrt();
  }

  /** How many elements each group of the extent has. */
  public Gradients sizes() {
    return extent == Extent.ELEMENT
        ? like(1)
        : with(value.graph().groupSizes(layout.partition(extent, members)), extent);
  }

  private Gradients reduce(ReduceFn fn) {
    Partition partition = layout.partition(extent, members);
    return new Gradients(layout, members, extent, flat().reduce(fn, partition), extent);
  }

  /**
   * A rule for the numbers of groups as one dense list, for what no arithmetic on columns says,
   * such as a window of norms. The list is in float, and so is the result, until it is a column
   * again.
   *
   * @param rule from a list of as many numbers as there are groups to another one
   * @throws IllegalArgumentException if these are numbers of elements
   */
  public Gradients groups(UnaryOperator<Tensor> rule) {
    if (granularity == Extent.ELEMENT) {
      throw new IllegalArgumentException(
          "Elements are not groups: take a norm, sum, mean or maximum first");
    }
    return with(rule.apply(value.toDense()).toColumn(partition()));
  }

  /** One number for every element, of these parameters. */
  public Gradients like(double number) {
    Tensor flat = value.space() == Space.FLAT ? value : flat();
    return new Gradients(layout, members, extent, flat.like(number), Extent.ELEMENT);
  }

  /** A scalar, such as a schedule's value, for every element. */
  public Gradients like(Tensor scalar) {
    return scalar.op() instanceof Op.Constant constant
        ? like(constant.value())
        : new Gradients(layout, members, extent, scalar(scalar).flat(), Extent.ELEMENT);
  }

  /** Zeros for every element: the usual first value of a state. */
  public Gradients zeros() {
    return like(0);
  }

  /** A scalar, such as a schedule's value, to meet every element. */
  public Gradients scalar(Tensor scalar) {
    return new Gradients(layout, members, extent, scalar.toScalar(), Extent.GLOBAL);
  }

  /**
   * One rule for the parameters that a test accepts and another for the rest. Within each, GLOBAL
   * means the parameters that were routed to it. A side that gets no parameter is not called.
   */
  public Gradients route(
      Predicate<Parameter> test, UnaryOperator<Gradients> yes, UnaryOperator<Gradients> no) {
    List<Parameter> parameters = layout.parameters();
    Members accepted = members.where(i -> test.test(parameters.get(i)));
    Members refused = members.where(i -> !test.test(parameters.get(i)));
    if (refused.isEmpty()) {
      return accepted.isEmpty() ? this : yes.apply(this);
    }
    if (accepted.isEmpty()) {
      return no.apply(this);
    }
    Tensor left = yes.apply(only(accepted)).flat();
    Tensor right = no.apply(only(refused)).flat();
    return with(left.route(layout, accepted, right), Extent.ELEMENT);
  }

  private Gradients only(Members some) {
    return new Gradients(layout, some, extent, flat(), Extent.ELEMENT);
  }

  /**
   * A rule for each parameter by itself, in its own shape: the road for what a flat rule cannot
   * say, such as a matrix product. It costs a step per parameter; prefer the flat arithmetic where
   * it suffices.
   */
  public Gradients map(BiFunction<Parameter, Tensor, Tensor> rule) {
    List<Tensor> parts = new ArrayList<>();
    for (int i = 0; i < layout.parameters().size(); i++) {
      Parameter parameter = layout.parameters().get(i);
      Tensor part = flat().unpack(layout, parameter);
      parts.add(members.contains(i) ? rule.apply(parameter, part) : part);
    }
    return with(value.graph().pack(layout, parts), Extent.ELEMENT);
  }

  /** Another tensor for the same parameters, as fine-grained as this. */
  Gradients with(Tensor other) {
    return with(other, granularity);
  }

  Gradients with(Tensor other, Extent otherGranularity) {
    return new Gradients(layout, members, extent, other, otherGranularity);
  }

  /** What each value of this belongs to: an element, or a group of an extent. */
  Extent granularity() {
    return granularity;
  }

  /** The values given to every element. */
  Tensor flat() {
    return to(Extent.ELEMENT);
  }

  Tensor to(Extent finer) {
    boolean lift = finer == Extent.ELEMENT && granularity != Extent.ELEMENT;
    return lift ? value.spread(partition()) : value;
  }

  private Partition partition() {
    return layout.partition(granularity, members);
  }

  private Gradients binary(BinaryFn fn, Gradients other) {
    boolean number = granularity != Extent.GLOBAL && other.granularity == Extent.GLOBAL;
    if (number && other.value.op() instanceof Op.Constant constant) {
      return with(value.binary(fn, value.like(constant.value())));
    }
    Extent finest = Granularity.common(this, other);
    Tensor result = to(finest).binary(fn, other.to(finest));
    Members whose = granularity == Extent.GLOBAL ? other.members : members;
    return new Gradients(layout, whose, extent, result, finest);
  }
}
