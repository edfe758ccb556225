package org.glissade.examples;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a factor above 0, written as a number or as a fraction: {@code 0.5}, {@code 1/255}. */
final class PixelFactor implements ITypeConverter<Double> {
  /** Writes a factor as {@link #convert} reads it, as a fraction where it is one of 1. */
  static String text(double factor) {
    long divisor = Math.round(1 / factor);
    return divisor > 1 && 1.0 / divisor == factor ? "1/" + divisor : Double.toString(factor);
  }

  @Override
  public Double convert(String text) {
    int slash = text.indexOf('/');
    try {
      double factor =
          slash < 0
              ? Double.parseDouble(text)
              : Double.parseDouble(text.substring(0, slash))
                  / Double.parseDouble(text.substring(slash + 1));
      if (factor > 0 && factor < Double.POSITIVE_INFINITY) {
        return factor;
      }
    } catch (NumberFormatException notANumber) {
      // The message below says it all.
    }
    throw new TypeConversionException(
        "must be a number above 0, such as 1 or 1/255, but was " + text);
  }
}
