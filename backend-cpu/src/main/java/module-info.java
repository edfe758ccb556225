/** The pure Java backend. */
module org.glissade.cpu {
  requires transitive org.glissade.core;
  requires org.slf4j;
  requires jdk.management;
  requires static jdk.incubator.vector;
}
