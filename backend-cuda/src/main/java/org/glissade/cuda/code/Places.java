package org.glissade.cuda.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.glissade.plan.Plan;
import org.glissade.plan.Slot;

/** Where everything lies in the one block of memory that belongs to a program, in bytes. */
public final class Places {
  private static final long ALIGNMENT = 256;

  private final Map<Slot, Long> offsets = new HashMap<>();
  private final List<Span> cleared = new ArrayList<>();
  private long size;

  Places(Plan plan) {
    size = aligned(4L * plan.arenaSize());
    for (Slot slot : plan.slots()) {
      switch (slot.storage()) {
        case ARENA -> offsets.put(slot, 4L * plan.arenaOffsets().get(slot.id()));
        case FLAT -> offsets.put(slot, reserveCleared(bytes(slot)));
        case SMALL -> offsets.put(slot, reserve(bytes(slot)));
        case INPUT, VARIABLE -> {}
      }
    }
  }

  private static long bytes(Slot slot) {
    return (long) slot.size() * slot.type().bytes();
  }

  private static long aligned(long bytes) {
    return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  /** Where a slot begins that is the program's own. */
  public long of(Slot slot) {
    return Objects.requireNonNull(offsets.get(slot), slot::name);
  }

  /** A further piece, whose content is anything. */
  long reserve(long bytes) {
    long offset = size;
    size += aligned(Math.max(1, bytes));
    return offset;
  }

  /** A further piece that is 0 before the first run. */
  long reserveCleared(long bytes) {
    long offset = reserve(bytes);
    cleared.add(new Span(offset, aligned(Math.max(1, bytes))));
    return offset;
  }

  /** What must be 0 before the first run. */
  List<Span> cleared() {
    return List.copyOf(cleared);
  }

  /** Bytes in all. */
  long size() {
    return Math.max(ALIGNMENT, size);
  }
}
