package org.glissade.testkit.backend;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Kinds of numbers. One tensor holds one kind, so that large ones hide no error of small ones. */
public enum Values {
  /** About normal, mean 0, variance 1. */
  ORDINARY {
    @Override
    double draw(SplittableRandom random, int i) {
      return normal(random);
    }
  },
  /** Between 0 and 4. */
  POSITIVE {
    @Override
    double draw(SplittableRandom random, int i) {
      return 4 * random.nextDouble();
    }
  },
  /** -3 to 3, so that there are ties and zeros. */
  INTEGERS {
    @Override
    double draw(SplittableRandom random, int i) {
      return random.nextInt(-3, 4);
    }
  },
  /** 0 and -0. */
  ZEROS {
    @Override
    double draw(SplittableRandom random, int i) {
      return i % 2 == 0 ? 0.0 : -0.0;
    }
  },
  /** Below the smallest normal float. */
  DENORMALS {
    @Override
    double draw(SplittableRandom random, int i) {
      return i % 5 == 0 ? Float.MIN_VALUE : 1e-39 * normal(random);
    }
  },
  /** About 1e-30. */
  TINY {
    @Override
    double draw(SplittableRandom random, int i) {
      return 1e-30 * normal(random);
    }
  },
  /** About 1e30. */
  HUGE {
    @Override
    double draw(SplittableRandom random, int i) {
      return 1e30 * normal(random);
    }
  },
  /** 10 to 88: e to the power of them is a float. */
  LARGE {
    @Override
    double draw(SplittableRandom random, int i) {
      return random.nextDouble(10, 88);
    }
  },
  /** -87 to -10: e to the power of them is a normal float. */
  MINUS_LARGE {
    @Override
    double draw(SplittableRandom random, int i) {
      return -random.nextDouble(10, 87);
    }
  },
  /** 89 to 110, of both signs: e to the power of them is infinite, denormal or 0. */
  VERY_LARGE {
    @Override
    double draw(SplittableRandom random, int i) {
      return (i % 2 == 0 ? 1 : -1) * random.nextDouble(89, 110);
    }
  },
  /** Both infinities. */
  INFINITE {
    @Override
    double draw(SplittableRandom random, int i) {
      return random.nextBoolean() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
  },
  /** Nothing but NaN. */
  NAN {
    @Override
    double draw(SplittableRandom random, int i) {
      return Double.NaN;
    }
  },
  /** Ordinary ones with every special one between them. */
  MIXED {
    @Override
    double draw(SplittableRandom random, int i) {
      int pick = random.nextInt(3 * SPECIAL.size());
      return pick < SPECIAL.size() ? SPECIAL.get(pick) : normal(random);
    }
  };

  private static final List<Double> SPECIAL =
      List.of(
          Double.NaN,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          0.0,
          -0.0,
          1.0,
          -1.0,
          1e-30,
          1e-40);

  abstract double draw(SplittableRandom random, int i);

  /** Numbers of this kind: the same for the same seed. */
  float[] floats(int count, long seed) {
    SplittableRandom random = new SplittableRandom(31 * seed + name().hashCode());
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) draw(random, i);
    }
    return values;
  }

  /** For people: {@code minus-large}. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static double normal(SplittableRandom random) {
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      sum += random.nextDouble() - 0.5;
    }
    return sum * 1.7320508075688772;
  }
}
