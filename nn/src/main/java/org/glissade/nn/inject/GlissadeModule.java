package org.glissade.nn.inject;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.multibindings.OptionalBinder;
import java.util.Optional;
import org.glissade.backend.Backend;
import org.glissade.backend.BackendChoice;
import org.glissade.backend.BackendProvider;
import org.glissade.backend.BackendSelector;
import org.glissade.layer.LayerProvider;
import org.glissade.spi.Catalog;
import org.glissade.spi.Provider;
import org.glissade.transform.Chain;
import org.glissade.transform.ChainReader;
import org.glissade.transform.GradientTransformProvider;

/**
 * Binds what is on the class path:
 *
 * <ul>
 *   <li>{@code Map<String, GradientTransformProvider>}, {@code Map<String, LayerProvider>} and
 *       {@code Map<String, BackendProvider>}, by name, and a {@code Catalog} of each, which also
 *       knows what could not be loaded;
 *   <li>{@link Backend}, the one that {@link BackendSelector} selects. An application or a test
 *       takes its place by {@code OptionalBinder.newOptionalBinder(binder(),
 *       Backend.class).setBinding()};
 *   <li>{@link BackendSelector} and {@link ChainReader};
 *   <li>{@link Chain}, if a text was given.
 * </ul>
 *
 * Mistakes in what was asked for (an unknown backend, a chain that cannot be read) are reported
 * together when the injector is made. Providers that could not be loaded are no mistakes unless one
 * of them was asked for.
 */
public final class GlissadeModule extends AbstractModule {
  private final Optional<String> backend;
  private final Optional<String> chain;

  /** Binds the backend that the system property, the environment or {@code auto} gives. */
  public GlissadeModule() {
    this(Optional.empty(), Optional.empty());
  }

  private GlissadeModule(Optional<String> backend, Optional<String> chain) {
    this.backend = backend;
    this.chain = chain;
  }

  /** This module with a backend of this name. */
  public GlissadeModule withBackend(String name) {
    return new GlissadeModule(Optional.of(name), chain);
  }

  /** This module with a {@link Chain} of this text. */
  public GlissadeModule withChain(String text) {
    return new GlissadeModule(backend, Optional.of(text));
  }

  @Override
  protected void configure() {
    Catalog<GradientTransformProvider> transforms =
        bindAll(new TypeLiteral<>() {}, GradientTransformProvider.class);
    bindAll(new TypeLiteral<>() {}, LayerProvider.class);
    BackendSelector selector =
        new BackendSelector(bindAll(new TypeLiteral<>() {}, BackendProvider.class));
    bind(BackendSelector.class).toInstance(selector);
    bindBackend(selector);
    ChainReader reader = new ChainReader(transforms);
    bind(ChainReader.class).toInstance(reader);
    chain.ifPresent(text -> bindChain(reader, text));
  }

  private <P extends Provider> Catalog<P> bindAll(TypeLiteral<Catalog<P>> type, Class<P> kind) {
    Catalog<P> catalog = Catalog.load(kind);
    bind(type).toInstance(catalog);
    MapBinder<String, P> map = MapBinder.newMapBinder(binder(), String.class, kind);
    catalog.providers().forEach(provider -> map.addBinding(provider.name()).toInstance(provider));
    return catalog;
  }

  /** Who asks for a backend hears at once that it is not there; who asks for none may bring one. */
  private void bindBackend(BackendSelector selector) {
    OptionalBinder<Backend> binder = OptionalBinder.newOptionalBinder(binder(), Backend.class);
    if (!selector.isAskedFor(backend)) {
      binder.setDefault().toProvider(() -> selector.select().backend()).in(Scopes.SINGLETON);
      return;
    }
    try {
      BackendChoice choice = selector.select(backend);
      binder.setDefault().toInstance(choice.backend());
    } catch (IllegalArgumentException mistake) {
      addError(String.valueOf(mistake.getMessage()));
    }
  }

  private void bindChain(ChainReader reader, String text) {
    try {
      Chain read = reader.read(text);
      bind(Chain.class).toInstance(read);
    } catch (IllegalArgumentException mistake) {
      addError(String.valueOf(mistake.getMessage()));
    }
  }
}
