package org.glissade.examples;

import com.google.inject.Inject;
import org.glissade.backend.BackendProvider;
import org.glissade.backend.BackendSelector;
import org.glissade.layer.LayerProvider;
import org.glissade.spi.Catalog;
import org.glissade.transform.GradientTransformProvider;

/** What the class path offers. */
record Offers(
    Catalog<GradientTransformProvider> transforms,
    Catalog<LayerProvider> layers,
    Catalog<BackendProvider> backends,
    BackendSelector selector) {
  @Inject
  Offers {}
}
