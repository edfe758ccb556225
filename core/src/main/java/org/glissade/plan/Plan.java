package org.glissade.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.glissade.tensor.Definition;

/**
 * What a backend must do to run a program once. Everything is known: shapes, order, places in
 * memory.
 *
 * @param definition what was planned
 * @param slots all memory, by id
 * @param steps in the order in which they run
 * @param outputs where each output lies after a run, by name
 * @param arenaOffsets for each slot by id, where in the arena it begins, in floats; -1 outside the
 *     arena
 * @param arenaSize floats that the arena needs
 */
public record Plan(
    Definition definition,
    List<Slot> slots,
    List<Step> steps,
    Map<String, View> outputs,
    List<Integer> arenaOffsets,
    int arenaSize) {
  /** Copies the collections. */
  public Plan {
    slots = List.copyOf(slots);
    steps = List.copyOf(steps);
    outputs = Collections.unmodifiableMap(new TreeMap<>(outputs));
    arenaOffsets = List.copyOf(arenaOffsets);
  }

  /** Passes over the flat buffers. */
  public long sweeps() {
    return steps.stream().filter(Step.Sweep.class::isInstance).count();
  }

  /**
   * Where workers that share out the steps must meet: before each step that is true here. Steps
   * that touch only their own rows follow each other without meeting.
   */
  public List<Boolean> barriers() {
    return Barriers.of(steps, arenaOffsets);
  }

  /** Bytes that the program needs beside the Store and its inputs. */
  public long bytes() {
    return 4L * arenaSize
        + slots.stream()
            .filter(
                slot -> slot.storage() == Slot.Storage.FLAT || slot.storage() == Slot.Storage.SMALL)
            .mapToLong(slot -> (long) slot.size() * slot.type().bytes())
            .sum();
  }

  /** For people: every step in order, then what is counted. */
  @Override
  public String toString() {
    return PlanPrinter.print(this);
  }
}
