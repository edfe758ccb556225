package org.glissade.cuda;

import java.util.Locale;
import org.glissade.cuda.code.Products;
import org.glissade.cuda.driver.Precision;

/**
 * How matrix products are computed.
 *
 * @param large multiplications from which on the library computes one
 * @param precision in which the library computes
 */
record MatMulChoice(long large, Precision precision) {
  /** The system property that names a {@link Precision}. */
  static final String PROPERTY = "glissade.cuda.precision";

  /** Large products by the library, in the precision that the property names, or else in float. */
  static MatMulChoice standard() {
    String text = System.getProperty(PROPERTY, "fp32");
    for (Precision precision : Precision.values()) {
      if (precision.name().equals(text.toUpperCase(Locale.ROOT))) {
        return new MatMulChoice(Products.LARGE, precision);
      }
    }
    throw new IllegalArgumentException(
        "System property %s must be fp32, tf32 or bf16, but is '%s'".formatted(PROPERTY, text));
  }
}
