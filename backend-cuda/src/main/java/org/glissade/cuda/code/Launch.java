package org.glissade.cuda.code;

import java.util.List;
import org.glissade.plan.Slot;

/**
 * A kernel to be queued.
 *
 * @param kernel its name in the source
 * @param shared whether blocks share its work out; if not, one is enough
 * @param parameters the slots of the Store and of the host whose addresses it takes, after those of
 *     the fault and of the program's memory
 */
public record Launch(String kernel, boolean shared, List<Slot> parameters) {
  /** Copies the list. */
  public Launch {
    parameters = List.copyOf(parameters);
  }
}
