/** Tensors, autodiff, the planner, the three service interfaces and the reference backend. */
module org.glissade.core {
  requires org.slf4j;
  requires static transitive org.jspecify;

  exports org.glissade.backend;
  exports org.glissade.data;
  exports org.glissade.layer;
  exports org.glissade.plan;
  exports org.glissade.random;
  exports org.glissade.reference;
  exports org.glissade.spi;
  exports org.glissade.spi.text;
  exports org.glissade.tensor;
  exports org.glissade.transform;

  uses org.glissade.backend.BackendProvider;
  uses org.glissade.layer.LayerProvider;
  uses org.glissade.transform.GradientTransformProvider;

  provides org.glissade.backend.BackendProvider with
      org.glissade.reference.ReferenceBackendProvider;
}
