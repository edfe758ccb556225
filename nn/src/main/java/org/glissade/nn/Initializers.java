package org.glissade.nn;

import java.util.Arrays;
import org.glissade.random.Normal;
import org.glissade.random.Philox;
import org.glissade.random.TruncatedNormal;
import org.glissade.tensor.Initializer;
import org.glissade.tensor.Parameter;

/**
 * First values of parameters. in and out are the inputs of one unit of the parameter and its number
 * of units ({@link Parameter#fanIn}, {@link Parameter#fanOut}). Equal keys give equal values; each
 * prints as the text that {@link InitializerText} reads.
 */
public final class Initializers {
  private static final double CUT = 2;

  private Initializers() {}

  /** 0. */
  public static Initializer zeros() {
    return new Zeros();
  }

  /** N(0, σ²). */
  public static Initializer normal(double sigma) {
    return new Gaussian(sigma);
  }

  /** N(0, σ²) without what is more than 2σ from 0. */
  public static Initializer truncatedNormal(double sigma) {
    return new TruncatedGaussian(sigma);
  }

  /** Uniform between low and high. */
  public static Initializer uniform(double low, double high) {
    return new Uniform(low, high);
  }

  /** N(0, 2/in): keeps the variance through layers with ReLU (He et al. 2015). */
  public static Initializer he() {
    return new FanIn("he", 2);
  }

  /** N(0, 1/in): keeps the variance through linear layers (LeCun et al. 1998). */
  public static Initializer lecun() {
    return new FanIn("lecun", 1);
  }

  /**
   * Uniform in ±√(6/(in + out)): keeps the variance forwards and backwards (Glorot and Bengio
   * 2010).
   */
  public static Initializer xavier() {
    return new Glorot();
  }

  private static void gaussian(float[] values, double sigma, long key) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (sigma * Normal.standard(key, 0, 0, i));
    }
  }

  private static void uniform(float[] values, double low, double high, long key) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (low + (high - low) * Philox.uniformDouble(key, 0, 0, i));
    }
  }

  private static void requireSigma(String name, double sigma) {
    if (!(sigma > 0 && sigma < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + ": sigma must be above 0, but was " + sigma);
    }
  }

  private record Zeros() implements Initializer {
    @Override
    public void fill(float[] values, Parameter parameter, long key) {
      Arrays.fill(values, 0);
    }

    @Override
    public String toString() {
      return "zeros";
    }
  }

  private record Gaussian(double sigma) implements Initializer {
    Gaussian {
      requireSigma("normal", sigma);
    }

    @Override
    public void fill(float[] values, Parameter parameter, long key) {
      gaussian(values, sigma, key);
    }

    @Override
    public String toString() {
      return "normal(" + sigma + ")";
    }
  }

  private record TruncatedGaussian(double sigma) implements Initializer {
    TruncatedGaussian {
      requireSigma("truncated-normal", sigma);
    }

    @Override
    public void fill(float[] values, Parameter parameter, long key) {
      TruncatedNormal within = TruncatedNormal.between(-CUT, CUT);
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (sigma * within.draw(key, 0, 0, i));
      }
    }

    @Override
    public String toString() {
      return "truncated-normal(" + sigma + ")";
    }
  }

  private record Uniform(double low, double high) implements Initializer {
    Uniform {
      if (!(low < high && Double.isFinite(high - low))) {
        throw new IllegalArgumentException(
            "uniform: low must be below high, but they were " + low + " and " + high);
      }
    }

    @Override
    public void fill(float[] values, Parameter parameter, long key) {
      uniform(values, low, high, key);
    }

    @Override
    public String toString() {
      return "uniform(" + low + ", " + high + ")";
    }
  }

  private record FanIn(String text, double gain) implements Initializer {
    @Override
    public void fill(float[] values, Parameter parameter, long key) {
      gaussian(values, Math.sqrt(gain / parameter.fanIn()), key);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private record Glorot() implements Initializer {
    @Override
    public void fill(float[] values, Parameter parameter, long key) {
      double bound = Math.sqrt(6.0 / (parameter.fanIn() + parameter.fanOut()));
      uniform(values, -bound, bound, key);
    }

    @Override
    public String toString() {
      return "xavier";
    }
  }
}
