package org.glissade.spi.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.glissade.spi.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainSyntaxErrorsTest {
  @Test
  void everyMistakeIsPointedAt() {
    Golden golden = new Golden();
    String[] texts = {
      "clip-by-norm(1.0",
      "clip-by-norm(1.0 | sgd(0.1)",
      "clip-by-norm(",
      "clip-by-norm(1.0,)",
      "clip-by-norm(1.0 extent=parameter)",
      "clip-by-norm(1.0)) | sgd(0.1)",
      "clip-by-norm(extent=)",
      "clip-by-norm(=1)",
      "clip-by-norm[1.0]",
      "clip-by-norm=1.0",
      "clip-by-norm 1.0",
      "clip-by-norm(1.0) sgd(0.1)",
      "clip-by-norm(1.0) | | sgd(0.1)",
      "clip-by-norm(1.0) |",
      "| sgd(0.1)",
      "1.0 | sgd(0.1)",
      "sgd(1.2.3)",
      "sgd(0,1e)",
      "sgd(10%)",
      "sgd(-)",
      "sgd(1e999)",
      "slow: | sgd(0.1)",
      "slow:2",
      "acme:slow: sgd(0.1)",
      "route({sgd(0.1), {sgd(0.2)})",
      "route({})",
      "route(kind=\"weight, {sgd(0.1)})",
      "route(kind='weight\\",
      "sgd(Ω)",
      "clip-by-norm(1.0)\n| sgd(0.1\n| scale(2)",
      "clip-by-norm(1.0)\n\t| sgd(0.1))",
    };
    for (String text : texts) {
      golden.addError(text.replace("\n", "⏎"), () -> ChainParser.parse(text));
    }
    golden.addError("nothing", () -> ChainParser.parse(""));
    golden.addError("blanks", () -> ChainParser.parse("   "));
    golden.addError("51 brackets", () -> ChainParser.parse("a(".repeat(51)));
    golden.assertSameAs(ChainSyntaxErrorsTest.class, "chain-syntax-errors.golden");
  }

  @Test
  void fiftyBracketsAreRead() {
    String text = "a(".repeat(50) + ")".repeat(50);
    assertEquals(text, ChainParser.parse(text).print());
    String twice = text + " | " + text;
    assertEquals(twice, ChainParser.parse(twice).print());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1a", "a b", "a:", ":a", "a:b:c", "-a", "a.b", "ä"})
  void treesHoldOnlyWhatCanBeRead(String name) {
    assertThrows(IllegalArgumentException.class, () -> CallText.of(name));
    assertThrows(IllegalArgumentException.class, () -> WordValue.of(name));
    assertThrows(
        IllegalArgumentException.class, () -> CallText.of("a").with(name, NumberValue.of(1)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void numbersAreFinite(double value) {
    assertThrows(IllegalArgumentException.class, () -> NumberValue.of(value));
  }

  @Test
  void aChainHasALink() {
    assertThrows(IllegalArgumentException.class, ChainText::of);
  }
}
