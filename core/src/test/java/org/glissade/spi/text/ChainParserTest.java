package org.glissade.spi.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChainParserTest {
  @Test
  void linksWithPositionalAndNamedArguments() {
    CallText clip =
        CallText.of("clip-by-norm")
            .with(NumberValue.of(1.0))
            .with("extent", WordValue.of("parameter"));
    CallText sgd = CallText.of("sgd").with(NumberValue.of(0.01));

    ChainText expected = ChainText.of(LinkText.of(clip), LinkText.of(sgd));
    assertEquals(expected, ChainParser.parse("clip-by-norm(1.0, extent=parameter) | sgd(0.01)"));
    assertEquals("clip-by-norm(1.0, extent=parameter) | sgd(0.01)", expected.print());
  }

  @Test
  void schedulesAreNestedCalls() {
    CallText cosine =
        CallText.of("cosine")
            .with(NumberValue.of(0.1))
            .with("warmup", NumberValue.of(500))
            .with("total", NumberValue.of(10_000));
    CallText rate = CallText.of("learning-rate").with(cosine);

    String text = "learning-rate(cosine(0.1, warmup=500, total=10000))";
    assertEquals(ChainText.of(LinkText.of(rate)), ChainParser.parse(text));
    assertEquals(text, ChainText.of(LinkText.of(rate)).print());
  }

  @Test
  void groupsAreNestedChains() {
    ChainText decay =
        ChainText.of(LinkText.of(CallText.of("weight-decay").with(NumberValue.of(0.01))));
    ChainText other =
        ChainText.of(LinkText.of(CallText.of("a")), LinkText.of(CallText.of("acme:b")));
    CallText route =
        CallText.of("route")
            .with("kind", WordValue.of("weight"))
            .with(ChainValue.of(decay))
            .with(ChainValue.of(other));

    String text = "route(kind=weight, {weight-decay(0.01)}, {a | acme:b})";
    assertEquals(ChainText.of(LinkText.of(route)), ChainParser.parse(text));
    assertEquals(text, ChainText.of(LinkText.of(route)).print());
  }

  @Test
  void blanksAndLineEndsDoNotMatter() {
    ChainText expected = ChainParser.parse("a(1, k=b(2)) | c: d({e})");
    assertEquals(expected, ChainParser.parse(" a ( 1 ,k= b\t(2)\n)|\n  c  :\nd( { e } ) \n"));
    assertEquals("a(1, k=b(2)) | c: d({e})", expected.print());
  }

  @Test
  void aColonWithABlankNamesTheLinkAndOneWithoutNamesTheVendor() {
    LinkText named = ChainParser.parse("slow: momentum(0.9)").links().get(0);
    assertEquals(Optional.of("slow"), named.givenName());
    assertEquals("momentum", named.call().name());

    LinkText vendor = ChainParser.parse("acme:momentum(0.9)").links().get(0);
    assertEquals(Optional.empty(), vendor.givenName());
    assertEquals("acme:momentum", vendor.call().name());

    LinkText both = ChainParser.parse("slow: acme:momentum").links().get(0);
    assertEquals(Optional.of("slow"), both.givenName());
    assertEquals("acme:momentum", both.call().name());
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "-1, -1",
    "+2, 2",
    "1.5, 1.5",
    ".5, 0.5",
    "5., 5",
    "1e-3, 0.001",
    "-2.5E+2, -250",
    "-0.0, -0.0",
    "1e-999, 0",
    "0.1, 0.1",
    "16777217, 16777217"
  })
  void numbersAreExactDoubles(String literal, double value) {
    NumberValue number = assertInstanceOf(NumberValue.class, valueOf(literal));
    assertEquals(value, number.value());
    assertEquals(literal, number.print());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, -0.0, 1e-4, 123456789.123, Double.MIN_VALUE, Double.MAX_VALUE, 1e23})
  void doublesReadBackAsTheyWere(double value) {
    NumberValue written = NumberValue.of(value);
    assertEquals(value, written.value());
    assertEquals(written, valueOf(written.print()));
  }

  @Test
  void quotedTextMayHoldAnything() {
    assertEquals(TextValue.of("encoder/.*"), valueOf("\"encoder/.*\""));
    assertEquals(TextValue.of("it's"), valueOf("\"it's\""));
    assertEquals(TextValue.of("say \"hi\""), valueOf("'say \"hi\"'"));
    assertEquals(TextValue.of("a\"b\\c"), valueOf("\"a\\\"b\\\\c\""));
    assertEquals(TextValue.of(""), valueOf("''"));
    assertEquals("\"a\\\"b\\\\c\"", TextValue.of("a\"b\\c").print());
  }

  @Test
  void wordsAndCallsWithoutArgumentsDiffer() {
    assertEquals(WordValue.of("cosine"), valueOf("cosine"));
    assertEquals(CallText.of("cosine"), valueOf("cosine()"));
    assertEquals("cosine()", CallText.of("cosine").print());
    assertEquals(ChainParser.parse("sgd"), ChainParser.parse("sgd()"));
    assertEquals("sgd", ChainParser.parse("sgd()").print());
  }

  @Test
  void everyPartKnowsWhereItWasWritten() {
    String text = "slow: a(1.5, k=b({c}))";
    CallText a = ChainParser.parse(text).links().get(0).call();
    Argument first = a.arguments().get(0);
    Argument second = a.arguments().get(1);
    CallText b = assertInstanceOf(CallText.class, second.value());
    ChainValue braces = assertInstanceOf(ChainValue.class, b.arguments().get(0).value());
    CallText c = braces.chain().links().get(0).call();

    List<Position> positions =
        List.of(
            a.position(),
            first.position(),
            first.value().position(),
            second.position(),
            b.position(),
            braces.position(),
            c.position());
    assertEquals(
        List.of(6, 8, 8, 13, 15, 17, 18), positions.stream().map(Position::offset).toList());
    assertTrue(positions.stream().allMatch(position -> position.text().equals(text)));
  }

  @Test
  void treesDifferWhereTheirWordsDo() {
    assertEquals(ChainParser.parse("a(1)").hashCode(), ChainParser.parse(" a( 1 )").hashCode());
    assertNotEquals(ChainParser.parse("a(1)"), ChainParser.parse("a(2)"));
    assertNotEquals(ChainParser.parse("a(1)"), ChainParser.parse("a(1.0)"));
    assertNotEquals(ChainParser.parse("a(1)"), ChainParser.parse("a(k=1)"));
    assertNotEquals(ChainParser.parse("a"), ChainParser.parse("b: a"));
  }

  private static Value valueOf(String text) {
    return ChainParser.parse("x(" + text + ")").links().get(0).call().arguments().get(0).value();
  }
}
