package org.glissade.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.glissade.reference.PlanBackend;
import org.glissade.reference.ReferenceBackend;
import org.glissade.spi.Catalog;
import org.glissade.spi.text.CallText;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Layout;
import org.glissade.testkit.golden.UpdateProgram;
import org.glissade.testkit.spi.Listed;
import org.glissade.transform.Chain;
import org.glissade.transform.ChainReader;
import org.glissade.transform.GradientTransformProvider;
import org.glissade.transform.NonFinite;
import org.junit.jupiter.api.Test;

/**
 * Chains of up to five random entries of the catalog, under each policy. {@code -Dsweeps.seed} and
 * {@code -Dsweeps.chains} choose others and more.
 */
class RandomSweepsTest {
  private static final long SEED = Long.getLong("sweeps.seed", 1000);
  private static final int CHAINS = Integer.getInteger("sweeps.chains", 300);
  private static final int MOST_LINKS = 5;
  private static final int STEPS = 3;

  private static final List<String> POLICIES =
      List.of("", "propagate", "zero-elements", "skip-step", "rollback", "stop");

  private static final Layout LAYOUT =
      Layout.of(
              List.of(
                  Models.parameter("dense-1/weight", Kind.WEIGHT, 3, 5),
                  Models.parameter("dense-1/bias", Kind.BIAS, 5),
                  Models.parameter("dense-2/weight", Kind.WEIGHT, 5, 2),
                  Models.parameter("norm-3/scale", Kind.NORM, 2),
                  Models.parameter("embedding-4/table", Kind.EMBEDDING, 7, 3)))
          .grouped(parameter -> parameter.kind().label());

  private static final int VALUES =
      LAYOUT.parameters().stream().mapToInt(parameter -> parameter.shape().size()).sum();

  private final ChainReader reader = ChainReader.load();
  private final List<String> entries = entries();

  private static List<String> entries() {
    Listed listed = Listed.transforms();
    return Catalog.load(GradientTransformProvider.class).providers().stream()
        .filter(provider -> !provider.name().equals(NonFinite.NAME))
        .flatMap(provider -> listed.of(provider).stream())
        .map(CallText::print)
        .toList();
  }

  /** One sweep more than the longest chain of dependent reductions, and none for telemetry. */
  @Test
  void sweepAsOftenAsReductionsNeed() {
    int accepted = 0;
    for (long seed = SEED; seed < SEED + CHAINS; seed++) {
      String chain = text(seed);
      String what = "seed " + seed + ": " + chain;
      accepted += isAccepted(chain, rule -> TelemetryPlans.of(LAYOUT, rule).check(what)) ? 1 : 0;
    }
    assertAccepted(accepted, CHAINS);
  }

  /** Planned they give what they give interpreted, bit for bit. */
  @Test
  void giveTheSameBitsPlannedAsInterpreted() {
    int accepted = 0;
    for (long seed = SEED; seed < SEED + CHAINS / 3; seed++) {
      String chain = text(seed);
      String what = "seed " + seed + ": " + chain;
      Random random = new Random(seed);
      accepted += isAccepted(chain, rule -> compare(what, rule, random)) ? 1 : 0;
    }
    assertAccepted(accepted, CHAINS / 3);
  }

  private static void assertAccepted(int accepted, int of) {
    assertTrue(accepted > 0.9 * of, accepted + " chains were accepted of " + of);
  }

  private static void compare(String what, Chain rule, Random random) {
    try (UpdateProgram interpreted = new UpdateProgram(new ReferenceBackend(), LAYOUT, rule);
        UpdateProgram planned = new UpdateProgram(new PlanBackend(), LAYOUT, rule)) {
      for (int step = 0; step < STEPS; step++) {
        double[] gradient = random.doubles(VALUES, -1, 1).toArray();
        interpreted.run(gradient);
        planned.run(gradient);
        String where = what + ", step " + step + ", ";
        interpreted
            .store()
            .variables()
            .keySet()
            .forEach(
                key ->
                    assertArrayEquals(
                        interpreted.store().read(key), planned.store().read(key), where + key));
      }
    }
  }

  /** Some wrappers refuse to stand around others, with a message that says so. */
  private boolean isAccepted(String chain, Consumer<Chain> test) {
    try {
      test.accept(reader.read(chain));
      return true;
    } catch (IllegalStateException refused) {
      String message = String.valueOf(refused.getMessage());
      assertTrue(
          message.contains("with which weights to evaluate") || message.contains("put it behind"),
          () -> chain + ": " + message);
      return false;
    }
  }

  private String text(long seed) {
    Random random = new Random(seed);
    List<String> links = new ArrayList<>();
    String policy = POLICIES.get(random.nextInt(POLICIES.size()));
    if (!policy.isEmpty()) {
      links.add("non-finite(" + policy + ")");
    }
    int length = 1 + random.nextInt(MOST_LINKS);
    IntStream.range(0, length).forEach(i -> links.add(entries.get(random.nextInt(entries.size()))));
    return String.join(" | ", links);
  }

  /** What parameters read of a flat value in memory, a sweep also reduces before it is there. */
  @Test
  void areKnownWhereOneWasTooMany() {
    assertSweeps(
        4,
        "automatic-clip(gamma=0.5, extent=parameter) | ema-weights(0.9, overwrite=2)"
            + " | sam(0.1, extent=layer, adaptive=true) | sm3(rate=0.1)");
    assertSweeps(3, "clip-by-norm(1, extent=global) | skip-spikes(0.1) | sm3(0.1)");
  }

  private void assertSweeps(int sweeps, String chain) {
    TelemetryPlans plans = TelemetryPlans.of(LAYOUT, reader.read(chain));
    plans.check(chain);
    assertEquals(sweeps, plans.off().sweeps(), chain);
  }
}
