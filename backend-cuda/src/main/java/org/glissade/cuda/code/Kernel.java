package org.glissade.cuda.code;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.glissade.plan.Slot;
import org.glissade.plan.View;

/** A kernel while it is written: its body, and what it must be given. */
final class Kernel {
  private final String name;
  private final Names names;
  private final Places places;
  private final Set<Slot> outside = new LinkedHashSet<>();
  private final Set<Slot> inside = new LinkedHashSet<>();
  private final Text body = new Text();
  private final Text head = new Text();
  private boolean shared;
  private boolean empty = true;
  private boolean carries;

  Kernel(String name, Names names, Places places) {
    this.name = name;
    this.names = names;
    this.places = places;
    body.open("");
    head.open("");
  }

  /** Where statements go. */
  Text body() {
    return body;
  }

  /** How it is queued. */
  Launch launch() {
    return new Launch.Kernel(name, shared, List.copyOf(outside));
  }

  /** Begins a step, after all that has been written so far. */
  void begin(String title) {
    if (!empty) {
      body.line("__syncthreads();");
    }
    empty = false;
    title.lines().forEach(line -> body.line("// " + line.strip()));
  }

  boolean isEmpty() {
    return empty;
  }

  /** Says that it writes to the host, and runs also where an index has led out of its data. */
  void carry() {
    carries = true;
    empty = false;
  }

  /** Says that several blocks have work to do. */
  void share() {
    shared = true;
  }

  /** How the kernel calls a slot. */
  String use(Slot slot) {
    boolean own = slot.storage() != Slot.Storage.INPUT && slot.storage() != Slot.Storage.VARIABLE;
    String called = names.of(slot);
    if (own && inside.add(slot)) {
      String type = Functions.type(slot.type());
      head.line(
          "%s* const %s = (%s*)(memory + %d);".formatted(type, called, type, places.of(slot)));
    } else if (!own) {
      outside.add(slot);
    }
    return called;
  }

  /** A pointer to the first number of a view. */
  String pointer(View view) {
    return view.offset() == 0 ? use(view.slot()) : use(view.slot()) + " + " + view.offset();
  }

  /** One number of a view. */
  String element(View view, String index) {
    String at = view.offset() == 0 ? index : view.offset() + " + " + index;
    return use(view.slot()) + "[" + at + "]";
  }

  /** The whole of it. */
  String text() {
    List<String> parameters = new ArrayList<>(List.of("int* fault", "char* memory"));
    outside.forEach(slot -> parameters.add(Functions.type(slot.type()) + "* " + names.of(slot)));
    if (carries) {
      parameters.add("double* outbox");
    }
    body.close();
    return "extern \"C\" __global__ void __launch_bounds__(THREADS, 2) %s(%s)\n"
            .formatted(name, String.join(", ", parameters))
        + "{\n"
        + (carries ? "" : "  if (stopped(fault)) return;\n")
        + head.toString().substring(2)
        + body.toString().substring(2);
  }
}
