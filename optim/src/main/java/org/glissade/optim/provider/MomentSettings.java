package org.glissade.optim.provider;

import org.glissade.optim.Moments;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.text.CallText;

/** The settings of {@link Moments}, each a number or a schedule. */
record MomentSettings(Setting<CallText> b1, Setting<CallText> b2, Setting<CallText> eps) {
  /** Of a rule that has Adam's means. */
  static MomentSettings of(Moments usual) {
    return of(usual, "Decay of the mean of g.", "Decay of the mean of g².", "Added to the root.");
  }

  /** Of a rule whose numbers mean something else, each told in a line. */
  static MomentSettings of(Moments usual, String b1, String b2, String eps) {
    return new MomentSettings(
        Scheduled.fixed("b1", Range.closedOpen(0, 1), usual.b1(), b1),
        Scheduled.fixed("b2", Range.closedOpen(0, 1), usual.b2(), b2),
        Scheduled.fixed("eps", Range.above(0), usual.eps(), eps));
  }

  Moments of(Settings settings) {
    return new Moments(
        Scheduled.of(b1, settings), Scheduled.of(b2, settings), Scheduled.of(eps, settings));
  }
}
