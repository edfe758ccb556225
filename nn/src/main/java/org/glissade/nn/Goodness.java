package org.glissade.nn;

import java.util.Map;
import java.util.Optional;
import org.glissade.tensor.Variable;

/**
 * Whether a state is worth keeping: all parameters are finite, and nothing is NaN. A state of a
 * transform may be infinite on purpose, such as the lowest loss before the first.
 */
final class Goodness {
  private Goodness() {}

  static boolean isGood(Map<String, double[]> values) {
    return values.entrySet().stream().allMatch(e -> firstBad(e.getKey(), e.getValue()) < 0);
  }

  /** Where the first number lies that is not good; -1 if all are. */
  static int firstBad(String key, double[] values) {
    boolean parameters = key.equals(Variable.PARAMETERS);
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i]) || (parameters && Double.isInfinite(values[i]))) {
        return i;
      }
    }
    return -1;
  }

  /** Says which tensor of a state is not good, if one is not. */
  static Optional<String> complaint(RunState state) {
    for (Map.Entry<String, NamedTensor> entry : state.tensors().entrySet()) {
      String key = entry.getKey().replaceFirst(":.*", "");
      double[] values = entry.getValue().values();
      int bad = firstBad(key, values);
      if (bad >= 0) {
        return Optional.of("%s: element %d is %s".formatted(entry.getKey(), bad, values[bad]));
      }
    }
    return Optional.empty();
  }
}
