package org.glissade.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Examples from a CSV file, one a record.
 *
 * @param featureNames names of the features, in the order of the columns
 * @param classNames the label that each class has in the file; empty when targets are numbers
 */
public record CsvDataset(
    String name, Field features, Field targets, List<String> featureNames, List<String> classNames)
    implements Dataset {

  /** Copies the lists. */
  public CsvDataset {
    featureNames = List.copyOf(featureNames);
    classNames = List.copyOf(classNames);
  }

  /**
   * Reads a file in UTF-8, as RFC 4180 has it. Features are F32 of shape {@code [columns]}. Number
   * targets are F32 in the order of the options, of rank 0 if there is one; labels are I32 of rank
   * 0. Classes are numbered in sorted order, numerically where every label is an integer and
   * otherwise as text, so that the order of the records does not matter.
   *
   * <p>A number is decimal, with an exponent or without, and finite as a float; an empty column is
   * an error, since only you know what a missing value should be.
   *
   * @throws DataException naming file, line and column, if anything in the file is otherwise
   */
  public static CsvDataset read(Path file, CsvOptions options) {
    try (Reader in =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      CsvReader reader = new CsvReader(file.toString(), in, options.separator());
      return CsvTable.read(String.valueOf(file.getFileName()), reader, options);
    } catch (NoSuchFileException e) {
      throw new DataException(file.toString(), "no such file", "a CSV file", "check the path");
    } catch (IOException e) {
      throw new DataException(
          file.toString(), "'" + e + "'", "a readable CSV file", "check the path");
    }
  }

  @Override
  public int classes() {
    return classNames.size();
  }
}
