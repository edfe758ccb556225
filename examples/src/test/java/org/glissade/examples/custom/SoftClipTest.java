package org.glissade.examples.custom;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.glissade.cpu.CpuBackend;
import org.glissade.mnist.Mnist;
import org.glissade.testkit.GradientTransformContract;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SoftClipTest {
  @TestFactory
  Stream<DynamicNode> contract() {
    return GradientTransformContract.of(new SoftClipProvider()).on(new CpuBackend()).tests();
  }

  @Test
  void exampleLearns() {
    Mnist mnist = Mnist.load();
    double accuracy =
        CustomTransform.train(
            "acme:soft-clip(1.0, extent=parameter) | sgd(0.2)",
            mnist.train().slice(0, 6000),
            mnist.test().slice(0, 1000));
    assertTrue(accuracy > 0.8 && accuracy < 0.95, "accuracy " + accuracy);
  }
}
