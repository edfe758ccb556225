package org.glissade.examples;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a whole number of any sign. */
final class SeedNumber implements ITypeConverter<Long> {
  @Override
  public Long convert(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException notANumber) {
      throw new TypeConversionException("must be a whole number, but was " + text);
    }
  }
}
