package org.glissade.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.glissade.spi.text.CallText;
import org.glissade.spi.text.ChainParser;
import org.glissade.spi.text.ChainText;
import org.glissade.spi.text.NumberValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  enum Extent {
    PARAMETER,
    GLOBAL
  }

  private static final Setting<Double> MAX_NORM =
      Setting.number("max-norm", Range.above(0), "Largest norm.");
  private static final Setting<Integer> EVERY =
      Setting.integer("every", Range.atLeast(1), "Steps between two.").orElse(1);
  private static final Setting<Extent> EXTENT =
      Setting.choice("extent", Extent.class, "Of what.").orElse(Extent.GLOBAL);
  private static final Setting<Double> CAP =
      Setting.number("cap", Range.any(), "A cap.").optional();
  private static final Setting<Boolean> STRICT = Setting.flag("strict", "Whether.").orElse(false);
  private static final List<Setting<?>> CLIP = List.of(MAX_NORM, EVERY, EXTENT, CAP, STRICT);

  @Test
  void positionalArgumentsFillWhatNoneNames() {
    Settings settings = bind("clip(2.5, extent=parameter, 7)");
    assertEquals(2.5, settings.get(MAX_NORM));
    assertEquals(7, settings.get(EVERY));
    assertEquals(Extent.PARAMETER, settings.get(EXTENT));
    assertEquals(Optional.empty(), settings.find(CAP));
    assertFalse(settings.get(STRICT));

    Settings named = bind("clip(every=7, 2.5, parameter, strict=true, 1)");
    assertEquals(2.5, named.get(MAX_NORM));
    assertEquals(Extent.PARAMETER, named.get(EXTENT));
    assertEquals(Optional.of(1.0), named.find(CAP));
    assertTrue(named.get(STRICT));
  }

  @Test
  void valuesAreReadByNameToo() {
    Settings settings = bind("clip(0.1, 3, parameter, -1, true)");
    assertEquals(0.1, settings.number("max-norm"));
    assertEquals(3, settings.integer("every"));
    assertEquals("parameter", settings.choice("extent"));
    assertEquals(Extent.PARAMETER, settings.choice("extent", Extent.class));
    assertEquals(-1, settings.number("cap"));
    assertTrue(settings.flag("strict"));
    assertTrue(settings.has("cap"));
    assertFalse(bind("clip(0.1)").has("cap"));
  }

  @Test
  void nestedCallsAndChainsAndTextsAreValues() {
    List<Setting<?>> declared =
        List.of(
            Setting.callOrNumber("rate", "constant", Range.any(), "Doc."),
            Setting.chain("rest", "Doc."),
            Setting.text("only", "Doc."));
    Settings settings =
        Settings.bind(declared, call("x(cosine(0.1, total=9), {a | b(1)}, \"w.*\")"));
    assertEquals(call("cosine(0.1, total=9)"), settings.call("rate"));
    assertEquals(ChainParser.parse("a | b(1)"), settings.chain("rest"));
    assertEquals("w.*", settings.text("only"));
    assertEquals("x(cosine(0.1, total=9), rest={a | b(1)}, only=\"w.*\")", settings.toString());

    Settings brief = Settings.bind(declared, call("x(0.1, {a}, w)"));
    assertEquals(call("constant(0.1)"), brief.call("rate"));
    assertEquals("x(0.1, rest={a}, only=\"w\")", brief.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "clip(max-norm=1); clip(1.0)",
        "clip(1.0, 1, global, strict=false); clip(1.0)",
        "clip(1.0, 2, parameter); clip(1.0, every=2, extent=parameter)",
        "clip(1e-3, cap=0); clip(0.001, cap=0.0)",
        "clip(strict=true, 1); clip(1.0, strict=true)"
      })
  void theTextThatMeansTheSame(String given, String expected) {
    assertEquals(expected, bind(given).toString());
    assertEquals(expected, bind(expected).toString());
  }

  /** A required setting after an optional one cannot be given by position. */
  @Test
  void positionsEndAtTheFirstSettingThatMayBeLeftOut() {
    List<Setting<?>> declared = List.of(EVERY, MAX_NORM);
    assertEquals("x(max-norm=2.0)", Settings.bind(declared, call("x(1, 2)")).toString());
  }

  @Test
  void settingsSurviveTheirOwnText() {
    long seed = 20261124;
    Random random = new Random(seed);
    for (int i = 0; i < 1000; i++) {
      CallText call = CallText.of("clip").with(NumberValue.of(Math.exp(random.nextGaussian() * 9)));
      if (random.nextBoolean()) {
        call = call.with("cap", NumberValue.of(random.nextGaussian()));
      }
      if (random.nextBoolean()) {
        call = call.with("every", NumberValue.of(1 + random.nextInt(3)));
      }
      Settings settings = Settings.bind(CLIP, call);
      Settings again = bind(settings.toString());
      assertEquals(settings.get(MAX_NORM), again.get(MAX_NORM), "seed " + seed);
      assertEquals(settings.find(CAP), again.find(CAP), "seed " + seed);
      assertEquals(settings.get(EVERY), again.get(EVERY), "seed " + seed);
      assertEquals(settings.toCall(), again.toCall(), "seed " + seed);
    }
  }

  @Test
  void everyMistakeSaysWhatIsTaken() {
    Golden golden = new Golden();
    String[] texts = {
      "clip(-1.0)",
      "clip(0)",
      "clip(abc)",
      "clip(\"1\")",
      "clip({a})",
      "clip",
      "clip(extent=parameter)",
      "clip(1, every=0)",
      "clip(1, every=1.5)",
      "clip(1, every=1e10)",
      "clip(1, every=often)",
      "clip(1, extent=paramter)",
      "clip(1, extent=layer)",
      "clip(1, extent=3)",
      "clip(1, strict=yes)",
      "clip(1, 2, parameter, 4, true, 6)",
      "clip(max-nrom=1)",
      "clip(1, colour=red)",
      "clip(1, cap=1, cap=2)",
    };
    for (String text : texts) {
      golden.addError(text, () -> bind(text));
    }
    golden.addError("made in Java", () -> Settings.bind(CLIP, CallText.of("clip")));
    golden.addError("none declared", () -> Settings.bind(List.of(), call("zero(1)")));
    golden.addError("none declared, named", () -> Settings.bind(List.of(), call("zero(x=1)")));
    golden.addError("a word for a number or call", () -> bindRate("rate({a})"));
    golden.assertSameAs(SettingsTest.class, "setting-errors.golden");
  }

  @Test
  void aProviderRefusesWhatOnlyItCanJudge() {
    Settings settings = bind("clip(2, cap=1)");
    SettingException refused = settings.refuse("cap", "above max-norm (2.0)");
    assertEquals(
        "column 13: clip: cap must be above max-norm (2.0), but was 1.0", refused.getMessage());
    assertEquals(
        "  clip(2, cap=1)\n              ^",
        refused.render().lines().skip(1).reduce((a, b) -> a + "\n" + b).orElseThrow());
    assertEquals(
        "column 1: clip: cap must be given with strict, but is missing",
        bind("clip(2)").refuse("cap", "given with strict").getMessage());
  }

  @Test
  void mistakesOfTheProviderAreNotThoseOfTheUser() {
    Settings settings = bind("clip(2)");
    String provider = "the provider of clip ";
    assertMisuse(
        provider + "reads its setting 'x', which is not declared", () -> settings.number("x"));
    assertMisuse(
        provider + "reads its setting 'cap', which has no value", () -> settings.number("cap"));
    assertMisuse(
        provider + "reads its setting 'every', which is an integer >= 1, not a Double",
        () -> settings.number("every"));
    assertMisuse(
        provider + "reads its setting 'max-norm', which is not a choice",
        () -> settings.choice("max-norm"));
    assertMisuse(
        provider + "reads its setting 'max-norm', which is not declared",
        () -> settings.get(Setting.number("max-norm", Range.any(), "Another.")));
    assertMisuse(
        provider + "declares 'cap' twice", () -> Settings.bind(List.of(CAP, CAP), call("clip")));
  }

  private static void assertMisuse(String message, Runnable action) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, action::run).getMessage());
  }

  private static Settings bind(String text) {
    return Settings.bind(CLIP, call(text));
  }

  private static Settings bindRate(String text) {
    return Settings.bind(
        List.of(Setting.callOrNumber("rate", "constant", Range.any(), "Doc.")), call(text));
  }

  private static CallText call(String text) {
    ChainText chain = ChainParser.parse(text);
    return chain.links().get(0).call();
  }
}
