package org.glissade.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the workers that share out a plan must meet: before a step that touches what another worker
 * may still be computing or reading. Steps along the same rows that touch their own rows only
 * follow each other without meeting.
 */
final class Barriers {
  private record Pending(Use use, int rows) {}

  private final List<Integer> arenaOffsets;

  private Barriers(List<Integer> arenaOffsets) {
    this.arenaOffsets = arenaOffsets;
  }

  /** For each step, whether the workers must meet before it. */
  static List<Boolean> of(List<Step> steps, List<Integer> arenaOffsets) {
    Barriers barriers = new Barriers(arenaOffsets);
    List<Boolean> before = new ArrayList<>();
    List<Pending> pending = new ArrayList<>();
    for (Step step : steps) {
      Uses uses = Uses.of(step);
      boolean meet = uses.uses().stream().anyMatch(use -> barriers.clashes(use, uses, pending));
      if (meet) {
        pending.clear();
      }
      before.add(meet);
      uses.uses().forEach(use -> pending.add(new Pending(use, uses.rows())));
    }
    return before;
  }

  private boolean clashes(Use use, Uses uses, List<Pending> pending) {
    return pending.stream()
        .anyMatch(
            earlier ->
                (earlier.use().writes() || use.writes())
                    && overlap(earlier.use().slot(), use.slot())
                    && !isSameShare(earlier, use, uses.rows()));
  }

  /** Whether the same worker touches both. */
  private static boolean isSameShare(Pending earlier, Use use, int rows) {
    boolean together = earlier.rows() == rows && earlier.use().slot().equals(use.slot());
    boolean alone = rows == Uses.ALONE && earlier.rows() == Uses.ALONE;
    return alone || together && earlier.use().ownRows() && use.ownRows();
  }

  private boolean overlap(Slot a, Slot b) {
    if (a.storage() != Slot.Storage.ARENA || b.storage() != Slot.Storage.ARENA) {
      return a.equals(b);
    }
    int first = arenaOffsets.get(a.id());
    int second = arenaOffsets.get(b.id());
    return first < second + b.size() && second < first + a.size();
  }
}
