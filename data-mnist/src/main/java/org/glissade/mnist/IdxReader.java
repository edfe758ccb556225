package org.glissade.mnist;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.glissade.data.Field;
import org.glissade.tensor.Shape;

/**
 * Reads one IDX file of unsigned bytes: a magic number, whose last byte is the number of
 * dimensions, the length of each dimension, all big-endian ints, then the elements. The first
 * dimension counts examples.
 */
final class IdxReader {
  /** Magic number of unsigned bytes in one dimension. */
  static final int LABELS = 0x0801;

  /** Magic number of unsigned bytes in three dimensions. */
  static final int IMAGES = 0x0803;

  private static final byte[] GZIP = {0x1f, (byte) 0x8b};

  /** Deflate expands by no more: 258 bytes from two bits, less what a block's header takes. */
  private static final long LARGEST_INFLATION = 1032;

  /** Longest array that every JVM can make. */
  private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  /** Asked for more at once, the JDK makes a second buffer of that size outside the heap. */
  private static final int CHUNK = 1 << 18;

  private final String name;
  private final String unit;
  private final InputStream in;
  private final long limit;
  private final int magic;

  private IdxReader(String name, String unit, InputStream in, long limit, int magic) {
    this.name = name;
    this.unit = unit;
    this.in = in;
    this.limit = limit;
    this.magic = magic;
  }

  /** Reads a file, plain or gzip. */
  static IdxFile read(Path file, int magic) {
    String name = file.toString();
    try (InputStream in = Files.newInputStream(file)) {
      return read(name, in, Files.size(file), magic);
    } catch (NoSuchFileException e) {
      throw new IdxException(name, "no such file", "an IDX file", "check the path", e);
    } catch (IOException e) {
      throw new IdxException(
          name, "'" + e + "'", "a readable IDX file", "check the path and its permissions", e);
    }
  }

  /** Reads a stream, plain or gzip, of at most {@code length} bytes; does not close it. */
  static IdxFile read(String name, InputStream raw, long length, int magic) throws IOException {
    PushbackInputStream plain = new PushbackInputStream(raw, GZIP.length);
    byte[] start = plain.readNBytes(GZIP.length);
    plain.unread(start);
    if (!Arrays.equals(start, GZIP)) {
      return new IdxReader(name, "byte", plain, length, magic).read();
    }
    try (InputStream inflated = new GunzipStream(name, plain)) {
      long limit = Math.multiplyExact(length, LARGEST_INFLATION);
      return new IdxReader(name, "uncompressed byte", inflated, limit, magic).read();
    }
  }

  /** Bytes before the first element. */
  static int headerBytes(int dimensions) {
    return 4 + 4 * dimensions;
  }

  private IdxFile read() throws IOException {
    int found = number(0);
    if (found != magic) {
      throw error(
          0,
          describe(found),
          describe(magic),
          "give a file in the format of MNIST, plain or gzip, under its own name");
    }
    int[] lengths = new int[magic & 0xff];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = length(i);
    }
    byte[] body = body(lengths);
    Shape example = Shape.of(Arrays.copyOfRange(lengths, 1, lengths.length));
    return new IdxFile(name, unit, Field.u8(example, body));
  }

  private int length(int dimension) throws IOException {
    int offset = headerBytes(dimension);
    int length = number(offset);
    if (length < 1) {
      throw error(
          offset,
          "length " + Integer.toUnsignedString(length) + " of dimension " + dimension,
          "1 to " + Integer.MAX_VALUE,
          "the file is empty or damaged: fetch it again");
    }
    return length;
  }

  private int number(int offset) throws IOException {
    byte[] bytes = in.readNBytes(Integer.BYTES);
    if (bytes.length < Integer.BYTES) {
      throw truncated(offset + bytes.length, "a header of " + headerBytes(magic & 0xff) + " bytes");
    }
    return ByteBuffer.wrap(bytes).getInt();
  }

  private byte[] body(int[] lengths) throws IOException {
    int start = headerBytes(lengths.length);
    long size = size(lengths);
    // No more is allocated than the file can hold, whatever its header says.
    byte[] body = new byte[(int) Math.min(size, limit)];
    int got = fill(body);
    if (got < size) {
      throw truncated(
          start + (long) got, product(lengths) + " elements up to byte " + (start + size));
    }
    if (in.read() >= 0) {
      throw error(
          start + size,
          "more bytes",
          "the end of the file after " + product(lengths) + " elements",
          "the file is damaged or of another kind: fetch it again");
    }
    return body;
  }

  private long size(int[] lengths) {
    long size = 1;
    for (int length : lengths) {
      size *= length;
      if (size > LARGEST_ARRAY) {
        throw error(
            headerBytes(0),
            "dimensions " + product(lengths),
            "at most " + LARGEST_ARRAY + " elements",
            "the file is damaged, or must be split");
      }
    }
    return size;
  }

  private int fill(byte[] into) throws IOException {
    int got = 0;
    int count = 0;
    while (count >= 0) {
      got += count;
      if (got == into.length) {
        break;
      }
      count = in.read(into, got, Math.min(CHUNK, into.length - got));
    }
    return got;
  }

  private static String product(int[] lengths) {
    return IntStream.of(lengths).mapToObj(String::valueOf).collect(Collectors.joining(" x "));
  }

  private static String describe(int magic) {
    String hex = "magic number 0x%08x".formatted(magic);
    if (magic == IMAGES || magic == LABELS) {
      return hex + (magic == IMAGES ? " (images)" : " (labels)");
    }
    byte[] bytes = ByteBuffer.allocate(Integer.BYTES).putInt(magic).array();
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return text.chars().allMatch(c -> c >= ' ' && c <= '~') ? hex + " ('" + text + "')" : hex;
  }

  private IdxException truncated(long offset, String expected) {
    return error(offset, "the end of the file", expected, "the file is truncated: fetch it again");
  }

  private IdxException error(long offset, String found, String expected, String remedy) {
    return new IdxException(name + ", " + unit + " " + offset, found, expected, remedy);
  }
}
