package org.glissade.data;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.glissade.tensor.Shape;
import org.jspecify.annotations.Nullable;

/** Turns the records of a CSV file into features and targets. */
final class CsvTable {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final int SHOWN = 40;

  private final CsvReader reader;
  private final CsvOptions options;
  private final List<String> names;
  private final List<Integer> targets;
  private final List<Integer> features;
  private final FloatList values = new FloatList();
  private final FloatList numbers = new FloatList();
  private final CsvLabels labels;

  private CsvTable(CsvReader reader, CsvOptions options, List<String> names) {
    this.reader = reader;
    this.options = options;
    this.names = names;
    this.targets = options.targets().stream().map(this::column).toList();
    this.features =
        IntStream.range(0, names.size()).filter(i -> !targets.contains(i)).boxed().toList();
    this.labels = new CsvLabels(options.classNames());
    if (features.isEmpty()) {
      throw reader.error("only the targets " + names, "a column of features", "name fewer targets");
    }
  }

  static CsvDataset read(String name, CsvReader reader, CsvOptions options) throws IOException {
    List<String> first = reader.next();
    if (first == null) {
      throw reader.error("the end of the file", "a record", "the file is empty: check the path");
    }
    CsvTable table = new CsvTable(reader, options, options.header() ? first : positions(first));
    @Nullable List<String> record = options.header() ? reader.next() : first;
    if (record == null) {
      throw reader.error("only a header", "a record", "if line 1 is one, read without header");
    }
    for (; record != null; record = reader.next()) {
      table.add(record);
    }
    return table.build(name);
  }

  private static List<String> positions(List<String> columns) {
    return IntStream.rangeClosed(1, columns.size()).mapToObj(String::valueOf).toList();
  }

  private int column(String name) {
    int column = names.indexOf(name);
    if (column < 0) {
      throw reader.error(
          "no column '" + name + "' in " + names,
          "one of that name",
          options.header() ? "name a column of the header" : "name a column by its position");
    }
    if (column != names.lastIndexOf(name)) {
      throw reader.error("two columns '" + name + "' in " + names, "one", "rename the other");
    }
    return column;
  }

  private void add(List<String> record) {
    if (record.size() != names.size()) {
      throw reader.error(
          "a record of length " + record.size(),
          names.size() + " as in the first record",
          "complete the record, or quote columns that hold the separator");
    }
    for (int column : features) {
      values.add(number(record, column));
    }
    for (int column : targets) {
      if (options.labels()) {
        labels.add(label(record, column));
      } else {
        numbers.add(number(record, column));
      }
    }
  }

  private float number(List<String> record, int column) {
    String text = record.get(column);
    float value = NUMBER.matcher(text).matches() ? Float.parseFloat(text) : Float.NaN;
    if (!Float.isFinite(value)) {
      throw error(
          column,
          text,
          Float.isNaN(value) ? "a number such as -1.5 or 2e-3" : "a number that a float can hold",
          text.isEmpty()
              ? "fill the missing value in, or leave the record out"
              : options.header() ? "write a number" : "write a number, or read with a header");
    }
    return value;
  }

  private String label(List<String> record, int column) {
    String text = record.get(column);
    if (text.isEmpty()) {
      throw error(column, text, "a label", "fill it in, or leave the record out");
    }
    if (!labels.accepts(text)) {
      throw error(column, text, "one of " + options.classNames(), "correct it, or add its class");
    }
    return text;
  }

  private CsvDataset build(String name) {
    Shape target = targets.size() == 1 ? Shape.of() : Shape.of(targets.size());
    return new CsvDataset(
        name,
        Field.f32(Shape.of(features.size()), values.toArray()),
        options.labels()
            ? Field.i32(target, labels.indices())
            : Field.f32(target, numbers.toArray()),
        features.stream().map(names::get).toList(),
        options.labels() ? labels.classes() : List.of());
  }

  /** An error in one column of the record that was read last. */
  private DataException error(int column, String found, String expected, String remedy) {
    String shown = found.length() > SHOWN ? found.substring(0, SHOWN) + "…" : found;
    String name = options.header() ? " (" + names.get(column) + ")" : "";
    return reader.error(
        ", column " + (column + 1) + name,
        shown.isEmpty() ? "nothing" : "'" + shown.replaceAll("\\p{Cntrl}", " ") + "'",
        expected,
        remedy);
  }
}
