package org.glissade.optim.provider;

import java.util.List;
import org.glissade.optim.EpochSchedule;
import org.glissade.optim.JoinedSchedule;
import org.glissade.optim.ProductSchedule;
import org.glissade.optim.RestartedSchedule;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.text.CallText;
import org.glissade.spi.text.ChainText;

/** The schedules that are made of others. */
final class CombinedSchedules {
  private static final Setting<ChainText> PARTS =
      Setting.chain("parts", "Schedules with | between them.");
  private static final Setting<String> AT =
      Setting.text("at", "The step at which each but the first begins, with commas.");
  private static final Setting<CallText> PART = Setting.call("part", "A schedule.");
  private static final Setting<Integer> EVERY =
      Setting.integer("every", Range.atLeast(1), "How many steps it lasts the first time.");
  private static final Setting<Double> LONGER =
      Setting.number("longer", Range.atLeast(1), "Each time it lasts longer by it.").orElse(1.0);
  private static final Setting<Double> LOWER =
      Setting.number("lower", Range.openClosed(0, 1), "Each time it is lower by it.").orElse(1.0);
  private static final Setting<Integer> UPDATES =
      Setting.integer("updates", Range.atLeast(1), "Of an epoch.");

  static final List<ScheduleProvider> ALL =
      List.of(
          new ScheduleProvider(
              JoinedSchedule.NAME,
              "one schedule after another, each counting from 0",
              s -> new JoinedSchedule(parts(s), Numbers.steps(AT, s)),
              PARTS,
              AT),
          new ScheduleProvider(
              RestartedSchedule.NAME,
              "a schedule that begins anew again and again",
              s -> new RestartedSchedule(part(s), s.get(EVERY), s.get(LONGER), s.get(LOWER)),
              PART,
              EVERY,
              LONGER,
              LOWER),
          new ScheduleProvider(
              ProductSchedule.NAME,
              "the product of schedules",
              s -> new ProductSchedule(parts(s)),
              PARTS),
          new ScheduleProvider(
              EpochSchedule.NAME,
              "a schedule that counts in epochs",
              s -> new EpochSchedule(part(s), s.get(UPDATES)),
              PART,
              UPDATES));

  private CombinedSchedules() {}

  private static Schedule part(Settings settings) {
    return Schedules.read(settings.get(PART));
  }

  private static List<Schedule> parts(Settings settings) {
    return settings.get(PARTS).links().stream()
        .map(
            link -> {
              if (link.givenName().isPresent()) {
                throw settings.refuse(PARTS.name(), "schedules without names of their own");
              }
              return Schedules.read(link.call());
            })
        .toList();
  }
}
