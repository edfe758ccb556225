package org.glissade.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** What a kit says of something: its tests are run here, and what fails is kept. */
final class Outcome {
  private final Map<String, Throwable> failures = new TreeMap<>();
  private int tests;

  /** Runs all tests. */
  static Outcome of(Stream<? extends DynamicNode> nodes) {
    return of(nodes, name -> true);
  }

  /** Runs the containers and tests at the top whose names are accepted. */
  static Outcome of(Stream<? extends DynamicNode> nodes, Predicate<String> wanted) {
    Outcome outcome = new Outcome();
    nodes.filter(node -> wanted.test(node.getDisplayName())).forEach(node -> outcome.run("", node));
    assertTrue(outcome.tests > 0, "no test was run");
    return outcome;
  }

  private void run(String path, DynamicNode node) {
    String name = path + node.getDisplayName();
    if (node instanceof DynamicContainer container) {
      container.getChildren().forEach(child -> run(name + ": ", child));
    } else {
      run(name, (DynamicTest) node);
    }
  }

  @SuppressWarnings("CatchingUnchecked") // what a test throws is what is looked for
  private void run(String name, DynamicTest test) {
    tests++;
    try {
      test.getExecutable().execute();
    } catch (Throwable failure) {
      failures.put(name, failure);
    }
  }

  /** Fails unless nothing failed. */
  void mustPass() {
    assertTrue(failures.isEmpty(), this::toString);
  }

  /** Fails unless a test of this name failed, with these words in its message. */
  void mustFail(String test, String... words) {
    String messages =
        failures.entrySet().stream()
            .filter(failure -> failure.getKey().contains(test))
            .map(failure -> String.valueOf(failure.getValue().getMessage()))
            .collect(Collectors.joining("\n"));
    assertTrue(!messages.isEmpty(), () -> "'%s' should fail, but: %s".formatted(test, this));
    for (String word : words) {
      assertTrue(messages.contains(word), () -> "'%s' should be in: %s".formatted(word, messages));
    }
  }

  @Override
  public String toString() {
    return "of %d tests %d failed: %s".formatted(tests, failures.size(), failures);
  }
}
