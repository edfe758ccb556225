package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.NonFinite;
import org.glissade.transform.NonFinite.Rollback;

/** Offers {@link NonFinite}. */
public final class NonFiniteProvider extends Offer {
  private static final Setting<NonFinite.Policy> POLICY =
      Setting.choice(
          "policy",
          NonFinite.Policy.class,
          "Let it through, make it 0, change nothing in this step, go back to an earlier state, or"
              + " change nothing any more.");
  private static final Setting<Integer> LIMIT =
      Setting.integer(
              "limit",
              Range.atLeast(1),
              "How many steps may be skipped in a row, or how often the run may go back, before it"
                  + " stops.")
          .optional();
  private static final Setting<Double> FACTOR =
      Setting.number("factor", Range.openClosed(0, 1), "By what a way back multiplies the rate.")
          .orElse(Rollback.USUAL.factor());
  private static final Setting<Integer> EVERY =
      Setting.integer("every", Range.atLeast(1), "Steps from one state that is kept to the next.")
          .orElse(Rollback.USUAL.every());
  private static final Setting<Integer> KEEP =
      Setting.integer("keep", Range.atLeast(1), "How many states are kept to go back to.")
          .orElse(Rollback.USUAL.keep());

  /** Made by the service loader. */
  public NonFiniteProvider() {
    super(
        NonFinite.NAME,
        "what an infinite or NaN gradient does to the step; first in its chain",
        Set.of(Trait.WRAPPER, Trait.STATEFUL),
        POLICY,
        LIMIT,
        FACTOR,
        EVERY,
        KEEP);
  }

  @Override
  public GradientTransform create(Settings settings) {
    NonFinite.Policy policy = settings.get(POLICY);
    int limit = settings.find(LIMIT).orElse(new NonFinite(policy).limit());
    return new NonFinite(
        policy, limit, new Rollback(settings.get(FACTOR), settings.get(EVERY), settings.get(KEEP)));
  }
}
