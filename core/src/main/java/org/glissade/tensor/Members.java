package org.glissade.tensor;

import java.util.BitSet;

/** A set of the parameters of a {@link Layout}, by their index. */
public final class Members {
  private final BitSet bits;

  private Members(BitSet bits) {
    this.bits = bits;
  }

  /** The first {@code count} parameters. */
  static Members firstOf(int count) {
    BitSet bits = new BitSet();
    bits.set(0, count);
    return new Members(bits);
  }

  /** Those of this set that the test accepts. */
  public Members where(java.util.function.IntPredicate test) {
    BitSet kept = new BitSet();
    bits.stream().filter(test).forEach(kept::set);
    return new Members(kept);
  }

  /** Whether a parameter belongs to the set. */
  public boolean contains(int parameter) {
    return bits.get(parameter);
  }

  /** Whether some parameter belongs to both sets. */
  public boolean meets(Members other) {
    return bits.intersects(other.bits);
  }

  /** Whether no parameter belongs to the set. */
  public boolean isEmpty() {
    return bits.isEmpty();
  }

  /** How many parameters belong to the set. */
  public int count() {
    return bits.cardinality();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Members that && bits.equals(that.bits);
  }

  @Override
  public int hashCode() {
    return bits.hashCode();
  }

  @Override
  public String toString() {
    return bits.toString();
  }
}
