package org.glissade.plan;

import java.util.List;
import org.glissade.tensor.Distribution;
import org.glissade.tensor.HostLink;
import org.glissade.tensor.Partition;
import org.glissade.tensor.ReduceFn;
import org.glissade.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * What a backend must run. The family is closed: a backend implements {@link Visitor}. Steps run in
 * the order of the plan; each sees all that earlier ones wrote.
 */
public sealed interface Step {
  /** Calls the method of the visitor that belongs to this step. */
  <R> R accept(Visitor<R> visitor);

  /**
   * out[m, n] = finish(op(A)·op(B)), where op transposes if said.
   *
   * @param a [m, k], or [k, m] if transposed
   * @param b [k, n], or [n, k] if transposed
   * @param out [m, n]
   * @param finish what is done to each element of the product, over the iteration [m, n]; null if
   *     nothing
   */
  record MatMul(
      View a,
      View b,
      View out,
      boolean transposeA,
      boolean transposeB,
      int m,
      int n,
      int k,
      @Nullable Code finish)
      implements Step {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.matMul(this);
    }
  }

  /** out = code, for each element of a shape. */
  record Map(Shape shape, Code code, View out) implements Step {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.map(this);
    }
  }

  /**
   * out[o, i] = the reduction of code[o, l, i] over l, where the iteration's shape is seen as
   * [outer, length, inner]. Sums accumulate in double.
   */
  record Reduce(ReduceFn fn, Shape shape, int outer, int length, int inner, Code code, View out)
      implements Step {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.reduce(this);
    }
  }

  /**
   * out[r] = the index of the first largest of in[r, ...], as a float; NaN counts as the largest.
   */
  record ArgMax(View in, View out, int rows, int length) implements Step {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.argMax(this);
    }
  }

  /** out = {@code count} integers of the list from the position that a scalar gives. */
  record Take(View list, Slot position, int count, View out) implements Step {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.take(this);
    }
  }

  /** out = random numbers of a stream, of the step that a scalar numbers. */
  record Random(Distribution distribution, String stream, Slot step, View out) implements Step {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.random(this);
    }
  }

  /**
   * One pass over the flat buffers: what happens to all parameters alike. A sweep with a guard does
   * nothing where the guard, a scalar, is 0.
   *
   * @param instead whether it stands in for the sweep before it: of the two guards at most one is
   *     not 0
   */
  record Sweep(List<Body> bodies, @Nullable Slot guard, boolean instead) implements Step {
    /** One that stands for itself. */
    public Sweep(List<Body> bodies, @Nullable Slot guard) {
      this(bodies, guard, false);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.sweep(this);
    }
  }

  /** Arithmetic in double on columns and scalars, one assignment after the other. */
  record Scalars(List<Assignment> assignments) implements Step {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.scalars(this);
    }
  }

  /**
   * Calls Java on the host, with whole tensors; a stage of its own.
   *
   * @param inputs of floats along the flat index, or of doubles: columns and scalars
   * @param results those that the program needs
   */
  record Host(HostLink link, List<Slot> inputs, List<HostResult> results) implements Step {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.host(this);
    }
  }

  /** Where a result of a host link goes. */
  record HostResult(int number, Slot target) {}

  /**
   * What a sweep does to some parameters.
   *
   * @param parameters their numbers in the layout
   * @param code its values; every store and every reduction names one of them
   * @param stores what is written to flat buffers, each at the element that was read
   * @param reductions what is reduced
   */
  record Body(
      List<Integer> parameters, Code code, List<FlatStore> stores, List<Reduction> reductions) {}

  /** Writes a value to a flat buffer. */
  record FlatStore(int value, Slot target) {}

  /** Reduces a value within each group of a partition, into a column or scalar, in double. */
  record Reduction(ReduceFn fn, int value, Partition partition, Slot target) {}

  /** Computes all doubles of a column, or a scalar. */
  record Assignment(Code code, Slot target) {}

  /** One method per step. */
  interface Visitor<R> {
    R matMul(MatMul step);

    R map(Map step);

    R reduce(Reduce step);

    R argMax(ArgMax step);

    R take(Take step);

    R random(Random step);

    R sweep(Sweep step);

    R scalars(Scalars step);

    R host(Host step);
  }
}
