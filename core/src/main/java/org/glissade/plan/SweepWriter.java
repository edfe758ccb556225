package org.glissade.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
   * A sweep.
   *
   * @param reductions what is reduced, each of op {@link Op.SegmentReduce}
   * @param stored flat tensors that are written to slots of their own
   * @param effects next values of flat variables
   */
  Step.Sweep write(List<Tensor> reductions, List<Tensor> stored, List<Effect> effects) {
    Slot guard = effects.isEmpty() ? null : guard(effects, reductions);
    Map<Content, List<Integer>> bodies = new LinkedHashMap<>();
    for (int i = 0; i < layout.parameters().size(); i++) {
      Content content = content(i, reductions, stored, effects, guard);
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
    return new Step.Sweep(written, guard);
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

  /**
   * The one condition of all effects; null if there is none or they differ, or if a reduction must
   * be made even where it fails.
   */
  private @Nullable Slot guard(List<Effect> effects, List<Tensor> reductions) {
    Tensor first = effects.get(0).when();
    boolean same = effects.stream().allMatch(effect -> Objects.equals(effect.when(), first));
    return first != null
            && same
            && reductions.stream().allMatch(node -> observers.isVoid(node, first))
        ? memory.slot(first)
        : null;
  }

  private Content content(
      int parameter,
      List<Tensor> reductions,
      List<Tensor> stored,
      List<Effect> effects,
      @Nullable Slot guard) {
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
      int value = next(code, effect, target, guard);
      if (!code.isLoadOf(value, target)) {
        stores.add(new Step.FlatStore(value, target));
      }
    }
    return new Content(code.finish(), stores, reduced);
  }

  private int next(FlatCode code, Effect effect, Slot target, @Nullable Slot guard) {
    int value = code.read(effect.value());
    return effect.when() == null || guard != null || code.isLoadOf(value, target)
        ? value
        : code.select(memory.slot(effect.when()), value, code.load(target));
  }
}
