package org.glissade.tensor;

import java.util.List;

/**
 * What one node of a graph computes. The family is closed: whoever handles ops implements {@link
 * Visitor}, and adding an op makes the compiler list every place that must handle it. {@code
 * docs/decisions/002-op-set.md} says why these.
 */
public sealed interface Op {
  /** Calls the method of the visitor that belongs to this op. */
  <R> R accept(Visitor<R> visitor);

  /** A named slot that the host fills before the program runs. */
  record Input(String name) implements Op {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.input(this);
    }
  }

  /** The same number everywhere. */
  record Constant(double value) implements Op {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.constant(this);
    }
  }

  /** Each element's own index along an axis. */
  record Index(int axis) implements Op {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.index(this);
    }
  }

  /** A parameter's values in its own shape. */
  record ReadParameter(Parameter parameter) implements Op {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.readParameter(this);
    }
  }

  /** What the Store held under a key before the step. */
  record Read(Variable variable) implements Op {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.read(this);
    }
  }

  /**
   * Random numbers of a named stream, as {@link Distribution#draw} says; the input is the step that
   * they belong to. The padding of a flat tensor stays 0.
   */
  record Random(Distribution distribution, String stream) implements Op {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.random(this);
    }
  }

  /** A function of each element. */
  record Unary(UnaryFn fn) implements Op {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unary(this);
    }
  }

  /** A function of two elements at the same place. */
  record Binary(BinaryFn fn) implements Op {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.binary(this);
    }
  }

  /** Inputs (condition, yes, no): yes where the condition is not 0, else no. */
  record Select() implements Op {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.select(this);
    }
  }

  /** The same numbers as another type, or a column or scalar as a dense list and back. */
  record Cast() implements Op {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.cast(this);
    }
  }

  /**
   * Axes of length 1, and missing leading axes, repeated; or a scalar given to every group or
   * element.
   */
  record Broadcast() implements Op {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.broadcast(this);
    }
  }

  /** The same numbers in the same order under other axes. */
  record Reshape() implements Op {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.reshape(this);
    }
  }

  /** Axis i of the result is axis {@code order[i]} of the input. */
  record Transpose(List<Integer> order) implements Op {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.transpose(this);
    }
  }

  /** The neighbouring axes {@code from} (inclusive) to {@code to} (exclusive) become 1 long. */
  record Reduce(ReduceFn fn, int from, int to) implements Op {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.reduce(this);
    }
  }

  /**
   * The index of the largest entry along the last axis, which becomes 1 long; the first of equals,
   * and NaN counts as the largest.
   */
  record ArgMax() implements Op {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.argMax(this);
    }
  }

  /** The product of two matrices, each transposed first where said. */
  record MatMul(boolean transposeA, boolean transposeB) implements Op {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.matMul(this);
    }
  }

  /** Inputs (data, index): row i of the result is row {@code index[i]} of the data. */
  record Gather() implements Op {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.gather(this);
    }
  }

  /**
   * Inputs (list, position): {@code count} entries of a list of integers from a position that the
   * program knows.
   */
  record Take(int count) implements Op {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.take(this);
    }
  }

  /** One tensor per parameter, laid into the flat index. */
  record Pack(Layout layout) implements Op {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pack(this);
    }
  }

  /** The part of a flat tensor that belongs to one parameter, in that parameter's shape. */
  record Unpack(Layout layout, Parameter parameter) implements Op {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unpack(this);
    }
  }

  /** A flat tensor reduced within each group of a partition; a whole partition gives a scalar. */
  record SegmentReduce(ReduceFn fn, Partition partition) implements Op {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.segmentReduce(this);
    }
  }

  /** How many elements each group of a partition has. */
  record GroupSizes(Partition partition) implements Op {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.groupSizes(this);
    }
  }

  /** One number per group given to every element of the group; 0 to elements of no group. */
  record Spread(Partition partition) implements Op {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.spread(this);
    }
  }

  /** Inputs (yes, no), both flat: yes for the elements of the members, no for the others. */
  record Route(Layout layout, Members members) implements Op {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.route(this);
    }
  }

  /**
   * Java on the host, of the update stage only. Its results stand one behind another, as a list
   * that only {@link HostResult} reads.
   */
  record Host(HostLink link) implements Op {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.host(this);
    }
  }

  /** One result of a {@link Host}. */
  record HostResult(int number) implements Op {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.hostResult(this);
    }
  }

  /** One method per op. */
  interface Visitor<R> {
    R input(Input op);

    R constant(Constant op);

    R index(Index op);

    R readParameter(ReadParameter op);

    R read(Read op);

    R random(Random op);

    R unary(Unary op);

    R binary(Binary op);

    R select(Select op);

    R cast(Cast op);

    R broadcast(Broadcast op);

    R reshape(Reshape op);

    R transpose(Transpose op);

    R reduce(Reduce op);

    R argMax(ArgMax op);

    R matMul(MatMul op);

    R gather(Gather op);

    R take(Take op);

    R pack(Pack op);

    R unpack(Unpack op);

    R segmentReduce(SegmentReduce op);

    R groupSizes(GroupSizes op);

    R spread(Spread op);

    R route(Route op);

    R host(Host op);

    R hostResult(HostResult op);
  }
}
