package org.glissade.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
  private static ConfusionMatrix sample() {
    ConfusionMatrix matrix = new ConfusionMatrix(3);
    int[][] counts = {{5, 1, 0}, {2, 3, 1}, {0, 0, 8}};
    for (int actual = 0; actual < 3; actual++) {
      for (int predicted = 0; predicted < 3; predicted++) {
        for (int i = 0; i < counts[actual][predicted]; i++) {
          matrix.add(actual, predicted);
        }
      }
    }
    return matrix;
  }

  @Test
  void measuresFollowFromTheCounts() {
    ConfusionMatrix matrix = sample();
    assertEquals(20, matrix.total());
    assertEquals(16, matrix.correct());
    assertEquals(0.8, matrix.accuracy(), 1e-15);
    assertEquals(5.0 / 7, matrix.precision(0), 1e-15);
    assertEquals(5.0 / 6, matrix.recall(0), 1e-15);
    assertEquals(10.0 / 13, matrix.f1(0), 1e-15);
    assertEquals((5.0 / 7 + 3.0 / 4 + 8.0 / 9) / 3, matrix.macroPrecision(), 1e-15);
    assertEquals((5.0 / 6 + 3.0 / 6 + 1) / 3, matrix.macroRecall(), 1e-15);
    assertEquals((10.0 / 13 + 6.0 / 10 + 16.0 / 17) / 3, matrix.macroF1(), 1e-15);
  }

  @Test
  void aClassThatNeverComesIsLeftOutOfTheMeans() {
    ConfusionMatrix matrix = new ConfusionMatrix(3);
    matrix.add(0, 0);
    matrix.add(1, 1);
    assertTrue(Double.isNaN(matrix.recall(2)));
    assertEquals(1, matrix.macroRecall());
    assertTrue(Double.isNaN(new ConfusionMatrix(2).accuracy()));
  }

  @Test
  void printsAsPeopleKnowIt() {
    Golden.check("confusion.txt", sample().stats());
    assertEquals("16 of 20 right (80.00 %)", sample().toString());
  }

  @Test
  void refusesClassesThatAreNotThere() {
    assertEquals(
        "class 3 taken for 0: classes are 0 to 2",
        assertThrows(IndexOutOfBoundsException.class, () -> sample().add(3, 0)).getMessage());
    assertEquals(
        "a confusion matrix needs at least 2 classes, but was given 1",
        assertThrows(IllegalArgumentException.class, () -> new ConfusionMatrix(1)).getMessage());
  }
}
