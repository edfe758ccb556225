package org.glissade.nn;

/**
 * Training stopped because a gradient was infinite or NaN. The step changed nothing: parameters and
 * states are those before it.
 */
public final class NonFiniteGradientException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient NonFiniteEvent event;

  /**
   * A training that stops.
   *
   * @param reason a sentence on why it stops now, with a space behind it; empty where the chain's
   *     policy is to stop
   */
  NonFiniteGradientException(NonFiniteEvent event, String reason) {
    super(message(event, reason));
    this.event = event;
  }

  /** Where and when it was. */
  public NonFiniteEvent event() {
    return event;
  }

  private static String message(NonFiniteEvent event, String reason) {
    NonFiniteTensor where = event.where();
    String others =
        where.finiteLayers().isEmpty()
            ? "no layer's gradient is finite"
            : "finite are those of " + String.join(", ", where.finiteLayers());
    return "Step %d (epoch %d, batch %d): the gradient of %s is not finite: element %d is %s, %d of %d are bad; %s; the loss was %s. "
            .formatted(
                event.step(),
                event.epoch(),
                event.batch(),
                where.parameter(),
                where.element(),
                where.value(),
                where.bad(),
                where.size(),
                others,
                event.loss())
        + reason
        + "Nothing was changed by this step. Lower the learning rate, clip the gradients"
        + " (clip-by-norm)"
        + (reason.isEmpty() ? ", or begin the chain with non-finite(skip-step)" : "");
  }
}
