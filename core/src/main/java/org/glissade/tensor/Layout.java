package org.glissade.tensor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Where each parameter lies in the flat buffers. Parameters, gradients and every state share this
 * one index. Each parameter starts at a multiple of {@link #ALIGNMENT}; the padding between them is
 * 0 in every buffer.
 */
public final class Layout {
  /** Floats: the length of the longest vector register and of a cache line. */
  public static final int ALIGNMENT = 16;

  private final List<Parameter> parameters;
  private final List<String> groups;
  private final int[] offsets;
  private final int size;
  private final Map<String, Integer> index = new HashMap<>();

  private Layout(List<Parameter> parameters, List<String> groups) {
    this.parameters = List.copyOf(parameters);
    this.groups = List.copyOf(groups);
    this.offsets = new int[parameters.size()];
    long next = 0;
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = (int) next;
      index.put(parameters.get(i).path(), i);
      next += (parameters.get(i).shape().size() + ALIGNMENT - 1L) / ALIGNMENT * ALIGNMENT;
      if (next > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "The model has more than 2147483647 parameter values, at " + parameters.get(i));
      }
    }
    this.size = (int) next;
  }

  /** The layout of these parameters in this order, in no group. */
  public static Layout of(List<Parameter> parameters) {
    return new Layout(parameters, List.of());
  }

  /** The same layout with a group name for each parameter, for {@link Extent#GROUP}. */
  public Layout grouped(Function<Parameter, String> group) {
    return new Layout(parameters, parameters.stream().map(group).toList());
  }

  /** The parameters in the order in which they were declared. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** The length of a flat buffer, padding included. */
  public int size() {
    return size;
  }

  /** Where parameter number i begins. */
  public int offset(int i) {
    return offsets[i];
  }

  /** How many values parameter number i has, padding excluded. */
  public int length(int i) {
    return parameters.get(i).shape().size();
  }

  /** The number of a parameter. */
  public int indexOf(Parameter parameter) {
    Integer found = index.get(parameter.path());
    if (found == null) {
      throw new IllegalArgumentException(
          "Parameter %s is not one of the %d of this layout"
              .formatted(parameter.path(), parameters.size()));
    }
    return found;
  }

  /** Every parameter. */
  public Members all() {
    return Members.firstOf(parameters.size());
  }

  /** The groups that an extent makes of some of the parameters. */
  public Partition partition(Extent extent, Members members) {
    List<Integer> first = new ArrayList<>();
    List<String> names = new ArrayList<>();
    Map<String, Integer> groupOf = new TreeMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      if (!members.contains(i)) {
        first.add(Partition.NONE);
        continue;
      }
      Parameter parameter = parameters.get(i);
      String name = groupName(extent, i);
      if (extent == Extent.UNIT) {
        first.add(names.size());
        for (int unit = 0; unit < parameter.units(); unit++) {
          names.add(name + "#" + unit);
        }
      } else {
        first.add(
            groupOf.computeIfAbsent(
                name,
                key -> {
                  names.add(key);
                  return names.size() - 1;
                }));
      }
    }
    return new Partition(this, extent, first, names);
  }

  private String groupName(Extent extent, int i) {
    Parameter parameter = parameters.get(i);
    return switch (extent) {
      case UNIT, PARAMETER -> parameter.path();
      case LAYER -> parameter.layer();
      case GLOBAL -> "all";
      case GROUP -> {
        if (groups.isEmpty()) {
          throw new IllegalArgumentException(
              "extent=group needs parameter groups, but none were named: name them on the update"
                  + " stage, or use extent=layer or extent=global");
        }
        yield groups.get(i);
      }
      case ELEMENT ->
          throw new IllegalArgumentException("Elements are not reduced: each is its own group");
    };
  }

  /** The layers that declared parameters, in the order of declaration. */
  public List<String> layers() {
    return parameters.stream().map(Parameter::layer).distinct().toList();
  }

  /**
   * The name of the group that a parameter belongs to.
   *
   * @throws IllegalArgumentException if the user named no groups
   */
  public String group(Parameter parameter) {
    return groupName(Extent.GROUP, indexOf(parameter));
  }

  /** The names of the groups that the user named; empty without groups. */
  public TreeSet<String> groupNames() {
    return new TreeSet<>(groups);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Layout that
        && parameters.equals(that.parameters)
        && groups.equals(that.groups);
  }

  @Override
  public int hashCode() {
    return parameters.hashCode();
  }

  @Override
  public String toString() {
    return parameters.size() + " parameters, " + size + " values";
  }
}
