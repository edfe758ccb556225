package org.glissade.data;

/**
 * Data that cannot be read or cannot be learned from. The message is one line for a person: where,
 * what was found, what was expected, and what to do.
 */
public class DataException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * Composes {@code where: found …, expected …; remedy}.
   *
   * @param where the file and place, or the data set and example
   */
  public DataException(String where, String found, String expected, String remedy) {
    super(where + ": found " + found + ", expected " + expected + "; " + remedy);
  }
}
