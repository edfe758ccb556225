package org.glissade.transform;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.glissade.tensor.BinaryFn;
import org.glissade.tensor.Op;
import org.glissade.tensor.Partition;
import org.glissade.tensor.ReduceFn;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;

/**
 * The norms that a program knows of a flat value: those that it takes of it, and ‖c·x‖ = |c|·‖x‖
 * where the value is c·x and the program takes the norm of x.
 */
final class Norms {
  private final Gradients gradients;
  private final Tensor value;
  private final Factors factors;
  private final Set<Tensor> computed;

  /** Of a value in a program that computes these nodes; those that are taken join them. */
  Norms(Gradients gradients, Set<Tensor> computed) {
    this.gradients = gradients;
    this.value = gradients.flat();
    this.factors = Factors.of(value, gradients.layout());
    this.computed = computed;
  }

  /** What is known over these groups. */
  Optional<Norm> over(Partition partition) {
    return known().filter(norm -> norm.partition().equals(partition)).findFirst();
  }

  /** What is known over the smallest groups. */
  Optional<Norm> finest() {
    return known().min(Comparator.comparing(norm -> norm.partition().extent()));
  }

  /** What follows from a norm of another value, of which this one is a multiple. */
  Optional<Norm> after(Norms before, Norm norm) {
    return multiple(before)
        .filter(more -> more.stream().allMatch(factor -> fits(factor, norm.partition())))
        .map(more -> Stream.concat(norm.factors().stream(), more.stream()).toList())
        .map(all -> new Norm(norm.partition(), norm.squares(), all));
  }

  /** A norm that the program is to take: of as little as possible, so that others follow. */
  Norm take(Partition partition) {
    Tensor factor = factors.factor();
    return factor != null && fits(factor, partition)
        ? squares(factors.core(), partition, List.of(source(factor)))
        : squares(value, partition, List.of());
  }

  private Norm squares(Tensor flat, Partition partition, List<Tensor> multiplied) {
    Tensor squares = flat.reduce(ReduceFn.SUM_OF_SQUARES, partition);
    computed.add(squares);
    return new Norm(partition, squares, multiplied);
  }

  private Stream<Norm> known() {
    Stream<Norm> own = taken(value).map(sum -> new Norm(groups(sum), sum, List.of()));
    Tensor factor = factors.factor();
    if (factor == null) {
      return own;
    }
    return Stream.concat(own, ofCore(factor));
  }

  private Stream<Norm> ofCore(Tensor factor) {
    return taken(factors.core())
        .filter(sum -> fits(factor, groups(sum)))
        .map(sum -> new Norm(groups(sum), sum, List.of(source(factor))));
  }

  private Stream<Tensor> taken(Tensor flat) {
    return computed.stream()
        .filter(node -> node.op() instanceof Op.SegmentReduce && node.input(0).equals(flat))
        .filter(sum -> ((Op.SegmentReduce) sum.op()).fn() == ReduceFn.SUM_OF_SQUARES)
        .filter(sum -> isOfAll(gradients, groups(sum)))
        .sorted(Comparator.comparing(Tensor::id));
  }

  private static Partition groups(Tensor sum) {
    return ((Op.SegmentReduce) sum.op()).partition();
  }

  /** Whether each of the parameters belongs to a group, and no other does. */
  static boolean isOfAll(Gradients gradients, Partition groups) {
    return groups.equals(gradients.layout().partition(groups.extent(), gradients.members()));
  }

  /** Whether a factor has one value for each of these groups that the program computes anyway. */
  private boolean fits(Tensor factor, Partition partition) {
    Tensor source = source(factor);
    return isAtHand(source)
        && (source.space() == Space.SCALAR || factors.partition().equals(partition));
  }

  /** What a step changes would have to be kept for the host. */
  private boolean isAtHand(Tensor source) {
    if (source.op() instanceof Op.Read read) {
      return read.variable().role() == Variable.Role.SETTING;
    }
    return source.op() instanceof Op.Constant || computed.contains(source);
  }

  /** The factors by which another value was multiplied to give this one. */
  private Optional<List<Tensor>> multiple(Norms before) {
    Tensor factor = factors.factor();
    if (factor == null) {
      return Optional.empty();
    }
    if (factors.core().equals(before.value)) {
      return Optional.of(List.of(source(factor)));
    }
    Tensor first = before.factors.factor();
    return first == null || !factors.core().equals(before.factors.core())
        ? Optional.empty()
        : quotient(factor, source(first));
  }

  private static Optional<List<Tensor>> quotient(Tensor product, Tensor first) {
    Tensor whole = source(product);
    if (whole.equals(first)) {
      return Optional.of(List.of());
    }
    if (whole.op() instanceof Op.Binary op && op.fn() == BinaryFn.MULTIPLY) {
      List<Tensor> last = List.of(source(whole.input(1)));
      return quotient(whole.input(0), first)
          .map(rest -> Stream.concat(rest.stream(), last.stream()).toList());
    }
    return Optional.empty();
  }

  private static Tensor source(Tensor node) {
    return node.op() instanceof Op.Broadcast ? node.input(0) : node;
  }
}
