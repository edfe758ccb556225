package org.glissade.examples.custom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.glissade.cpu.CpuBackend;
import org.glissade.mnist.Mnist;
import org.glissade.testkit.GradientTransformContract;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MedianClipTest {
  @TestFactory
  Stream<DynamicNode> contract() {
    return GradientTransformContract.of(new MedianClipProvider()).on(new CpuBackend()).tests();
  }

  @Test
  void exampleLearns() {
    Mnist mnist = Mnist.load();
    double accuracy =
        CustomTransform.train(
            "acme:median-clip(3) | sgd(0.2)",
            mnist.train().slice(0, 6000),
            mnist.test().slice(0, 1000));
    assertTrue(accuracy > 0.8 && accuracy < 0.95, "accuracy " + accuracy);
  }

  @Test
  void factorsThatMakeNoSense() {
    for (double factor : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertEquals(
          "factor must be above 0 and finite, not " + factor,
          assertThrows(IllegalArgumentException.class, () -> new MedianClip(factor)).getMessage());
    }
  }
}
