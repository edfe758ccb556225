package org.glissade.testkit.transform;

import java.util.ArrayList;
import java.util.List;
import org.glissade.backend.Backend;
import org.glissade.spi.Catalog;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.Chain;
import org.glissade.transform.ChainReader;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.GradientTransformProvider;
import org.glissade.transform.Gradients;
import org.glissade.transform.Link;
import org.glissade.transform.NonFinite;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;
import org.glissade.transform.Wrapper;

/**
 * A transform under test.
 *
 * @param provider that offers it
 * @param call with which settings
 * @param backend that runs it
 */
public record Subject(GradientTransformProvider provider, CallText call, Backend backend) {
  /** The name that the transform has in the chains of the kit. */
  static final String NAME = "tested";

  /** The settings that the call gives. */
  Settings settings() {
    return Settings.bind(provider.settings(), call);
  }

  /** The transform, made anew. */
  GradientTransform create() {
    return provider.create(settings(), chains());
  }

  /** Reads chains of this provider and of all that are on the class path. */
  ChainReader chains() {
    List<GradientTransformProvider> others =
        Catalog.load(GradientTransformProvider.class).providers().stream()
            .filter(other -> !other.name().equals(provider.name()))
            .toList();
    List<GradientTransformProvider> all = new ArrayList<>(others);
    all.add(provider);
    return new ChainReader(Catalog.of(GradientTransformProvider.class, all));
  }

  /** The transform, under the name that it has in the kit. */
  GradientTransform alone() {
    return Chain.of(List.of(Link.of(NAME, create())));
  }

  /** The transform and, if it wraps others, one that it wraps. */
  GradientTransform inUse() {
    return Chain.of(links());
  }

  /** The transform in use under a policy for non-finite gradients. */
  GradientTransform under(NonFinite.Policy policy) {
    List<Link> links = new ArrayList<>(links());
    links.add(0, Link.of(NonFinite.NAME, new NonFinite(policy)));
    return Chain.of(links);
  }

  private List<Link> links() {
    GradientTransform transform = create();
    Link tested = Link.of(NAME, transform);
    return transform instanceof Wrapper
        ? List.of(tested, Link.of("wrapped", Subject::momentum))
        : List.of(tested);
  }

  /** v ← v/2 + g. */
  private static Gradients momentum(Gradients gradients, StepContext step) {
    State velocity = step.state("velocity", gradients.zeros());
    return velocity.set(velocity.old().times(0.5).plus(gradients));
  }

  boolean declares(Trait trait) {
    return provider.traits().contains(trait);
  }

  /** For messages: {@code clip-by-norm(1.0, extent=parameter) on reference}. */
  @Override
  public String toString() {
    return call.print() + " on " + backend.name();
  }
}
