package org.glissade.testkit.golden;

import java.util.List;
import org.glissade.backend.Backend;
import org.glissade.transform.ChainReader;

/**
 * A script with known results. Its lines, in order:
 *
 * <pre>
 * parameter: dense-1/weight 2x3 weight = 1 2 3 4 5 6     path, shape, kind, first values (or zeros)
 * parameter: a 2x3 weight 0                              units along axis 0, instead of the last
 * chain: clip-by-norm(4, parameter)
 * gradient: 3 0 4 0*3            of every parameter, from now on; 0*3 is three zeros
 * gradient-matrix: 2 0, 0 2      instead: the gradient is matrix·parameters + gradient-offset
 * gradient-offset: 0 0
 * losses: 3 2 2                  of the steps from the first on; the last remains
 * losses: squares                instead: the sum of the squares before each step
 * run: 3                         so many steps
 * update: 0.6 0 0.8 0*3          by how much the last step lowered the parameters
 * updates: 1 0.5 0.25            runs a step for each, with a single parameter value
 * parameters: 1 2 3 4 5 6        their values now
 * weights: 1 2 3 4 5 6           the weights to evaluate with now
 * curvature: 2                   by how much gradients change with values, for a second gradient
 * squares: 14                    the sum of their squares now
 * tolerance: 1e-4 1e-6           relative and absolute, from now on; 1e-9 and 0 at first
 * </pre>
 *
 * @param name what it shows
 * @param source where the numbers come from
 * @param script its lines
 */
public record GoldenCase(String name, String source, List<Line> script) {
  /**
   * A line of the script.
   *
   * @param key what it says
   * @param value with what
   */
  public record Line(String key, String value) {}

  /** Copies the script. */
  public GoldenCase {
    script = List.copyOf(script);
  }

  /**
   * Runs the script and compares.
   *
   * @param backend what runs it
   * @param chains reads the chain
   * @param rounding what the backend may miss
   */
  public void verify(Backend backend, ChainReader chains, Rounding rounding) {
    try (GoldenRun run = new GoldenRun(this, backend, chains, rounding)) {
      script.forEach(run::execute);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
