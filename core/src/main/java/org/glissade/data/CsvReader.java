package org.glissade.data;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits text into records by RFC 4180, strictly: a quote stands at both ends of a column or is
 * doubled within, and nothing else. Beyond the RFC, lines may end in LF, CR or CRLF, empty lines
 * are passed over, blanks around an unquoted column are dropped, and a byte order mark is too.
 */
final class CsvReader {
  private static final int END = -1;
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  /** What a decoder writes for bytes that it cannot read. */
  private static final int REPLACEMENT = 0xFFFD;

  private final String file;
  private final Reader in;
  private final char separator;
  private int ahead;
  private int line = 1;
  private int recordLine = 1;

  CsvReader(String file, Reader in, char separator) throws IOException {
    this.file = file;
    this.in = in;
    this.separator = separator;
    this.ahead = in.read();
    if (ahead == BYTE_ORDER_MARK) {
      ahead = in.read();
    }
  }

  /** The columns of the next record, or null at the end of the file. */
  @Nullable List<String> next() throws IOException {
    while (ahead == '\n' || ahead == '\r') {
      advance();
    }
    if (ahead == END) {
      return null;
    }
    recordLine = line;
    List<String> columns = new ArrayList<>();
    columns.add(column(1));
    while (ahead == separator) {
      advance();
      columns.add(column(columns.size() + 1));
    }
    return columns;
  }

  private String column(int number) throws IOException {
    if (ahead == '"') {
      return quoted(number);
    }
    StringBuilder text = new StringBuilder();
    while (!atColumnEnd()) {
      if (ahead == '"') {
        throw malformed(
            number,
            "a quote after '" + text + "'",
            "quotes around the whole column",
            "quote the column from its first character and double the quotes in it");
      }
      take(number, text);
    }
    return text.toString().strip();
  }

  private String quoted(int number) throws IOException {
    StringBuilder text = new StringBuilder();
    int opened = line;
    advance();
    while (true) {
      if (ahead == END) {
        line = opened;
        throw malformed(
            number,
            "a quote that is open to the end of the file",
            "a closing quote",
            "close it, or double a quote that belongs to the text");
      }
      if (ahead == '"') {
        advance();
        if (ahead != '"') {
          break;
        }
      }
      take(number, text);
    }
    if (!atColumnEnd()) {
      throw malformed(
          number,
          "'" + (char) ahead + "' after a closing quote",
          "'" + separator + "' or the end of the line",
          "double a quote that belongs to the text");
    }
    return text.toString();
  }

  private void take(int number, StringBuilder text) throws IOException {
    if (ahead == REPLACEMENT) {
      throw malformed(
          number, "bytes that are not UTF-8", "text in UTF-8", "save the file as UTF-8");
    }
    text.append((char) ahead);
    advance();
  }

  private boolean atColumnEnd() {
    return ahead == separator || ahead == '\n' || ahead == '\r' || ahead == END;
  }

  private void advance() throws IOException {
    int passed = ahead;
    ahead = in.read();
    if (passed == '\n' || (passed == '\r' && ahead != '\n')) {
      line++;
    }
  }

  /** An error in the record that was read last. */
  DataException error(String found, String expected, String remedy) {
    return error("", found, expected, remedy);
  }

  /** An error at a place within the record that was read last. */
  DataException error(String place, String found, String expected, String remedy) {
    return new DataException(file + ", line " + recordLine + place, found, expected, remedy);
  }

  private DataException malformed(int column, String found, String expected, String remedy) {
    return new DataException(
        "%s, line %d, column %d".formatted(file, line, column), found, expected, remedy);
  }
}
