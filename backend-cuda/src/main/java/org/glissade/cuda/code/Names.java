package org.glissade.cuda.code;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.glissade.plan.Slot;

/** What slots are called in C++. */
final class Names {
  private final Map<Slot, String> names = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  String of(Slot slot) {
    return names.computeIfAbsent(slot, this::invent);
  }

  private String invent(Slot slot) {
    String prefix =
        switch (slot.storage()) {
          case INPUT -> "in_";
          case VARIABLE -> "store_";
          case FLAT, ARENA, SMALL -> "";
        };
    String name = prefix + slot.name().replaceAll("[^A-Za-z0-9]", "_");
    String unique = taken.add(name) ? name : name + "_" + slot.id();
    taken.add(unique);
    return unique;
  }
}
