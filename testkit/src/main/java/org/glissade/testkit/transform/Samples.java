package org.glissade.testkit.transform;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.glissade.backend.Backend;
import org.glissade.reference.PlanBackend;
import org.glissade.reference.ReferenceBackend;
import org.glissade.spi.Trait;
import org.glissade.tensor.Layout;
import org.glissade.testkit.backend.Parameters;

/** Gradients to try a transform on: flat, with 0 between the parameters; floats all of them. */
final class Samples {
  /** The parameters of all checks: of every kind, with units on every axis, in groups by kind. */
  static final Layout LAYOUT = Parameters.layout();

  private Samples() {}

  /** Ordinary ones, as different as their seeds. */
  static double[] ordinary(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return each((p, e) -> normal(random));
  }

  /** A number for the element e of the parameter p. */
  interface Element {
    double at(int p, int e);
  }

  static double[] each(Element element) {
    double[] flat = new double[LAYOUT.size()];
    for (int p = 0; p < LAYOUT.parameters().size(); p++) {
      for (int e = 0; e < LAYOUT.length(p); e++) {
        flat[LAYOUT.offset(p) + e] = (float) element.at(p, e);
      }
    }
    return flat;
  }

  private static double normal(SplittableRandom random) {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }

  static double[] zero() {
    return each((p, e) -> 0);
  }

  /** Finite gradients of every size, by name. */
  static Map<String, double[]> finite() {
    Map<String, double[]> samples = new TreeMap<>(moderate());
    double[] ordinary = ordinary(2);
    samples.put("about 1e30", scaled(ordinary, 1e30));
    samples.put("denormal floats", scaled(ordinary, 1e-40));
    samples.put(
        "of other size in each parameter",
        each((p, e) -> ordinary[LAYOUT.offset(p) + e] * Math.pow(10, 8 * p - 20)));
    return samples;
  }

  /** Gradients whose squares are floats, or so small that 0 stands for them. */
  static Map<String, double[]> moderate() {
    SplittableRandom random = new SplittableRandom(3);
    return new TreeMap<>(
        Map.of(
            "zero",
            zero(),
            "ordinary",
            ordinary(1),
            "small integers",
            each((p, e) -> random.nextInt(-2, 3)),
            "zero in some parameters",
            each((p, e) -> p % 2 == 0 ? normal(random) : 0),
            "about 1e-30",
            scaled(ordinary(2), 1e-30),
            "one element",
            each((p, e) -> p == 2 && e == 7 ? -3 : 0)));
  }

  /**
   * What a transform must be able to treat on a backend: everything in double; in float everything
   * too, unless it would keep in a state what no float is.
   */
  static Map<String, double[]> forBackend(Subject subject) {
    Map<String, double[]> samples = new TreeMap<>(finite());
    if (!isWide(subject.backend()) && subject.declares(Trait.STATEFUL)) {
      Floats floats = Floats.of(subject);
      samples.entrySet().removeIf(sample -> floats.lack(sample.getKey(), sample.getValue()));
    }
    return samples;
  }

  /** Whether a backend computes in double. */
  static boolean isWide(Backend backend) {
    return backend instanceof ReferenceBackend || backend instanceof PlanBackend;
  }

  /** Each number times a factor, as a float. */
  static double[] scaled(double[] gradient, double factor) {
    return changed(gradient, x -> (float) (x * factor));
  }

  static double[] changed(double[] gradient, DoubleUnaryOperator change) {
    double[] result = gradient.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] = change.applyAsDouble(result[i]);
    }
    return result;
  }

  /** A gradient with one element replaced. */
  static double[] with(double[] gradient, int i, double value) {
    double[] result = gradient.clone();
    result[i] = value;
    return result;
  }
}
