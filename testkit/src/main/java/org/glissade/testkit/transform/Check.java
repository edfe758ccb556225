package org.glissade.testkit.transform;

import java.util.function.Consumer;
import org.junit.jupiter.api.DynamicTest;

/**
 * Something that a transform must fulfil.
 *
 * @param name what, for people
 * @param body fails where it is not so
 */
record Check(String name, Consumer<Subject> body) {
  DynamicTest of(Subject subject) {
    return DynamicTest.dynamicTest(name, () -> body.accept(subject));
  }
}
