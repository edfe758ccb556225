package org.glissade.bench.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class OptionsTest {
  private static final String HELP =
      "race [--only W1|W2|W3|W6|chains|cost|busy|W7|W8] [--rounds N] [--quick]; events may be"
          + " joined by commas";

  private static String wrong(String... arguments) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> Options.parse(arguments)).getMessage());
  }

  @Test
  void allEventsInFullAreTheDefault() {
    Options options = Options.parse();
    assertEquals(EnumSet.allOf(Event.class), options.only());
    assertEquals(7, options.rounds());
    assertFalse(options.quick());
    assertEquals(60_000, options.examples());
  }

  @Test
  void quickIsLessOfAll() {
    Options options = Options.parse("--quick");
    assertTrue(options.quick());
    assertEquals(2, options.rounds());
    assertEquals(12_800, options.examples());
  }

  @Test
  void whatIsAskedForIsTaken() {
    Options options = Options.parse("--only", "w1,chains", "--rounds", "12", "--quick");
    assertEquals(EnumSet.of(Event.W1, Event.CHAINS), options.only());
    assertEquals(12, options.rounds());
  }

  @Test
  void whatIsWrongIsNamedWithTheHelp() {
    String told =
        Stream.of(
                wrong("--fast"),
                wrong("--only", "W4"),
                wrong("--only"),
                wrong("--rounds", "0"),
                wrong("--rounds", "many"))
            .collect(Collectors.joining("\n"));
    assertEquals(
        """
        there is no option '--fast'. %1$s
        there is no event 'W4'. %1$s
        --only needs a value. %1$s
        --rounds must be a whole number from 1 to 9999, got '0'. %1$s
        --rounds must be a whole number from 1 to 9999, got 'many'. %1$s"""
            .formatted(HELP),
        told);
  }
}
