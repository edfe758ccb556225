package org.glissade.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import org.glissade.random.Normal;
import org.glissade.random.Philox;
import org.glissade.random.Seed;
import org.glissade.tensor.Distribution;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Random numbers are a contract: each backend draws these. */
class RandomOpsTest {
  private static final long KEY = Seed.of(Fixture.SEED).stream("noise").key();

  private final Fixture fixture =
      new Fixture(Fixture.parameter("a", -1, 3), Fixture.parameter("b", -1, 17));

  private double[] dense(Distribution distribution, double step) {
    Shape shape = Shape.of(2, 3);
    return fixture.evaluate(
        fixture.graph().random(distribution, shape, "noise", fixture.scalar(step)));
  }

  @Test
  void elementsAreDrawnInOrder() {
    double[] uniform = dense(Distribution.UNIFORM, 5);
    double[] normal = dense(Distribution.NORMAL, 5);
    for (int i = 0; i < 6; i++) {
      assertEquals(Philox.uniform(KEY, 0, 5, i), uniform[i]);
      assertEquals((float) Normal.standard(KEY, 0, 5, i), normal[i]);
    }
  }

  @Test
  void stepsAndStreamsDiffer() {
    assertFalse(Arrays.equals(dense(Distribution.NORMAL, 5), dense(Distribution.NORMAL, 6)));
    assertArrayEquals(dense(Distribution.NORMAL, 5.9), dense(Distribution.NORMAL, 5));
    Tensor other =
        fixture.graph().random(Distribution.NORMAL, Shape.of(2, 3), "other", fixture.scalar(5));
    assertFalse(Arrays.equals(dense(Distribution.NORMAL, 5), fixture.evaluate(other)));
  }

  @Test
  void flatElementsCountAlongTheFlatIndexAndPaddingStaysZero() {
    double[] flat =
        fixture.evaluate(
            fixture
                .graph()
                .flatRandom(Distribution.NORMAL, fixture.layout(), "noise", fixture.scalar(1)));
    double[] expected = new double[48];
    for (int i = 0; i < 48; i++) {
      boolean padding = i >= 3 && i < 16 || i >= 33;
      expected[i] = padding ? 0 : (float) Normal.standard(KEY, 0, 1, i);
    }
    assertArrayEquals(expected, flat);
  }
}
