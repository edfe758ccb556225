/** Layers, initialisers, losses, metrics, the trainer and checkpoints. */
module org.glissade.nn {
  requires transitive org.glissade.core;
  requires org.slf4j;
  requires static transitive com.google.guice;
}
