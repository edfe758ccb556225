package org.glissade.spi.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class LocatedExceptionTest {
  private static final Position FIFTH = new Position("abcdefg", 4);

  @Test
  void anyMistakeCanBeGivenAPosition() {
    IllegalArgumentException mistake = new IllegalArgumentException("alpha is bad");
    LocatedException located = LocatedException.at(FIFTH, mistake);
    assertEquals("column 5: alpha is bad", located.getMessage());
    assertEquals("column 5: alpha is bad\n  abcdefg\n      ^", located.render());
    assertSame(FIFTH, located.position());
    assertSame(mistake, located.getCause());
  }

  @Test
  void aPositionThatIsThereStays() {
    LocatedException located = new LocatedException(FIFTH, "alpha is bad");
    assertSame(located, LocatedException.at(new Position("xyz", 1), located));
    assertSame(located, LocatedException.at(Position.NONE, located));
  }

  @Test
  void withoutAPositionTheReasonIsAll() {
    LocatedException nowhere = new LocatedException(Position.NONE, "alpha is bad");
    assertEquals("alpha is bad", nowhere.getMessage());
    assertEquals("alpha is bad", nowhere.render());
    assertFalse(nowhere.position().isKnown());
    assertEquals("column 5: alpha is bad", LocatedException.at(FIFTH, nowhere).getMessage());
  }

  @Test
  void linesCountWhereThereAreSeveral() {
    String text = "ab\n\tcd\n";
    assertEquals("line 1, column 1", new Position(text, 0).describe());
    assertEquals("line 1, column 3", new Position(text, 2).describe());
    assertEquals("line 2, column 2", new Position(text, 4).describe());
    assertEquals("line 3, column 1", new Position(text, 7).describe());
    assertEquals("\tcd\n\t ^", new Position(text, 5).pointer());
    assertEquals("ab\n  ^", new Position(text, 2).pointer());
  }
}
