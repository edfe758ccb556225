package org.glissade.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glissade.spi.text.CallText;
import org.glissade.spi.text.NumberValue;
import org.glissade.spi.text.Position;
import org.glissade.spi.text.TextValue;
import org.glissade.spi.text.Value;
import org.glissade.spi.text.WordValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTest {
  enum Policy {
    STOP,
    SKIP_STEP
  }

  @Test
  void everyTypeDescribesItself() {
    Golden golden = new Golden();
    for (Setting<?> setting :
        List.of(
            Setting.number("max-norm", Range.above(0), "Doc."),
            Setting.number("beta", Range.closedOpen(0, 1), "Doc.").orElse(0.9),
            Setting.number("shift", Range.any(), "Doc.").optional(),
            Setting.integer("every", Range.atLeast(1), "Doc.").orElse(10),
            Setting.integer("offset", Range.any(), "Doc."),
            Setting.flag("nesterov", "Doc.").orElse(false),
            Setting.choice("policy", Policy.class, "Doc.").orElse(Policy.SKIP_STEP),
            Setting.choice("mode", List.of("sum", "mean"), "Doc.").orElse("mean"),
            Setting.text("path", "Doc.").orElse("encoder/.*"),
            Setting.call("schedule", "Doc."),
            Setting.callOrNumber("rate", "constant", Range.any(), "Doc.")
                .orElse(CallText.of("constant").with(NumberValue.of(0.1))),
            Setting.chain("rest", "Doc.").optional())) {
      golden.add(setting.name(), setting.describe());
    }
    golden.assertSameAs(SettingTest.class, "setting-descriptions.golden");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Max", "max_norm", "-a", "a-", "a--b", "1a", "a b", "acme:a"})
  void namesAreLowerCaseWordsAndHyphens(String name) {
    assertThrows(IllegalArgumentException.class, () -> Setting.flag(name, "Doc."));
  }

  @Test
  void anInfiniteNumberIsWrittenInf() {
    NumberType type = new NumberType(Range.atLeastOrInfinite(1));
    assertEquals("a number >= 1 or inf", type.describe());
    assertEquals(Optional.of(Double.POSITIVE_INFINITY), type.read(WordValue.of("inf")));
    assertEquals(WordValue.of("inf"), type.write(Double.POSITIVE_INFINITY));
    assertEquals(Optional.empty(), type.read(WordValue.of("infinite")));
    assertEquals(Optional.empty(), new NumberType(Range.atLeast(1)).read(WordValue.of("inf")));
  }

  @Test
  void declarationsThatCannotBeMeantAreRefused() {
    assertRefused(
        "rate must be > 0, but its fallback is 0.0",
        () -> Setting.number("rate", Range.above(0), "Doc.").orElse(0.0));
    assertRefused(
        "median is not one of sum, mean",
        () -> Setting.choice("mode", List.of("sum", "mean"), "Doc.").orElse("median"));
    assertRefused("rate: its documentation must be one line", () -> Setting.flag("rate", " "));
    assertRefused("rate: its documentation must be one line", () -> Setting.flag("rate", "a\nb"));
    assertRefused(
        "rate: a required setting has no fallback",
        () -> new Setting<>("rate", new FlagType(), true, Optional.of(true), "Doc."));
    assertRefused(
        "a choice needs at least one option", () -> Setting.choice("mode", List.of(), "Doc."));
  }

  @Test
  void integersAreWholeAndOf32Bits() {
    IntegerType type = new IntegerType(Range.any());
    assertEquals(Optional.of(1000), type.read(number("1e3")));
    assertEquals(Optional.of(10), type.read(number("10.0")));
    assertEquals(Optional.of(Integer.MIN_VALUE), type.read(number("-2147483648")));
    assertEquals(Optional.empty(), type.read(number("2147483648")));
    assertEquals(Optional.empty(), type.read(number("1.5")));
    assertEquals(Optional.empty(), type.read(WordValue.of("one")));
    assertEquals(number("7"), type.write(7));
  }

  @Test
  void flagsAndTextsAndChoicesAreWords() {
    assertEquals(Optional.of(true), new FlagType().read(WordValue.of("true")));
    assertEquals(Optional.of(false), new FlagType().read(WordValue.of("false")));
    assertEquals(Optional.empty(), new FlagType().read(WordValue.of("yes")));
    assertEquals(Optional.empty(), new FlagType().read(TextValue.of("true")));
    assertEquals(Optional.of("a"), new TextType().read(WordValue.of("a")));
    assertEquals(Optional.of("a b"), new TextType().read(TextValue.of("a b")));
    assertEquals(Optional.empty(), new TextType().read(number("1")));

    ChoiceType<Policy> policies = ChoiceType.of(Policy.class);
    assertEquals(Map.of("stop", Policy.STOP, "skip-step", Policy.SKIP_STEP), policies.options());
    assertEquals(Optional.of(Policy.SKIP_STEP), policies.read(WordValue.of("skip-step")));
    assertEquals(Optional.empty(), policies.read(WordValue.of("SKIP_STEP")));
    assertEquals(WordValue.of("skip-step"), policies.write(Policy.SKIP_STEP));
  }

  @Test
  void aNumberOrAWordMayBeShortForACall() {
    CallType calls = new CallType(Optional.of("constant"), Range.above(0));
    CallText constant = CallText.of("constant").with(number("0.1"));
    assertEquals(Optional.of(constant), calls.read(number("0.1")));
    assertEquals(number("0.1"), calls.write(constant));
    assertEquals(Optional.of(CallText.of("cosine")), calls.read(WordValue.of("cosine")));

    for (CallText other :
        List.of(
            CallText.of("constant"),
            CallText.of("constant").with("rate", number("0.1")),
            CallText.of("constant").with(WordValue.of("tiny")),
            constant.with(number("1")),
            CallText.of("cosine").with(number("0.1")))) {
      assertEquals(other, calls.write(other));
      assertEquals(Optional.of(other), calls.read(other));
    }
    assertEquals(Optional.empty(), new CallType(Optional.empty(), Range.any()).read(number("0.1")));
  }

  private static Value number(String literal) {
    return new NumberValue(literal, Position.NONE);
  }

  private static void assertRefused(String message, Runnable declaration) {
    assertEquals(
        message, assertThrows(IllegalArgumentException.class, declaration::run).getMessage());
  }
}
