package org.glissade.optim.provider;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.glissade.optim.Selection;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.tensor.Kind;

/** Reads which parameters a rule is for. */
final class Selections {
  static final Setting<String> KIND =
      Setting.text("kind", "Only these: weight, bias, norm, embedding; several with commas.")
          .optional();
  static final Setting<String> NAME =
      Setting.text("name", "Only paths like this: * within a layer's name, ** across, ? for one.")
          .optional();

  private Selections() {}

  static Selection of(Settings settings) {
    Selection all = Selection.all();
    Set<Kind> kinds = settings.find(KIND).map(text -> kinds(text, settings)).orElse(all.kinds());
    return new Selection(kinds, settings.find(NAME).orElse(all.name()));
  }

  /** As above, but it must be said which. */
  static Selection some(Settings settings) {
    if (!settings.has(KIND.name()) && !settings.has(NAME.name())) {
      throw settings.refuse(KIND.name(), "given unless name is");
    }
    return of(settings);
  }

  private static Set<Kind> kinds(String text, Settings settings) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (String label : text.split(",", -1)) {
      kinds.add(kind(label.strip()).orElseThrow(() -> refusal(settings)));
    }
    return kinds;
  }

  private static Optional<Kind> kind(String label) {
    return Arrays.stream(Kind.values()).filter(kind -> kind.label().equals(label)).findFirst();
  }

  private static IllegalArgumentException refusal(Settings settings) {
    String labels = Arrays.stream(Kind.values()).map(Kind::label).collect(Collectors.joining(", "));
    return settings.refuse(KIND.name(), "some of " + labels);
  }
}
