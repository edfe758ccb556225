package org.glissade.data;

import java.util.List;

/**
 * How to read a CSV file. Every column that is not a target is a feature and must hold numbers.
 *
 * @param targets names of the target columns, from the header line; in a file without a header
 *     columns are named by their position, {@code "1"} being the first
 * @param labels true when the one target holds class labels, false when targets are numbers
 * @param header true when the first line names the columns
 * @param separator character between two columns
 * @param classNames the classes in the order of their index, or empty to take those in the file
 */
public record CsvOptions(
    List<String> targets, boolean labels, boolean header, char separator, List<String> classNames) {

  /** Checks that the settings make sense together. */
  public CsvOptions {
    targets = List.copyOf(targets);
    classNames = List.copyOf(classNames);
    if (targets.isEmpty() || (labels && targets.size() != 1)) {
      throw new IllegalArgumentException(
          "CSV targets " + targets + ": give one column of labels, or one or more of numbers");
    }
    if (separator == '"' || separator == '\n' || separator == '\r') {
      throw new IllegalArgumentException(
          "CSV separator U+%04X: a quote or a line end separates no columns; give ',' or ';'"
              .formatted((int) separator));
    }
  }

  /** A file with a header, separated by commas, whose column {@code target} holds class labels. */
  public static CsvOptions label(String target) {
    return new CsvOptions(List.of(target), true, true, ',', List.of());
  }

  /** A file with a header, separated by commas, whose columns {@code targets} hold numbers. */
  public static CsvOptions numbers(String... targets) {
    return new CsvOptions(List.of(targets), false, true, ',', List.of());
  }

  /** The same for a file whose first line is an example already. */
  public CsvOptions withoutHeader() {
    return new CsvOptions(targets, labels, false, separator, classNames);
  }

  /** The same for another separator, such as {@code ';'} or tab. */
  public CsvOptions withSeparator(char other) {
    return new CsvOptions(targets, labels, header, other, classNames);
  }

  /**
   * The same with the classes given, so that a test file numbers them as the training file did: see
   * {@link CsvDataset#classNames()}. Any other label in the file is an error.
   */
  public CsvOptions withClassNames(List<String> names) {
    return new CsvOptions(targets, labels, header, separator, names);
  }
}
