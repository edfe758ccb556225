package org.glissade.tensor;

import java.util.List;
import java.util.Objects;

/** The groups into which an {@link Extent} divides the elements of some parameters. */
public final class Partition {
  /** The first group of a parameter that belongs to no group. */
  public static final int NONE = -1;

  private final Layout layout;
  private final Extent extent;
  private final List<Integer> firstGroups;
  private final List<String> names;

  Partition(Layout layout, Extent extent, List<Integer> firstGroups, List<String> names) {
    this.layout = layout;
    this.extent = extent;
    this.firstGroups = List.copyOf(firstGroups);
    this.names = List.copyOf(names);
  }

  /** What the parameters are laid out in. */
  public Layout layout() {
    return layout;
  }

  /** What the groups are. */
  public Extent extent() {
    return extent;
  }

  /** How many groups there are. */
  public int groups() {
    return names.size();
  }

  /** What each group is called, such as {@code dense-1/weight}. */
  public List<String> names() {
    return names;
  }

  /** The group of parameter number i, or the group of its first unit, or {@link #NONE}. */
  public int firstGroup(int i) {
    return firstGroups.get(i);
  }

  /** Whether the units of a parameter are groups of their own. */
  public boolean perUnit() {
    return extent == Extent.UNIT;
  }

  /** The group of one element of parameter number i, or {@link #NONE}. */
  public int groupOf(int i, int element) {
    int first = firstGroup(i);
    return first == NONE || !perUnit() ? first : first + layout.parameters().get(i).unitOf(element);
  }

  /** How many elements the groups have, padding excluded. */
  public double[] sizes() {
    double[] sizes = new double[groups()];
    for (int i = 0; i < firstGroups.size(); i++) {
      int first = firstGroup(i);
      if (first == NONE) {
        continue;
      }
      int own = perUnit() ? layout.parameters().get(i).units() : 1;
      for (int unit = 0; unit < own; unit++) {
        sizes[first + unit] += layout.length(i) / (double) own;
      }
    }
    return sizes;
  }

  /** The space of the results of reducing within this partition. */
  public Space space() {
    return extent == Extent.GLOBAL ? Space.SCALAR : Space.COLUMN;
  }

  /** The shape of the results of reducing within this partition. */
  public Shape shape() {
    return extent == Extent.GLOBAL ? Shape.of() : Shape.of(groups());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Partition that
        && extent == that.extent
        && firstGroups.equals(that.firstGroups)
        && layout.equals(that.layout);
  }

  @Override
  public int hashCode() {
    return Objects.hash(extent, firstGroups);
  }

  @Override
  public String toString() {
    return extent.label();
  }
}
