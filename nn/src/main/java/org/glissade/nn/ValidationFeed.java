package org.glissade.nn;

import org.glissade.backend.Store;
import org.glissade.transform.Validation;

/** Tells a chain that asks for it what evaluations find. */
record ValidationFeed(Store store) {
  /** Whether the chain asks. */
  boolean isAsked() {
    return asks(Validation.COUNT);
  }

  private boolean asks(Validation number) {
    return store.variables().containsKey(number.key());
  }

  /**
   * Takes in an evaluation, before the next step.
   *
   * @throws IllegalArgumentException if the chain asks for classes where the loss knows none
   */
  void tell(Evaluation found) {
    if (asks(Validation.ERROR) && found.confusion().isEmpty()) {
      throw new IllegalArgumentException(
          "The chain goes by the share of wrong classes in the validation, but the loss knows no"
              + " classes: let it go by validation-loss");
    }
    write(Validation.LOSS, Double.isFinite(found.loss()) ? found.loss() : Double.MAX_VALUE);
    write(Validation.ERROR, 1 - found.accuracy());
    if (isAsked()) {
      String count = Validation.COUNT.key();
      store.write(count, store.read(count)[0] + 1);
    }
  }

  private void write(Validation number, double value) {
    if (asks(number)) {
      store.write(number.key(), value);
    }
  }
}
