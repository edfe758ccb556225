package org.glissade.optim.clip;

import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;
import org.glissade.transform.Gradients;

/**
 * Some numbers of each group, and their order: what a {@link Window} holds.
 *
 * @param groups one number for each group; its value does not matter
 * @param numbers dense, [groups, length], of which the first {@code count} are filled
 * @param count how many are filled, a scalar
 */
record Sample(Gradients groups, Tensor numbers, Tensor count) {
  /** The number below which a share of them lie, between neighbours on a line, as NumPy has it. */
  Gradients quantile(Tensor share) {
    Tensor position = count.minus(1).times(share);
    Tensor low = position.floor();
    Gradients below = at(low);
    Gradients above = at(low.plus(1).minimum(count.minus(1)));
    return below.plus(above.minus(below).times(position.minus(low)));
  }

  /** Half of them lie below. */
  Gradients median() {
    return quantile(count.like(0.5));
  }

  /** The median of their distances from the median. */
  Gradients medianDeviation() {
    Tensor away = numbers.minus(spread(median())).abs();
    Tensor filled = filled().select(away, numbers.like(Window.NOTHING));
    return new Sample(groups, filled, count).median();
  }

  /** Their mean. */
  Gradients mean() {
    return sum(numbers).dividedBy(groups.scalar(count.maximum(1)));
  }

  /** The root of the mean of their squared distances from the mean, with n - 1. */
  Gradients deviation() {
    Tensor away = numbers.minus(spread(mean()));
    return sum(away.square()).dividedBy(groups.scalar(count.minus(1).maximum(1))).sqrt();
  }

  private Gradients sum(Tensor values) {
    return list(filled().select(values, values.like(0)).sum(1));
  }

  /** The number of each group that as many others lie before as a scalar says. */
  private Gradients at(Tensor position) {
    return list(ranks().equalTo(position).select(numbers, numbers.like(0)).sum(1));
  }

  /** How many others lie before each number: the smaller ones, and of equal ones the earlier. */
  private Tensor ranks() {
    int rows = numbers.shape().dim(0);
    int length = numbers.shape().dim(1);
    Shape pairs = Shape.of(rows, length, length);
    Tensor own = numbers.reshape(Shape.of(rows, length, 1));
    Tensor other = numbers.reshape(Shape.of(rows, 1, length));
    Tensor earlier = numbers.graph().index(pairs, 2).lessThan(numbers.graph().index(pairs, 1));
    Tensor before = other.lessThan(own).plus(other.equalTo(own).times(earlier));
    return before.sum(2).reshape(numbers.shape());
  }

  private Tensor filled() {
    return numbers.graph().index(numbers.shape(), 1).lessThan(count);
  }

  private Gradients list(Tensor column) {
    return groups.groups(list -> column.reshape(list.shape()));
  }

  private Tensor spread(Gradients column) {
    return column.value().toDense().reshape(Shape.of(numbers.shape().dim(0), 1));
  }
}
