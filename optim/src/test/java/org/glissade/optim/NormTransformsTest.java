package org.glissade.optim;

import static org.glissade.optim.Models.update;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Layout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clip-by-norm and renormalize against norms that Commons Math takes. */
class NormTransformsTest {
  private static final Layout LAYOUT = Models.twoLayers().grouped(p -> p.kind().label());
  private static final long SEED = 20261101;

  /** For each value the number of its group. */
  private static List<Integer> groups(Extent extent) {
    List<Integer> groups = new ArrayList<>();
    int[] sizes = {12, 4, 8, 2};
    int[] units = {4, 4, 2, 2};
    int[] firstUnit = {0, 4, 8, 10};
    for (int p = 0; p < sizes.length; p++) {
      for (int i = 0; i < sizes[p]; i++) {
        groups.add(
            switch (extent) {
              case ELEMENT -> groups.size();
              case UNIT -> firstUnit[p] + i % units[p];
              case PARAMETER -> p;
              case LAYER -> p / 2;
              case GROUP -> p % 2;
              case GLOBAL -> 0;
            });
      }
    }
    return groups;
  }

  private static double[] norms(List<Integer> groups, double[] values) {
    double[] norms = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double[] members = new double[values.length];
      for (int j = 0; j < values.length; j++) {
        members[j] = groups.get(i).equals(groups.get(j)) ? values[j] : 0;
      }
      norms[i] = new ArrayRealVector(members).getNorm();
    }
    return norms;
  }

  @ParameterizedTest
  @EnumSource(Extent.class)
  void clippedGroupsHaveTheBoundAsNormAndOthersAreUnchanged(Extent extent) {
    List<Integer> groups = groups(extent);
    for (int round = 0; round < 20; round++) {
      double[] gradient = Models.uniform(SEED + round, 26, 2);
      double bound = 0.2 + 0.2 * round;
      double[] before = norms(groups, gradient);
      double[] clipped =
          update(LAYOUT, "clip-by-norm(%s, extent=%s)".formatted(bound, extent.label()), gradient);
      double[] after = norms(groups, clipped);
      for (int i = 0; i < gradient.length; i++) {
        String where = extent + ", seed " + (SEED + round) + ", value " + i;
        assertEquals(Math.min(before[i], bound), after[i], 1e-14 * bound, where);
        double expected = before[i] <= bound ? gradient[i] : gradient[i] * bound / before[i];
        assertEquals(expected, clipped[i], before[i] <= bound ? 0 : 1e-14, where);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Extent.class)
  void renormalizedGroupsHaveNormAlpha(Extent extent) {
    List<Integer> groups = groups(extent);
    for (int round = 0; round < 20; round++) {
      double[] gradient = Models.uniform(SEED + round, 26, Math.pow(10, 4 * round - 40.0));
      double alpha = 0.1 + round;
      double[] norms = norms(groups, gradient);
      double[] result =
          update(LAYOUT, "renormalize(%s, extent=%s)".formatted(alpha, extent.label()), gradient);
      for (int i = 0; i < gradient.length; i++) {
        String where = extent + ", seed " + (SEED + round) + ", value " + i;
        assertEquals(alpha * (gradient[i] / norms[i]), result[i], 1e-13 * alpha, where);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Extent.class)
  void zeroGradientsStayZero(Extent extent) {
    double[] zeros = new double[26];
    String of = ", extent=" + extent.label() + ")";
    assertArrayEquals(zeros, update(LAYOUT, "clip-by-norm(1e-300" + of, zeros));
    assertArrayEquals(zeros, update(LAYOUT, "renormalize(1e300" + of, zeros));
  }

  @ParameterizedTest
  @EnumSource(Extent.class)
  void denormalsKeepTheirDirection(Extent extent) {
    double[] gradient = new double[26];
    gradient[5] = -Float.MIN_VALUE;
    double[] expected = new double[26];
    expected[5] = -0.5;
    String of = ", extent=" + extent.label() + ")";
    assertArrayEquals(expected, update(LAYOUT, "renormalize(0.5" + of, gradient), 1e-15);
    assertArrayEquals(gradient, update(LAYOUT, "clip-by-norm(0.5" + of, gradient));
  }
}
