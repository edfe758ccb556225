package org.glissade.nn.telemetry;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.glissade.nn.OutputException;

/**
 * A file of rows, each beginning with its step, that grows as {@code FILE.part} and is moved to its
 * place when it is complete.
 *
 * @param file its place
 * @param part where it grows
 */
record CsvFile(Path file, Path part) {
  static CsvFile of(Path file) {
    Path whole = file.toAbsolutePath();
    return new CsvFile(file, whole.resolveSibling(whole.getFileName() + ".part"));
  }

  /** Begins anew. */
  Writer begin(String header) throws IOException {
    Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8);
    out.write(header);
    return out;
  }

  /**
   * Goes on behind a step: with the part of a run that was killed, else with the file of one that
   * ended, else anew. Rows of later steps, and one that is torn, are dropped.
   *
   * @throws OutputException if the rows there have other columns
   */
  Writer resume(String header, long step) throws IOException {
    if (!Files.exists(part)) {
      if (!Files.exists(file)) {
        return begin(header);
      }
      Files.copy(file, part);
    }
    long end = end(header.getBytes(StandardCharsets.UTF_8), step);
    try (FileChannel rows = FileChannel.open(part, StandardOpenOption.WRITE)) {
      rows.truncate(end);
    }
    return Files.newBufferedWriter(part, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
  }

  /** Where the rows of later steps begin. */
  private long end(byte[] header, long step) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(part))) {
      if (!Arrays.equals(in.readNBytes(header.length), header)) {
        throw new OutputException(
            "'%s' has other columns than this run, which goes on behind step %d: give another file, or remove it and '%s'"
                .formatted(file, step, part.getFileName()),
            null);
      }
      long end = header.length;
      for (byte[] row = row(in); isUpTo(step, row); row = row(in)) {
        end += row.length;
      }
      return end;
    }
  }

  private static byte[] row(InputStream in) throws IOException {
    ByteArrayOutputStream row = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0; next = in.read()) {
      row.write(next);
      if (next == '\n') {
        break;
      }
    }
    return row.toByteArray();
  }

  private static boolean isUpTo(long step, byte[] row) {
    String text = new String(row, StandardCharsets.US_ASCII);
    return text.endsWith("\r\n")
        && text.matches("(?s)\\d{1,18},.*")
        && Long.parseLong(text.substring(0, text.indexOf(','))) <= step;
  }

  /** Moves what is complete to its place. */
  void finish() throws IOException {
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
