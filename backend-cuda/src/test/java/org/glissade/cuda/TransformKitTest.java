package org.glissade.cuda;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Every transform of the catalog, and one of somebody else's, gives what it gives interpreted. */
class TransformKitTest {
  /** The fake device takes turns, so that g++ compiles one program while it runs another. */
  @Execution(ExecutionMode.CONCURRENT)
  @TestFactory
  Stream<DynamicNode> contracts() {
    return TransformKit.on(FakeCuda.backend());
  }
}
