package org.glissade.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Orders steps so that the workers which share them out seldom meet: rows of a batch go through all
 * layers, forward and backward, before one worker needs what another has computed.
 *
 * <p>A stage takes, in the order given, every step whose predecessors are done and that touches
 * nothing which another worker may be computing or reading; then the workers meet, and the next
 * stage begins. What changes the Store stays behind everything else.
 */
final class Stages {
  private record Pending(Uses uses, boolean store) {
    static Pending of(Step step) {
      Uses uses = Uses.of(step);
      return new Pending(
          uses, uses.uses().stream().anyMatch(use -> use.writes() && isStored(use.slot())));
    }

    private static boolean isStored(Slot slot) {
      return slot.storage() == Slot.Storage.VARIABLE;
    }

    /** Whether this step, which came earlier, must be done before the other begins. */
    boolean precedes(Pending later) {
      return later.store && !store || uses.clashes(later.uses);
    }
  }

  private final List<Step> steps;
  private final List<Pending> pending;
  private final boolean[] done;

  private Stages(List<Step> steps) {
    this.steps = steps;
    this.pending = steps.stream().map(Pending::of).toList();
    this.done = new boolean[steps.size()];
  }

  /** All steps, in stages. */
  static List<Stage> of(List<Step> steps) {
    Stages stages = new Stages(steps);
    List<Stage> result = new ArrayList<>();
    for (int left = steps.size(); left > 0; ) {
      Stage stage = stages.next();
      result.add(stage);
      left -= stage.steps().size();
    }
    return result;
  }

  private Stage next() {
    List<Integer> taken = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      if (!done[i] && isFree(i, taken)) {
        taken.add(i);
        done[i] = true;
      }
    }
    return new Stage(taken.stream().map(steps::get).toList());
  }

  /** Whether a step may run in a stage that has taken some steps before it. */
  private boolean isFree(int i, List<Integer> taken) {
    Pending own = pending.get(i);
    for (int before = 0; before < i; before++) {
      if (!done[before] && pending.get(before).precedes(own)) {
        return false;
      }
    }
    return taken.stream().noneMatch(t -> pending.get(t).uses.meets(own.uses));
  }
}
