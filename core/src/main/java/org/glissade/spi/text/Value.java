package org.glissade.spi.text;

/** The value of an argument as it is written. */
public sealed interface Value permits NumberValue, WordValue, TextValue, CallText, ChainValue {
  /** Where the value begins. */
  Position position();

  /** The text of this value. */
  String print();
}
