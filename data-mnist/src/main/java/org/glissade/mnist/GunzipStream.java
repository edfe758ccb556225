package org.glissade.mnist;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates gzip (RFC 1952) and checks all of it: header, checksum, length, and that nothing but a
 * further member follows. The JDK's own stream passes over what follows, and its errors name no
 * place.
 */
final class GunzipStream extends InputStream {
  private static final int BUFFER = 1 << 16;
  private static final int MAGIC_1 = 0x1f;
  private static final int MAGIC_2 = 0x8b;
  private static final int DEFLATE = 8;
  private static final int HEADER_CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xe0;

  private final String file;
  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int limit;
  private long before;
  private boolean ended;

  /** Reads the first header. */
  GunzipStream(String file, InputStream in) throws IOException {
    this.file = file;
    this.in = in;
    header();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      int count = inflate(into, from, length);
      if (count > 0) {
        checksum.update(into, from, count);
        return count;
      }
      if (inflater.finished()) {
        position = limit - inflater.getRemaining();
        endMember();
      } else {
        position = limit;
        require(fill(), "more compressed data");
        inflater.setInput(buffer, 0, limit);
      }
    }
    return -1;
  }

  private int inflate(byte[] into, int from, int length) {
    try {
      return inflater.inflate(into, from, length);
    } catch (DataFormatException e) {
      position = limit - inflater.getRemaining();
      throw damaged(offset(), "'" + e.getMessage() + "'", "valid compressed data");
    }
  }

  private void header() throws IOException {
    long start = offset();
    expect(start, MAGIC_1, number(1), "0x%02x as gzip begins, or the end of the file");
    expect(start + 1, MAGIC_2, number(1), "0x%02x as gzip begins");
    expect(start + 2, DEFLATE, number(1), "compression method %d");
    int flags = (int) number(1);
    expect(start + 3, 0, flags & RESERVED, "reserved flags 0x%02x");
    pass(6);
    if ((flags & EXTRA) != 0) {
      pass(number(2));
    }
    if ((flags & NAME) != 0) {
      passText();
    }
    if ((flags & COMMENT) != 0) {
      passText();
    }
    if ((flags & HEADER_CHECKSUM) != 0) {
      pass(2);
    }
    inflater.setInput(buffer, position, limit - position);
  }

  private void endMember() throws IOException {
    long start = offset();
    expect(start, checksum.getValue(), number(4), "the data's CRC-32 0x%08x");
    long length = inflater.getBytesWritten() & 0xffff_ffffL;
    expect(start + 4, length, number(4), "the data's length %d");
    inflater.reset();
    checksum.reset();
    if (position < limit || fill()) {
      header();
    } else {
      ended = true;
    }
  }

  private void expect(long offset, long expected, long found, String format) {
    if (found != expected) {
      String shown = format.contains("x") ? "0x%x".formatted(found) : String.valueOf(found);
      throw damaged(offset, shown, format.formatted(expected));
    }
  }

  /** Little-endian, unsigned. */
  private long number(int bytes) throws IOException {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= (long) next() << (8 * i);
    }
    return value;
  }

  private void pass(long bytes) throws IOException {
    for (long i = 0; i < bytes; i++) {
      next();
    }
  }

  private void passText() throws IOException {
    while (next() != 0) {
      // The terminating zero belongs to the text.
    }
  }

  private int next() throws IOException {
    require(position < limit || fill(), "the rest of a gzip header or trailer");
    return buffer[position++] & 0xff;
  }

  private boolean fill() throws IOException {
    before += limit;
    position = 0;
    limit = Math.max(0, in.read(buffer, 0, BUFFER));
    return limit > 0;
  }

  private void require(boolean present, String expected) {
    if (!present) {
      throw damaged(offset(), "the end of the file", expected);
    }
  }

  private long offset() {
    return before + position;
  }

  private IdxException damaged(long offset, String found, String expected) {
    return new IdxException(
        file + ", compressed byte " + offset,
        found,
        expected,
        "the file is damaged: fetch it again");
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
