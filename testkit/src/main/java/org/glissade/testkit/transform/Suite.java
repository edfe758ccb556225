package org.glissade.testkit.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.glissade.backend.Backend;
import org.glissade.spi.ChainType;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.testkit.spi.Offer;
import org.glissade.testkit.spi.Refusals;
import org.glissade.transform.GradientTransformProvider;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** All checks of one provider. */
public final class Suite {
  private static final List<Trait> NEEDS =
      List.of(Trait.NEEDS_VALUES, Trait.NEEDS_LOSS, Trait.STATEFUL);

  private Suite() {}

  /**
   * The tests.
   *
   * @param reference what promises are proved on
   * @param backends on which the transform must behave as well
   */
  public static Stream<DynamicNode> of(
      GradientTransformProvider provider,
      List<CallText> calls,
      Backend reference,
      List<Backend> backends) {
    List<Subject> subjects =
        calls.stream().map(call -> new Subject(provider, call, reference)).toList();
    List<DynamicNode> nodes = new ArrayList<>(declared(provider, subjects));
    subjects.forEach(subject -> nodes.add(container(subject, proofs(subject))));
    backends.forEach(backend -> on(backend, provider, calls).forEach(nodes::add));
    return nodes.stream();
  }

  /** The tests of how a transform behaves on a backend. */
  public static Stream<DynamicNode> on(
      Backend backend, GradientTransformProvider provider, List<CallText> calls) {
    return calls.stream()
        .map(call -> new Subject(provider, call, backend))
        .map(subject -> container(subject, onBackend()));
  }

  private static List<DynamicNode> declared(
      GradientTransformProvider provider, List<Subject> subjects) {
    List<DynamicNode> tests = new ArrayList<>();
    String name = provider.name();
    tests.add(Offer.test(GradientTransformProvider.class, provider));
    Subject first = subjects.get(0);
    tests.add(Refusals.test(provider, first.call(), text -> first.chains().read(text)));
    boolean holdsChains =
        provider.settings().stream().anyMatch(setting -> setting.type() instanceof ChainType);
    for (Trait need : NEEDS) {
      if (provider.traits().contains(need) && !holdsChains) {
        tests.add(
            DynamicTest.dynamicTest(
                "%s: is %s, as declared".formatted(name, need.label()),
                () -> Needs.superfluous(subjects, need)));
      }
    }
    return tests;
  }

  private static DynamicContainer container(Subject subject, List<Check> checks) {
    return DynamicContainer.dynamicContainer(
        subject.toString(), checks.stream().map(check -> check.of(subject)));
  }

  private static List<Check> proofs(Subject subject) {
    List<Check> checks = new ArrayList<>();
    Promises.checks()
        .forEach(
            (trait, check) -> {
              if (subject.declares(trait)) {
                checks.add(new Check(trait.label() + ": " + check.name(), check.body()));
              }
            });
    checks.addAll(Needs.checks());
    checks.addAll(Texts.checks());
    checks.addAll(Telemetry.checks());
    checks.addAll(Backends.exact());
    checks.addAll(everywhere());
    return checks;
  }

  private static List<Check> everywhere() {
    List<Check> checks = new ArrayList<>(Behaviour.checks());
    checks.addAll(Policies.checks());
    checks.addAll(Extents.checks());
    return checks;
  }

  private static List<Check> onBackend() {
    List<Check> checks = everywhere();
    checks.addAll(Backends.checks());
    return checks;
  }
}
