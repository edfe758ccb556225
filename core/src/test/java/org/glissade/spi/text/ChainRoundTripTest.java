package org.glissade.spi.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChainRoundTripTest {
  private static final long SEED = 20261123;
  private static final String PIECES = "ab-z09 .,|(){}=:'\"\\\n\t+e_Ω#[;";

  private final Random random = new Random(SEED);

  @Test
  void aPrintedChainParsesToAnEqualChain() {
    for (int i = 0; i < 3000; i++) {
      ChainText chain = chain(3);
      String text = chain.print();
      assertEquals(chain, ChainParser.parse(text), () -> "seed " + SEED + ": " + text);
      assertEquals(text, ChainParser.parse(text).print(), () -> "seed " + SEED);
    }
  }

  /** Every text is a chain or is refused at one of its characters, or at its end. */
  @Test
  void anyTextParsesOrIsRefusedAtACharacter() {
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      String text = i % 2 == 0 ? noise() : damaged(chain(2).print());
      try {
        ChainText chain = ChainParser.parse(text);
        assertEquals(chain, ChainParser.parse(chain.print()), () -> "seed " + SEED + ": " + text);
      } catch (ChainSyntaxException error) {
        refused++;
        int offset = error.position().offset();
        assertTrue(offset >= 0 && offset <= text.length(), () -> "seed " + SEED + ": " + text);
        assertEquals(1, String.valueOf(error.getMessage()).lines().count());
        assertTrue(
            text.isBlank() || error.render().endsWith("^"), () -> "seed " + SEED + ": " + text);
      }
    }
    assertTrue(refused > 10_000 && refused < 20_000, "refused " + refused);
  }

  private ChainText chain(int depth) {
    return new ChainText(some(1, 3, () -> link(depth)));
  }

  private LinkText link(int depth) {
    Optional<String> name = random.nextInt(4) == 0 ? Optional.of(word()) : Optional.empty();
    return new LinkText(name, call(depth));
  }

  private CallText call(int depth) {
    return new CallText(name(), some(0, 3, () -> argument(depth)), Position.NONE);
  }

  private Argument argument(int depth) {
    Optional<String> key = random.nextBoolean() ? Optional.of(word()) : Optional.empty();
    return new Argument(key, value(depth - 1), Position.NONE);
  }

  private Value value(int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0 -> NumberValue.of(random.nextGaussian() * Math.pow(10, random.nextInt(80) - 40));
      case 1 -> NumberValue.of(random.nextInt());
      case 2 -> WordValue.of(name());
      case 3 -> TextValue.of(noise());
      case 4 -> call(depth);
      default -> ChainValue.of(chain(depth));
    };
  }

  private String name() {
    return random.nextInt(4) == 0 ? word() + ":" + word() : word();
  }

  private String word() {
    return Stream.of("a", "clip-by-norm", "B", "x1", "beta_2", "e5", "true", "n-")
        .skip(random.nextInt(8))
        .findFirst()
        .orElseThrow();
  }

  private String noise() {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(12); length > 0; length--) {
      text.append(PIECES.charAt(random.nextInt(PIECES.length())));
    }
    return text.toString();
  }

  private String damaged(String text) {
    int at = random.nextInt(text.length());
    return text.substring(0, at) + noise() + text.substring(at + random.nextInt(2));
  }

  private <T> List<T> some(int least, int most, Supplier<T> item) {
    List<T> items = new ArrayList<>();
    for (int n = least + random.nextInt(most - least + 1); n > 0; n--) {
      items.add(item.get());
    }
    return items;
  }
}
