package org.glissade.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.glissade.layer.LayerProvider;
import org.glissade.nn.Dense;
import org.glissade.nn.Flatten;
import org.glissade.nn.Initializers;
import org.glissade.nn.Relu;
import org.glissade.nn.Sequential;
import org.glissade.spi.Catalog;
import org.junit.jupiter.api.Test;

class NetworkReaderTest {
  @Test
  void widthsAreNumbersAboveZero() {
    assertTrue(NetworkReader.isWidths("128"));
    assertTrue(NetworkReader.isWidths("128,64"));
    assertTrue(NetworkReader.isWidths(" 128 , 64 "));
    assertFalse(NetworkReader.isWidths(""));
    assertFalse(NetworkReader.isWidths("128,"));
    assertFalse(NetworkReader.isWidths("0"));
    assertFalse(NetworkReader.isWidths("-1"));
    assertFalse(NetworkReader.isWidths("dense(128)"));
  }

  @Test
  void initialisersThatKeepTheVarianceAreForWeightsAlone() {
    assertEquals(
        "flatten | dense(128, init=he) | relu | dense(64, init=he) | relu | dense(10, init=he)",
        NetworkReader.perceptron("128, 64", "he", 10));
    assertEquals("xavier weights", NetworkReader.beginning("xavier"));
  }

  @Test
  void othersFillTheBiasesToo() {
    assertEquals(
        "flatten | dense(8, init=normal(1.0), bias=normal(1.0)) | relu"
            + " | dense(3, init=normal(1.0), bias=normal(1.0))",
        NetworkReader.perceptron("8", "normal(1.0)", 3));
    assertEquals("normal(1.0) weights and biases", NetworkReader.beginning("normal(1.0)"));
  }

  @Test
  void textBecomesTheSameRecordsAsJava() {
    Sequential expected =
        Sequential.of(
            new Flatten(),
            new Dense(8, Initializers.normal(1), Initializers.normal(1)),
            new Relu(),
            new Dense(3, Initializers.normal(1), Initializers.normal(1)));
    String text = NetworkReader.perceptron("8", "normal(1.0)", 3);
    assertEquals(expected, new NetworkReader(Catalog.load(LayerProvider.class)).read(text));
  }
}
