package org.glissade.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Effect;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Op;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Orders the steps. Dense kernels and scalars run as soon as their inputs are there; a sweep runs
 * only when nothing else can, and then does all that is ready, so that there are no more sweeps
 * than the longest chain of dependent reductions. What changes the Store comes last: nothing is
 * written before the last reader of the old value has run and the condition of the write is known.
 * A reduction that only observes waits for a sweep that reads the same anyway, or for the last.
 */
final class Schedule {
  private final Definition definition;
  private final Nodes nodes;
  private final Fusion fusion;
  private final Memory memory;
  private final OldValues old;
  private final Observers observers;
  private final List<Step> steps = new ArrayList<>();
  private final Set<Tensor> done = new HashSet<>();
  private final Set<Tensor> keptFlat = new HashSet<>();
  private final Set<Tensor> dense = new LinkedHashSet<>();
  private final Set<Tensor> packs = new LinkedHashSet<>();
  private final Set<Tensor> scalars = new LinkedHashSet<>();
  private final Set<Tensor> flat = new LinkedHashSet<>();

  Schedule(Definition definition, Nodes nodes, Fusion fusion, Memory memory, OldValues old) {
    this.definition = definition;
    this.nodes = nodes;
    this.fusion = fusion;
    this.memory = memory;
    this.old = old;
    this.observers = new Observers(definition, nodes);
    nodes.all().forEach(this::file);
  }

  List<Step> steps() {
    boolean advanced = true;
    while (advanced) {
      advanced = advanceDense();
      advanced |= advanceScalars();
      advanced = advanced || advanceFlat();
    }
    writeEffects();
    if (!dense.isEmpty() || !scalars.isEmpty() || !flat.isEmpty() || !packs.isEmpty()) {
      throw new IllegalStateException(
          "No order runs %s of program %s".formatted(dense, definition.name()));
    }
    return steps;
  }

  private void file(Tensor node) {
    Op op = node.op();
    if (op instanceof Op.HostResult) {
      return;
    }
    switch (node.space()) {
      case DENSE -> {
        if (fusion.isKept(node)) {
          dense.add(node);
        }
      }
      case SCALAR, COLUMN -> {
        if (op instanceof Op.SegmentReduce) {
          flat.add(node);
        } else if (!(op instanceof Op.Read) && !isLifted(node)) {
          scalars.add(node);
        }
      }
      case FLAT -> fileFlat(node);
    }
  }

  private void fileFlat(Tensor node) {
    Op op = node.op();
    if (op instanceof Op.Pack) {
      packs.add(node);
      placeParts(node);
    } else if (op instanceof Op.Random) {
      dense.add(node);
    } else if (!Nodes.isStored(node) && isReadWhole(node)) {
      flat.add(node);
    }
  }

  /** Constants, and scalars given to every group, are written where they are used. */
  private boolean isLifted(Tensor node) {
    Op op = node.op();
    return (op instanceof Op.Constant || op instanceof Op.Broadcast)
        && !nodes.isResult(node)
        && !isUsedBy(Op.Host.class, node);
  }

  /**
   * Whether a flat tensor must be in memory: it is read by parameter, by the host, or at the end.
   */
  private boolean isReadWhole(Tensor node) {
    return isUsedBy(Op.Unpack.class, node)
        || isUsedBy(Op.Host.class, node)
        || definition.outputs().containsValue(node);
  }

  private boolean isUsedBy(Class<? extends Op> op, Tensor node) {
    return nodes.consumers(node).stream().anyMatch(user -> op.isInstance(user.op()));
  }

  /** Kernels that compute a part of a flat buffer write it there. */
  private void placeParts(Tensor pack) {
    for (int i = 0; i < pack.inputs().size(); i++) {
      Tensor producer = producer(pack.input(i));
      boolean placed = fusion.isKept(producer) && memory.place(producer, pack, i);
      if (!placed) {
        copies.add(new Copy(pack, i));
      }
    }
  }

  private record Copy(Tensor pack, int part) {}

  private final Set<Copy> copies = new LinkedHashSet<>();

  private static Tensor producer(Tensor node) {
    return node.op() instanceof Op.Reshape ? producer(node.input(0)) : node;
  }

  private boolean advanceDense() {
    boolean advanced = false;
    for (Tensor node : List.copyOf(dense)) {
      if (node.inputs().stream().allMatch(this::isReady)) {
        steps.add(
            node.op() instanceof Op.Host host
                ? DenseSteps.host(memory, host, node, nodes.consumers(node))
                : DenseSteps.write(fusion, memory, node));
        dense.remove(node);
        done.add(node);
        advanced = true;
      }
    }
    for (Copy copy : List.copyOf(copies)) {
      Tensor part = copy.pack().input(copy.part());
      if (isReady(part)) {
        Layout layout = ((Op.Pack) copy.pack().op()).layout();
        View target = Memory.part(memory.slot(copy.pack()), layout, copy.part());
        Code code = DenseCode.ofInput(fusion, memory, part);
        steps.add(new Step.Map(part.shape(), code, target));
        copies.remove(copy);
        advanced = true;
      }
    }
    for (Tensor pack : List.copyOf(packs)) {
      boolean copied = copies.stream().noneMatch(copy -> copy.pack() == pack);
      if (copied && pack.inputs().stream().allMatch(this::isReady)) {
        packs.remove(pack);
        done.add(pack);
        advanced = true;
      }
    }
    return advanced;
  }

  private boolean advanceScalars() {
    List<Step.Assignment> assignments = new ArrayList<>();
    for (Tensor node : List.copyOf(scalars)) {
      if (node.inputs().stream().allMatch(this::isReady)) {
        assignments.add(ScalarCode.assign(memory, node));
        scalars.remove(node);
        done.add(node);
      }
    }
    if (assignments.isEmpty()) {
      return false;
    }
    steps.add(new Step.Scalars(assignments));
    return true;
  }

  private boolean advanceFlat() {
    List<Tensor> reductions = new ArrayList<>();
    List<Tensor> stored = new ArrayList<>();
    List<Tensor> observing = new ArrayList<>();
    Set<Tensor> computed = new HashSet<>();
    for (Tensor node : flat) {
      if (node.inputs().stream().allMatch(input -> isReadyInSweep(input, computed))) {
        boolean reduces = node.op() instanceof Op.SegmentReduce;
        (observers.contains(node) ? observing : reduces ? reductions : stored).add(node);
        if (!reduces) {
          computed.add(node);
        }
      }
    }
    if (reductions.isEmpty() && stored.isEmpty()) {
      return false;
    }
    reductions.addAll(sweeps().free(observing, reductions, stored));
    steps.add(sweeps().write(reductions, stored));
    List.of(reductions, stored).forEach(flat::removeAll);
    keptFlat.addAll(stored);
    done.addAll(reductions);
    done.addAll(stored);
    return true;
  }

  /**
   * Whether a sweep can read a tensor, or compute it: what it stores for parameters to read, it
   * reduces too.
   *
   * @param computed the flat tensors that it computes so far
   */
  private boolean isReadyInSweep(Tensor node, Set<Tensor> computed) {
    if (isReady(node) || computed.contains(node)) {
      return true;
    }
    boolean ready =
        node.space() == Space.FLAT
            && !isPending(node)
            && node.inputs().stream().allMatch(input -> isReadyInSweep(input, computed));
    if (ready) {
      computed.add(node);
    }
    return ready;
  }

  /** Whether all that a kernel needs of a tensor is in memory. */
  private boolean isReady(Tensor node) {
    if (done.contains(node) || Nodes.isStored(node)) {
      return true;
    }
    if (!isPending(node) && node.inputs().stream().allMatch(this::isReady)) {
      done.add(node);
      return true;
    }
    return false;
  }

  private boolean isPending(Tensor node) {
    return dense.contains(node)
        || packs.contains(node)
        || scalars.contains(node)
        || flat.contains(node);
  }

  private SweepWriter sweeps() {
    return new SweepWriter(memory, definition.layout(), keptFlat, observers);
  }

  private void writeEffects() {
    definition.outputs().values().forEach(old::view);
    List<Effect> flats = new ArrayList<>();
    List<Step> dense = new ArrayList<>();
    List<Step.Assignment> small = new ArrayList<>();
    for (Effect effect : definition.effects()) {
      Slot target = memory.variable(effect.target());
      switch (effect.target().space()) {
        case FLAT -> flats.add(effect);
        case DENSE -> dense.add(DenseSteps.store(old.view(effect.value()), target, when(effect)));
        case COLUMN, SCALAR -> {
          Slot next = old.view(effect.value()).slot();
          Space space = effect.target().space();
          small.add(ScalarCode.store(memory, next, target, space, when(effect)));
        }
      }
    }
    steps.addAll(old.steps());
    steps.addAll(dense);
    if (!flats.isEmpty()) {
      observeIn(flats);
    }
    List<Step.Assignment> assignments = new ArrayList<>(old.assignments());
    assignments.addAll(small);
    if (!assignments.isEmpty()) {
      steps.add(new Step.Scalars(assignments));
    }
  }

  /** The last sweep, with what waited for it and the columns and scalars that follow from that. */
  private void observeIn(List<Effect> flats) {
    List<Tensor> reductions = List.copyOf(flat);
    steps.addAll(sweeps().writeEffects(reductions, flats));
    flat.clear();
    done.addAll(reductions);
    boolean advanced = !reductions.isEmpty();
    while (advanced) {
      advanced = advanceScalars();
    }
  }

  private @Nullable Slot when(Effect effect) {
    return effect.when() == null ? null : old.view(effect.when()).slot();
  }
}
