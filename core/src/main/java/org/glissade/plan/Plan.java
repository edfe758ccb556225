package org.glissade.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.glissade.tensor.Definition;

/**
 * What a backend must do to run a program once. Everything is known: shapes, order, places in
 * memory.
 *
 * @param definition what was planned
 * @param slots all memory, by id
 * @param stages the steps in the order in which they run; between two stages, workers that share
 *     them out meet
 * @param outputs where each output lies after a run, by name
 * @param arenaOffsets for each slot by id, where in the arena it begins, in floats; -1 outside the
 *     arena
 * @param arenaSize floats that the arena needs
 */
public record Plan(
    Definition definition,
    List<Slot> slots,
    List<Stage> stages,
    Map<String, View> outputs,
    List<Integer> arenaOffsets,
    int arenaSize) {
  /** Copies the collections. */
  public Plan {
    slots = List.copyOf(slots);
    stages = List.copyOf(stages);
    outputs = Collections.unmodifiableMap(new TreeMap<>(outputs));
    arenaOffsets = List.copyOf(arenaOffsets);
  }

  /** All steps, in the order in which they run. */
  public List<Step> steps() {
    return stages.stream().flatMap(stage -> stage.steps().stream()).toList();
  }

  /** How often workers meet while the steps run. */
  public int barriers() {
    return stages.size() - 1;
  }

  /** Passes over the flat buffers: of two sweeps of which one runs, one counts. */
  public long sweeps() {
    return sweepsThatCount().count();
  }

  private Stream<Step.Sweep> sweepsThatCount() {
    return steps().stream()
        .filter(Step.Sweep.class::isInstance)
        .map(Step.Sweep.class::cast)
        .filter(sweep -> !sweep.instead());
  }

  /** How often Java is called in a run, each time between two stages. */
  public long hostLinks() {
    return steps().stream().filter(Step.Host.class::isInstance).count();
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

  /** Bytes that the sweeps read and write: four for each element of each buffer they touch. */
  public long traffic() {
    return sweepsThatCount()
        .flatMap(sweep -> sweep.bodies().stream())
        .mapToLong(this::traffic)
        .sum();
  }

  private long traffic(Step.Body body) {
    long loads =
        body.code().instructions().stream().filter(Instruction.LoadFlat.class::isInstance).count();
    long elements = body.parameters().stream().mapToLong(definition.layout()::length).sum();
    return (loads + body.stores().size()) * elements * Float.BYTES;
  }

  /** For people: every step in order, then what is counted. */
  @Override
  public String toString() {
    return PlanPrinter.print(this);
  }
}
