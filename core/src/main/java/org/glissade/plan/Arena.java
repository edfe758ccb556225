package org.glissade.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.glissade.tensor.Layout;

/**
 * Places in the arena: slots whose lives do not meet share memory. A life is counted in stages,
 * within which workers are not at the same step. The largest are placed first, each at the lowest
 * place that is free for as long as it lives.
 *
 * @param offsets by slot id, -1 outside the arena
 * @param size floats in all
 */
record Arena(List<Integer> offsets, int size) {
  private record Life(Slot slot, int first, int last) {
    boolean meets(Life other) {
      return first <= other.last && other.first <= last;
    }
  }

  private record Placed(Life life, int offset) {
    int end() {
      return offset + aligned(life.slot().size());
    }
  }

  static Arena of(List<Slot> slots, List<Stage> stages, Collection<View> outputs) {
    List<Placed> placed = new ArrayList<>();
    for (Life life : lives(slots, stages, outputs)) {
      placed.add(new Placed(life, lowest(life, placed)));
    }
    List<Integer> offsets = new ArrayList<>(Collections.nCopies(slots.size(), -1));
    placed.forEach(place -> offsets.set(place.life().slot().id(), place.offset()));
    int size = placed.stream().mapToInt(Placed::end).max().orElse(0);
    return new Arena(offsets, size);
  }

  private static List<Life> lives(List<Slot> slots, List<Stage> stages, Collection<View> outputs) {
    int[] first = new int[slots.size()];
    int[] last = new int[slots.size()];
    Arrays.fill(first, Integer.MAX_VALUE);
    for (int i = 0; i < stages.size(); i++) {
      for (Step step : stages.get(i).steps()) {
        for (Use use : Uses.of(step).uses()) {
          int slot = use.slot().id();
          first[slot] = Math.min(first[slot], i);
          last[slot] = i;
        }
      }
    }
    outputs.forEach(view -> last[view.slot().id()] = Integer.MAX_VALUE);
    return slots.stream()
        .filter(slot -> slot.storage() == Slot.Storage.ARENA)
        .map(slot -> new Life(slot, first[slot.id()], last[slot.id()]))
        .sorted(Comparator.comparingInt((Life life) -> -life.slot().size()))
        .toList();
  }

  private static int lowest(Life life, List<Placed> placed) {
    List<Placed> rivals =
        placed.stream()
            .filter(other -> other.life().meets(life))
            .sorted(Comparator.comparingInt(Placed::offset))
            .toList();
    int offset = 0;
    for (Placed rival : rivals) {
      if (offset + aligned(life.slot().size()) <= rival.offset()) {
        break;
      }
      offset = Math.max(offset, rival.end());
    }
    return offset;
  }

  private static int aligned(int size) {
    return (size + Layout.ALIGNMENT - 1) / Layout.ALIGNMENT * Layout.ALIGNMENT;
  }
}
