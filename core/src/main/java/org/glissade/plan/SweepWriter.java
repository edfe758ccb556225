package org.glissade.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.glissade.tensor.Effect;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Op;
import org.glissade.tensor.Partition;
import org.glissade.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** Writes one pass over the flat buffers. Parameters with equal code share a body. */
final class SweepWriter {
  private record Content(Code code, List<Step.FlatStore> stores, List<Step.Reduction> reductions) {}

  private final Memory memory;
  private final Layout layout;
  private final Set<Tensor> kept;
  private final Observers observers;

  SweepWriter(Memory memory, Layout layout, Set<Tensor> kept, Observers observers) {
    this.memory = memory;
    this.layout = layout;
    this.kept = kept;
    this.observers = observers;
  }

  /**
   * A sweep that changes nothing of the Store.
   *
   * @param reductions what is reduced, each of op {@link Op.SegmentReduce}
   * @param stored flat tensors that are written to slots of their own
   */
  Step.Sweep write(List<Tensor> reductions, List<Tensor> stored) {
    return new Step.Sweep(bodies(reductions, stored, List.of(), null), null);
  }

  /**
   * The sweep that changes the Store. If what the parameters wait for fails, it is left out, unless
   * a reduction must be made even then; what does not wait for it is done by another in its place.
   *
   * @param reductions what is reduced, each of op {@link Op.SegmentReduce}
   * @param effects next values of flat variables
   */
  List<Step> writeEffects(List<Tensor> reductions, List<Effect> effects) {
    Halves halves = Halves.of(effects);
    if (halves == null
        || !reductions.stream().allMatch(node -> observers.isVoid(node, halves.condition()))) {
      return List.of(new Step.Sweep(bodies(reductions, List.of(), effects, null), null));
    }
    Tensor condition = halves.condition();
    Slot guard = memory.slot(condition);
    Step whole = new Step.Sweep(bodies(reductions, List.of(), effects, condition), guard);
    Tensor common = halves.common();
    List<Step.Body> rest = bodies(List.of(), List.of(), halves.others(), common);
    if (rest.isEmpty()) {
      return List.of(whole);
    }
    Slot other = common == null ? null : memory.slot(common);
    Slot otherwise = memory.otherwise(condition);
    Step.Assignment unless = ScalarCode.unless(memory, guard, other, otherwise);
    return List.of(new Step.Scalars(List.of(unless)), whole, new Step.Sweep(rest, otherwise, true));
  }

  /**
   * What a sweep does.
   *
   * @param holds what holds wherever the sweep runs; null if nothing is known
   */
  private List<Step.Body> bodies(
      List<Tensor> reductions, List<Tensor> stored, List<Effect> effects, @Nullable Tensor holds) {
    Map<Content, List<Integer>> bodies = new LinkedHashMap<>();
    for (int i = 0; i < layout.parameters().size(); i++) {
      Content content = content(i, reductions, stored, effects, holds);
      if (!content.stores().isEmpty() || !content.reductions().isEmpty()) {
        bodies.computeIfAbsent(content, key -> new ArrayList<>()).add(i);
      }
    }
    List<Step.Body> written = new ArrayList<>();
    bodies.forEach(
        (content, parameters) ->
            written.add(
                new Step.Body(
                    List.copyOf(parameters),
                    content.code(),
                    content.stores(),
                    content.reductions())));
    return written;
  }

  /**
   * Those of some reductions for which a sweep reads nothing that it does not read anyway.
   *
   * @param more ready reductions
   * @param reductions what the sweep reduces anyway
   * @param stored what it stores anyway
   */
  List<Tensor> free(List<Tensor> more, List<Tensor> reductions, List<Tensor> stored) {
    List<Tensor> free = new ArrayList<>(more);
    for (int i = 0; i < layout.parameters().size() && !free.isEmpty(); i++) {
      int parameter = i;
      Set<Instruction> loads = loads(i, reductions, stored);
      free.removeIf(node -> !loads.containsAll(loads(parameter, List.of(node), List.of())));
    }
    return free;
  }

  private Set<Instruction> loads(int parameter, List<Tensor> reductions, List<Tensor> stored) {
    Code code = content(parameter, reductions, stored, List.of(), null).code();
    return code.instructions().stream()
        .filter(Instruction.LoadFlat.class::isInstance)
        .collect(Collectors.toSet());
  }

  private Content content(
      int parameter,
      List<Tensor> reductions,
      List<Tensor> stored,
      List<Effect> effects,
      @Nullable Tensor holds) {
    FlatCode code = new FlatCode(memory, kept, parameter);
    List<Step.Reduction> reduced = new ArrayList<>();
    for (Tensor node : reductions) {
      Op.SegmentReduce op = (Op.SegmentReduce) node.op();
      if (op.partition().firstGroup(parameter) != Partition.NONE) {
        int value = code.read(node.input(0));
        reduced.add(new Step.Reduction(op.fn(), value, op.partition(), memory.slot(node)));
      }
    }
    List<Step.FlatStore> stores = new ArrayList<>();
    for (Tensor node : stored) {
      stores.add(new Step.FlatStore(code.compute(node), memory.slot(node)));
    }
    for (Effect effect : effects) {
      Slot target = memory.variable(effect.target());
      int value = next(code, effect, target, holds);
      if (!code.isLoadOf(value, target)) {
        stores.add(new Step.FlatStore(value, target));
      }
    }
    return new Content(code.finish(), stores, reduced);
  }

  private int next(FlatCode code, Effect effect, Slot target, @Nullable Tensor holds) {
    int value = code.read(effect.value());
    Tensor when = effect.when();
    if (when == null || code.isLoadOf(value, target)) {
      return value;
    }
    return holds != null && Halves.implies(holds, when)
        ? value
        : code.select(memory.slot(when), value, code.load(target));
  }
}
