/** MNIST as resources, and files in the IDX format in general. */
module org.glissade.mnist {
  requires transitive org.glissade.core;

  exports org.glissade.mnist;
}
