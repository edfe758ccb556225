package org.glissade.testkit.transform;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.glissade.spi.ChoiceType;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Partition;

/**
 * A setting that chooses an {@link Extent} says what numbers are taken over, so groups of that
 * extent do not meet: what happens in one changes nothing in another.
 */
final class Extents {
  private static final int GROUPS_TRIED = 12;

  private Extents() {}

  static List<Check> checks() {
    return List.of(new Check("groups of its extent do not meet", Extents::apart));
  }

  /** The finest extent that the settings choose. */
  static Optional<Extent> chosen(Subject subject) {
    Settings settings = subject.settings();
    return subject.provider().settings().stream()
        .filter(setting -> setting.type() instanceof ChoiceType<?> type && isExtent(type))
        .map(Setting::name)
        .filter(settings::has)
        .map(name -> settings.choice(name, Extent.class))
        .max(Extent::compareTo);
  }

  private static boolean isExtent(ChoiceType<?> type) {
    return type.javaType() == Extent.class;
  }

  private static void apart(Subject subject) {
    Extent extent = chosen(subject).orElse(Extent.GLOBAL);
    if (extent == Extent.GLOBAL) {
      return;
    }
    int[] groups = groups(extent);
    int count = Arrays.stream(groups).max().orElse(0) + 1;
    SplittableRandom random = new SplittableRandom(1);
    try (Stage one = Behaviour.stage(subject, subject.alone());
        Stage two = Behaviour.stage(subject, subject.alone())) {
      for (int i = 0; i < GROUPS_TRIED; i++) {
        one.restart();
        two.restart();
        apart(subject, one, two, groups, random.nextInt(count));
      }
    }
  }

  private static void apart(Subject subject, Stage one, Stage two, int[] groups, int group) {
    for (int i = 0; i < 2; i++) {
      double[] gradient = Samples.ordinary(30 + i);
      double[] changed = Samples.changed(gradient, x -> -3 * x);
      for (int k = 0; k < changed.length; k++) {
        changed[k] = groups[k] == group ? gradient[k] : changed[k];
      }
      Compare.bits(
          "%s, step %d, after the gradients outside of group %d changed"
              .formatted(subject, i, group),
          one.run(gradient),
          two.run(changed),
          k -> groups[k] == group);
    }
  }

  /** The group of each element of the flat index; -1 between the parameters. */
  static int[] groups(Extent extent) {
    Layout layout = Samples.LAYOUT;
    int[] groups = new int[layout.size()];
    Arrays.fill(groups, -1);
    for (int p = 0; p < layout.parameters().size(); p++) {
      for (int e = 0; e < layout.length(p); e++) {
        int flat = layout.offset(p) + e;
        groups[flat] = extent == Extent.ELEMENT ? flat : partition(extent).groupOf(p, e);
      }
    }
    return groups;
  }

  private static Partition partition(Extent extent) {
    return Samples.LAYOUT.partition(extent, Samples.LAYOUT.all());
  }
}
