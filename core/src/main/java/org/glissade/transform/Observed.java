package org.glissade.transform;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Op;
import org.glissade.tensor.Partition;
import org.glissade.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A link with what it was given and what it made of it.
 *
 * @param path of the link
 * @param before what it was given
 * @param after what it made of it
 * @param condition under which it was applied; null if always
 */
record Observed(String path, Gradients before, Gradients after, @Nullable Tensor condition) {
  /** What the program knows of it anyway. */
  Observation known(Set<Tensor> computed) {
    Norms given = new Norms(before, computed);
    Norms made = new Norms(after, computed);
    Optional<Norm> first = own().flatMap(given::over).or(given::finest);
    Optional<Norm> second =
        first.flatMap(norm -> made.over(norm.partition()).or(() -> made.after(given, norm)));
    return new Observation(path, first, second.or(made::finest), Optional.ofNullable(condition));
  }

  /**
   * The same, and where the program knows no norm one that it is to take: over the groups of that
   * before, or else over parameters.
   */
  Observation measured(Set<Tensor> computed) {
    Observation known = known(computed);
    Norm first = known.before().orElseGet(() -> new Norms(before, computed).take(parameters()));
    Norm second = known.after().orElseGet(() -> new Norms(after, computed).take(first.partition()));
    return new Observation(path, Optional.of(first), Optional.of(second), known.condition());
  }

  private Partition parameters() {
    return before.layout().partition(Extent.PARAMETER, before.members());
  }

  /** The groups over which the link itself reduces what it is given. */
  private Optional<Partition> own() {
    Set<Tensor> known = new HashSet<>(Graph.needed(List.of(before.value())));
    return Graph.needed(List.of(after.value())).stream()
        .filter(node -> !known.contains(node) && node.inputs().contains(before.value()))
        .filter(node -> node.op() instanceof Op.SegmentReduce)
        .map(node -> ((Op.SegmentReduce) node.op()).partition())
        .filter(groups -> Norms.isOfAll(before, groups))
        .findFirst();
  }
}
