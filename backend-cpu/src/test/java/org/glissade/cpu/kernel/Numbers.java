package org.glissade.cpu.kernel;

import java.util.Random;

/** Numbers to test with. */
public final class Numbers {
  private Numbers() {}

  /** Lengths of tiles. */
  public static final int[] SIZES = {0, 1, 2, 15, 16, 17, 31, 33, 511, 512};

  /** Numbers at which arithmetic is most often wrong. */
  public static final float[] EXTREME = {
    0f,
    -0f,
    1f,
    -1f,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    1e-40f,
    -1e-40f,
    Float.MIN_NORMAL,
    1e-30f,
    -1e-30f,
    1e30f,
    -1e30f,
    Float.MAX_VALUE,
    -Float.MAX_VALUE,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    Float.NaN
  };

  /** Random numbers of both signs and of sizes from 1e-6 to 1e6. */
  public static float[] random(Random random, int n) {
    float[] numbers = new float[n];
    for (int i = 0; i < n; i++) {
      numbers[i] = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(13) - 6));
    }
    return numbers;
  }

  /** Random numbers in [-1, 1). */
  static float[] unit(Random random, int n) {
    float[] numbers = new float[n];
    for (int i = 0; i < n; i++) {
      numbers[i] = 2 * random.nextFloat() - 1;
    }
    return numbers;
  }

  /** Random numbers with extreme ones between them; another one in each place for another seed. */
  public static float[] mixed(Random random, int n) {
    float[] numbers = random(random, n);
    for (int i = 0; i < n; i++) {
      if (random.nextBoolean()) {
        numbers[i] = EXTREME[random.nextInt(EXTREME.length)];
      }
    }
    return numbers;
  }
}
