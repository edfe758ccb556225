package org.glissade.tensor;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The lengths of a tensor's axes, outermost first; {@code []} is one number. Numbers lie row by row
 * (C order), so the last axis is contiguous.
 *
 * @param dims the length of each axis, each at least 1
 */
public record Shape(List<Integer> dims) {
  /** Checks that every axis has at least one entry and that an int can count the elements. */
  public Shape {
    dims = List.copyOf(dims);
    long size = 1;
    for (int dim : dims) {
      if (dim < 1) {
        throw new IllegalArgumentException(
            "Every axis of a shape must be at least 1 long, but the shape given is " + dims);
      }
      size *= dim;
      if (size > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "A tensor holds at most 2147483647 numbers, but the shape given is " + dims);
      }
    }
  }

  /** The shape with these axes. */
  public static Shape of(int... dims) {
    return new Shape(IntStream.of(dims).boxed().toList());
  }

  /** How many axes there are. */
  public int rank() {
    return dims.size();
  }

  /** The length of an axis; negative axes count from the end, so -1 is the last. */
  public int dim(int axis) {
    return dims.get(axis(axis));
  }

  /** An axis given from either end, as an index from the front. */
  public int axis(int axis) {
    int index = axis < 0 ? axis + rank() : axis;
    if (index < 0 || index >= rank()) {
      throw new IllegalArgumentException("Axis " + axis + " does not exist in shape " + this);
    }
    return index;
  }

  /** How many numbers a tensor of this shape holds. */
  public int size() {
    return product(0, rank());
  }

  /** The length of the last axis. */
  public int last() {
    return dim(-1);
  }

  /** The product of the axes {@code from} (inclusive) to {@code to} (exclusive). */
  public int product(int from, int to) {
    int product = 1;
    for (int i = from; i < to; i++) {
      product *= dims.get(i);
    }
    return product;
  }

  /** The elements between two neighbours along an axis, in C order. */
  public int stride(int axis) {
    return product(axis(axis) + 1, rank());
  }

  /** This shape with one axis replaced. */
  public Shape with(int axis, int length) {
    int index = axis(axis);
    return new Shape(
        IntStream.range(0, rank()).map(i -> i == index ? length : dims.get(i)).boxed().toList());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape && dims.equals(shape.dims);
  }

  @Override
  public int hashCode() {
    return dims.hashCode();
  }

  /** As people write it: {@code [128, 784]}. */
  @Override
  public String toString() {
    return dims.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
  }
}
