package org.glissade.examples;

import java.util.stream.Stream;
import org.glissade.cpu.CpuBackend;
import org.glissade.testkit.CatalogContract;
import org.glissade.testkit.Tally;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every transform of the catalog behaves on the cpu backend, in float, as it does interpreted. */
class TransformKitOnCpuTest {
  @RegisterExtension static final Tally RUNS = Tally.of("kit runs on cpu").within("entries on cpu");

  @TestFactory
  Stream<DynamicNode> contracts() {
    return CatalogContract.testsOn(new CpuBackend());
  }
}
