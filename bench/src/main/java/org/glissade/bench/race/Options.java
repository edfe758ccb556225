package org.glissade.bench.race;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a person may ask of the race.
 *
 * @param only the events to hold
 * @param rounds how often each contestant is measured
 * @param quick whether a look at every part is enough, with less data
 */
record Options(Set<Event> only, int rounds, boolean quick) {
  /** All of MNIST's examples to train on. */
  static final int EXAMPLES = 60_000;

  private static final int ROUNDS = 7;
  private static final int QUICK_ROUNDS = 2;
  private static final int QUICK_EXAMPLES = 12_800;

  /** One line of help. */
  static final String HELP =
      "race [--only %s] [--rounds N] [--quick]; events may be joined by commas"
          .formatted(
              Arrays.stream(Event.values()).map(Event::toString).collect(Collectors.joining("|")));

  /** Reads a command line. */
  static Options parse(String... arguments) {
    Set<Event> only = EnumSet.allOf(Event.class);
    int rounds = 0;
    boolean quick = false;
    Deque<String> rest = new ArrayDeque<>(List.of(arguments));
    while (!rest.isEmpty()) {
      String option = rest.pop();
      switch (option) {
        case "--quick" -> quick = true;
        case "--only" -> only = events(value(option, rest));
        case "--rounds" -> rounds = count(value(option, rest));
        default -> throw wrong("there is no option '%s'".formatted(option));
      }
    }
    int otherwise = quick ? QUICK_ROUNDS : ROUNDS;
    return new Options(only, rounds == 0 ? otherwise : rounds, quick);
  }

  private static String value(String option, Deque<String> rest) {
    if (rest.isEmpty()) {
      throw wrong(option + " needs a value");
    }
    return rest.pop();
  }

  private static Set<Event> events(String names) {
    Set<Event> events = EnumSet.noneOf(Event.class);
    for (String name : names.split(",")) {
      events.add(
          Arrays.stream(Event.values())
              .filter(event -> event.toString().equalsIgnoreCase(name))
              .findFirst()
              .orElseThrow(() -> wrong("there is no event '%s'".formatted(name))));
    }
    return events;
  }

  private static int count(String text) {
    if (!text.matches("[1-9][0-9]{0,3}")) {
      throw wrong("--rounds must be a whole number from 1 to 9999, got '%s'".formatted(text));
    }
    return Integer.parseInt(text);
  }

  private static IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(what + ". " + HELP);
  }

  /** How many examples there are to train on. */
  int examples() {
    return quick ? QUICK_EXAMPLES : EXAMPLES;
  }
}
