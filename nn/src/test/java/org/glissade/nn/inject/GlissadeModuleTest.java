package org.glissade.nn.inject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;

import com.google.inject.AbstractModule;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.OptionalBinder;
import com.google.inject.spi.Message;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.glissade.backend.Backend;
import org.glissade.backend.BackendProvider;
import org.glissade.backend.BackendSelector;
import org.glissade.layer.LayerProvider;
import org.glissade.nn.provider.DenseProvider;
import org.glissade.reference.ReferenceBackend;
import org.glissade.transform.Chain;
import org.glissade.transform.GradientTransformProvider;
import org.junit.jupiter.api.Test;

class GlissadeModuleTest {
  @Test
  void bindsWhatIsOnTheClassPathByName() {
    Injector injector = Guice.createInjector(new GlissadeModule());
    Map<String, LayerProvider> layers =
        injector.getInstance(Key.get(new TypeLiteral<Map<String, LayerProvider>>() {}));
    assertEquals(DenseProvider.class, Objects.requireNonNull(layers.get("dense")).getClass());
    assertEquals(9, layers.size());
    Map<String, BackendProvider> backends =
        injector.getInstance(Key.get(new TypeLiteral<Map<String, BackendProvider>>() {}));
    assertTrue(backends.containsKey("reference"), backends.toString());
    assertTrue(
        injector
            .getInstance(Key.get(new TypeLiteral<Map<String, GradientTransformProvider>>() {}))
            .keySet()
            .stream()
            .noneMatch(String::isEmpty));
  }

  @Test
  void bindsTheBackendThatIsSelectedOnce() {
    Injector injector = Guice.createInjector(new GlissadeModule());
    String selected = injector.getInstance(BackendSelector.class).select().backend().name();
    assertEquals(selected, injector.getInstance(Backend.class).name());
    assertSame(injector.getInstance(Backend.class), injector.getInstance(Backend.class));
    Backend named =
        Guice.createInjector(new GlissadeModule().withBackend("reference"))
            .getInstance(Backend.class);
    assertEquals(ReferenceBackend.class, named.getClass());
  }

  @Test
  void anApplicationMayBringItsOwnBackend() {
    Backend own = mock(Backend.class);
    AbstractModule application =
        new AbstractModule() {
          @Override
          protected void configure() {
            OptionalBinder.newOptionalBinder(binder(), Backend.class).setBinding().toInstance(own);
          }
        };
    assertSame(
        own, Guice.createInjector(new GlissadeModule(), application).getInstance(Backend.class));
  }

  @Test
  void allMistakesAreToldAtOnce() {
    CreationException mistakes =
        assertThrows(
            CreationException.class,
            () ->
                Guice.createInjector(
                    new GlissadeModule().withBackend("cuda").withChain("clip-by-nrom(1.0")));
    List<String> messages =
        mistakes.getErrorMessages().stream().map(Message::getMessage).sorted().toList();
    assertEquals(2, messages.size(), messages.toString());
    assertTrue(
        messages.get(0).startsWith("backend 'cuda' (asked for by the argument) is not on the"),
        messages.get(0));
    assertTrue(messages.get(1).startsWith("column 17: "), messages.get(1));
  }

  @Test
  void withoutATextThereIsNoChain() {
    Injector injector = Guice.createInjector(new GlissadeModule());
    assertNull(injector.getExistingBinding(Key.get(Chain.class)));
  }
}
