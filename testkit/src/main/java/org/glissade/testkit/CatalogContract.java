package org.glissade.testkit;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.glissade.backend.Backend;
import org.glissade.plan.Plan;
import org.glissade.reference.ReferenceBackend;
import org.glissade.spi.Catalog;
import org.glissade.spi.text.CallText;
import org.glissade.testkit.spi.Listed;
import org.glissade.testkit.transform.Stages;
import org.glissade.testkit.transform.Subject;
import org.glissade.testkit.transform.Suite;
import org.glissade.transform.GradientTransformProvider;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;

/**
 * The {@linkplain GradientTransformContract contracts} of all gradient transforms on the class
 * path: an entry of the catalog is proved by being in it.
 */
public final class CatalogContract {
  private CatalogContract() {}

  /** All that each entry promises, one container for each. */
  public static Stream<DynamicNode> tests() {
    return each((provider, calls) -> Suite.of(provider, calls, new ReferenceBackend(), List.of()));
  }

  /** What each entry must do on a backend, one container for each. */
  public static Stream<DynamicNode> testsOn(Backend backend) {
    return each((provider, calls) -> Suite.on(backend, provider, calls));
  }

  /** The plans that these tests run, to see what a backend makes of them without running any. */
  public static Stream<Plan> plans() {
    Listed listed = Listed.transforms();
    return Catalog.load(GradientTransformProvider.class).providers().stream()
        .flatMap(
            provider ->
                listed.of(provider).stream()
                    .map(call -> new Subject(provider, call, new ReferenceBackend()))
                    .flatMap(Stages::plans));
  }

  private static Stream<DynamicNode> each(
      BiFunction<GradientTransformProvider, List<CallText>, Stream<DynamicNode>> suite) {
    Listed listed = Listed.transforms();
    return Catalog.load(GradientTransformProvider.class).providers().stream()
        .map(
            provider ->
                DynamicContainer.dynamicContainer(
                    provider.name(), suite.apply(provider, listed.of(provider))));
  }
}
