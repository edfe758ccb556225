package org.glissade.nn;

import java.util.Map;
import org.glissade.tensor.Tensor;
import org.glissade.transform.Norm;
import org.glissade.transform.Observation;

/** The outputs of a program from which the norms of its links are read. */
final class LinkOutputs {
  private static final String LINK = "link/";

  private LinkOutputs() {}

  static void declare(Observation seen, Map<String, Tensor> outputs) {
    seen.condition().ifPresent(holds -> outputs.put(condition(seen), holds));
    seen.before().ifPresent(norm -> declare(before(seen), norm, outputs));
    seen.after().ifPresent(norm -> declare(after(seen), norm, outputs));
  }

  private static void declare(String name, Norm norm, Map<String, Tensor> outputs) {
    outputs.put(name, norm.squares());
    for (int i = 0; i < norm.factors().size(); i++) {
      if (norm.constant(i).isEmpty()) {
        outputs.put(factor(name, i), norm.factors().get(i));
      }
    }
  }

  static String condition(Observation seen) {
    return LINK + seen.link() + "/condition";
  }

  static String before(Observation seen) {
    return LINK + seen.link() + "/before";
  }

  static String after(Observation seen) {
    return LINK + seen.link() + "/after";
  }

  static String factor(String name, int i) {
    return name + "-factor-" + i;
  }
}
