package org.glissade.nn.checkpoint;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.glissade.nn.NamedTensor;

/** Reads a safetensors file and checks every part of it. */
final class SafeTensorsReader {
  private static final int BUFFER = 1 << 16;
  private static final long LONGEST_HEADER = 100_000_000;

  private final Path file;
  private final FileChannel in;
  private final long size;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);

  private SafeTensorsReader(Path file, FileChannel in) throws IOException {
    this.file = file;
    this.in = in;
    this.size = in.size();
  }

  static SafeTensors read(Path file) throws IOException {
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      return new SafeTensorsReader(file, in).read();
    }
  }

  private SafeTensors read() throws IOException {
    if (size < SafeTensors.PREFIX) {
      throw wrong(0, size + " bytes", "a safetensors file");
    }
    buffer.clear().limit(SafeTensors.PREFIX);
    long length = fill(0).getLong();
    if (length < 2 || length > Math.min(LONGEST_HEADER, size - SafeTensors.PREFIX)) {
      throw wrong(
          0, "a header of " + length + " bytes in a file of " + size, "a whole safetensors file");
    }
    byte[] bytes = new byte[(int) length];
    readFully(ByteBuffer.wrap(bytes), SafeTensors.PREFIX);
    HeaderReader.Header header = HeaderReader.read(file, bytes);
    List<TensorEntry> entries =
        header.entries().stream().sorted(Comparator.comparingLong(TensorEntry::begin)).toList();
    long begin = SafeTensors.PREFIX + length;
    requireWhole(entries, begin);
    String expected = header.metadata().remove(SafeTensors.CHECKSUM);
    if (expected == null) {
      throw wrong(SafeTensors.PREFIX, "no checksum in the metadata", "a checkpoint of Glissade");
    }
    CRC32C checksum = SafeTensors.checksum(header.metadata(), entries);
    SortedMap<String, NamedTensor> tensors = new TreeMap<>();
    for (TensorEntry entry : entries) {
      tensors.put(entry.name(), tensor(entry, begin + entry.begin(), checksum));
    }
    String found = Long.toHexString(checksum.getValue());
    if (!found.equals(expected)) {
      throw wrong(begin, "contents with the checksum " + found, "the checksum " + expected);
    }
    return new SafeTensors(header.metadata(), tensors);
  }

  /** No gap, no overlap, and nothing behind the last tensor. */
  private void requireWhole(List<TensorEntry> entries, long begin) {
    long end = 0;
    for (TensorEntry entry : entries) {
      if (entry.begin() != end) {
        throw wrong(
            begin + entry.begin(), "the numbers of " + entry.name(), "them at " + (begin + end));
      }
      end = entry.end();
    }
    if (begin + end != size) {
      throw wrong(Math.min(size, begin + end), size + " bytes", (begin + end) + " bytes");
    }
  }

  private NamedTensor tensor(TensorEntry entry, long offset, CRC32C checksum) throws IOException {
    double[] values = new double[entry.shape().size()];
    int width = entry.type().bytes();
    int room = BUFFER / width;
    for (int from = 0; from < values.length; from += room) {
      int count = Math.min(room, values.length - from);
      buffer.clear().limit(count * width);
      fill(offset + (long) from * width);
      checksum.update(buffer.duplicate());
      for (int i = from; i < from + count; i++) {
        values[i] = width == Float.BYTES ? buffer.getFloat() : buffer.getDouble();
      }
    }
    return new NamedTensor(entry.shape(), values);
  }

  private ByteBuffer fill(long offset) throws IOException {
    readFully(buffer, offset);
    return buffer.flip();
  }

  private void readFully(ByteBuffer into, long offset) throws IOException {
    long at = offset;
    while (into.hasRemaining()) {
      int read = in.read(into, at);
      if (read < 0) {
        throw new EOFException(file + " became shorter while it was read");
      }
      at += read;
    }
  }

  private CheckpointException wrong(long offset, String found, String expected) {
    return new CheckpointException(file, offset, found, expected);
  }
}
