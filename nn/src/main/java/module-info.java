/** Layers, initialisers, losses, metrics, the trainer and checkpoints. */
module org.glissade.nn {
  requires transitive org.glissade.core;
  requires com.fasterxml.jackson.core;
  requires org.slf4j;
  requires static transitive com.google.guice;

  exports org.glissade.nn;
  exports org.glissade.nn.checkpoint;
  exports org.glissade.nn.inject;
  exports org.glissade.nn.telemetry;

  provides org.glissade.layer.LayerProvider with
      org.glissade.nn.provider.DenseProvider,
      org.glissade.nn.provider.DropoutProvider,
      org.glissade.nn.provider.FlattenProvider,
      org.glissade.nn.provider.GeluProvider,
      org.glissade.nn.provider.LeakyReluProvider,
      org.glissade.nn.provider.ReluProvider,
      org.glissade.nn.provider.SigmoidProvider,
      org.glissade.nn.provider.SoftmaxProvider,
      org.glissade.nn.provider.TanhProvider;
}
