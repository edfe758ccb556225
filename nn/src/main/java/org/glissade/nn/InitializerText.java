package org.glissade.nn;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.glissade.spi.Nearest;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.text.CallText;
import org.glissade.spi.text.ChainParser;
import org.glissade.spi.text.LinkText;
import org.glissade.spi.text.LocatedException;
import org.glissade.tensor.Initializer;

/** Finds initialisers by what a person writes, such as {@code he} or {@code normal(0.05)}. */
public final class InitializerText {
  private static final Setting<Double> SIGMA =
      Setting.number("sigma", Range.above(0), "Standard deviation.").orElse(1.0);
  private static final Setting<Double> LOW = Setting.number("low", Range.any(), "Lower bound.");
  private static final Setting<Double> HIGH = Setting.number("high", Range.any(), "Upper bound.");

  private enum Form {
    HE("he", settings -> Initializers.he()),
    LECUN("lecun", settings -> Initializers.lecun()),
    NORMAL("normal", settings -> Initializers.normal(settings.get(SIGMA)), SIGMA),
    TRUNCATED_NORMAL(
        "truncated-normal", settings -> Initializers.truncatedNormal(settings.get(SIGMA)), SIGMA),
    UNIFORM("uniform", InitializerText::uniform, LOW, HIGH),
    XAVIER("xavier", settings -> Initializers.xavier()),
    ZEROS("zeros", settings -> Initializers.zeros());

    private final String text;
    private final Function<Settings, Initializer> factory;
    private final List<Setting<?>> settings;

    Form(String text, Function<Settings, Initializer> factory, Setting<?>... settings) {
      this.text = text;
      this.factory = factory;
      this.settings = List.of(settings);
    }
  }

  private InitializerText() {}

  /** The names of all initialisers, sorted. */
  public static List<String> names() {
    return Arrays.stream(Form.values()).map(form -> form.text).toList();
  }

  /**
   * The initialiser that a text names.
   *
   * @throws LocatedException if it names none, or with wrong settings; the message says what is
   *     taken
   */
  public static Initializer parse(String text) {
    List<LinkText> links = ChainParser.parse(text).links();
    if (links.size() != 1 || links.get(0).givenName().isPresent()) {
      throw new LocatedException(
          links.get(0).call().position(),
          "an initialiser is one name, such as he or normal(0.05), but was '" + text + "'");
    }
    return read(links.get(0).call());
  }

  /**
   * The initialiser that a call names, as {@link #parse}.
   *
   * @throws LocatedException as {@link #parse}
   */
  public static Initializer read(CallText call) {
    Form form =
        Arrays.stream(Form.values())
            .filter(candidate -> candidate.text.equals(call.name()))
            .findFirst()
            .orElseThrow(() -> unknown(call));
    return form.factory.apply(Settings.bind(form.settings, call));
  }

  private static Initializer uniform(Settings settings) {
    if (settings.get(LOW) >= settings.get(HIGH)) {
      throw settings.refuse("high", "above low (" + settings.get(LOW) + ")");
    }
    return Initializers.uniform(settings.get(LOW), settings.get(HIGH));
  }

  private static LocatedException unknown(CallText call) {
    return new LocatedException(
        call.position(),
        "no initialiser is named '%s'%s Known: %s."
            .formatted(
                call.name(), Nearest.question(call.name(), names()), String.join(", ", names())));
  }
}
