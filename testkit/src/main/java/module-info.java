/** Conformance kits for backends, layers and gradient transforms. */
module org.glissade.testkit {
  requires jdk.management;
  requires transitive org.glissade.core;
  requires transitive org.junit.jupiter.api;
  requires static transitive org.jspecify;

  exports org.glissade.testkit;
  exports org.glissade.testkit.golden;
}
