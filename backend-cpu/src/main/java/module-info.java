import org.glissade.backend.BackendProvider;
import org.glissade.cpu.CpuBackendProvider;

/** The pure Java backend. */
module org.glissade.cpu {
  requires transitive org.glissade.core;
  requires org.objectweb.asm;
  requires org.slf4j;
  requires jdk.management;
  requires static jdk.incubator.vector;

  exports org.glissade.cpu;

  provides BackendProvider with
      CpuBackendProvider;
}
