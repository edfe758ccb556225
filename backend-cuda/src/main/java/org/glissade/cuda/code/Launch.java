package org.glissade.cuda.code;

import java.util.List;
import org.glissade.cuda.driver.Product;
import org.glissade.plan.Slot;
import org.glissade.plan.Step;
import org.glissade.plan.View;
import org.jspecify.annotations.Nullable;

/** What is queued, one after another. */
public sealed interface Launch {
  /**
   * A kernel.
   *
   * @param name in the source
   * @param shared whether blocks share its work out; if not, one is enough
   * @param parameters the slots of the Store and of the host whose addresses it takes, after those
   *     of the fault and of the program's memory
   */
  record Kernel(String name, boolean shared, List<Slot> parameters) implements Launch {
    /** Copies the list. */
    public Kernel {
      parameters = List.copyOf(parameters);
    }
  }

  /**
   * A large matrix product, by the library.
   *
   * @param bias what is added to each row; null if nothing
   */
  record Multiply(Product product, View a, View b, View out, @Nullable View bias)
      implements Launch {}

  /** Java on the host, which nothing is recorded across. */
  record Host(Step.Host step) implements Launch {}
}
