package org.glissade.nn.telemetry;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * An event file of TensorBoard: records of TFRecord (length, masked CRC-32C of the length, data,
 * masked CRC-32C of the data, little-endian), each a message {@code Event} of protocol buffers.
 * Only scalars are written. Sources: TensorFlow's {@code record_writer.h}, {@code event.proto} and
 * {@code summary.proto}.
 */
final class EventFile implements AutoCloseable {
  private static final int MASK_DELTA = 0xa282ead8;
  private static final String VERSION = "brain.Event:2";

  /** Numbers and wire types of the fields: {@code number << 3 | type}. */
  private static final int WALL_TIME = 1 << 3 | 1;

  private static final int STEP = 2 << 3;
  private static final int FILE_VERSION = 3 << 3 | 2;
  private static final int SUMMARY = 5 << 3 | 2;
  private static final int SESSION_LOG = 7 << 3 | 2;
  private static final int STATUS = 1 << 3;
  private static final int START = 1;
  private static final int VALUE = 1 << 3 | 2;
  private static final int TAG = 1 << 3 | 2;
  private static final int SIMPLE_VALUE = 2 << 3 | 5;

  private final OutputStream out;
  private final ProtoBuffer event = new ProtoBuffer();
  private final ProtoBuffer summary = new ProtoBuffer();
  private final ProtoBuffer value = new ProtoBuffer();
  private final CRC32C crc = new CRC32C();
  private final ByteBuffer frame = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);

  /** Begins a file that must not exist yet. */
  EventFile(Path file, double seconds) throws IOException {
    out = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW));
    begin(seconds);
    event.field(FILE_VERSION, VERSION.getBytes(StandardCharsets.UTF_8));
    write();
  }

  /** Adds a scalar to the event that is written next. */
  void add(byte[] tag, double number) {
    value.clear();
    value.field(TAG, tag);
    value.fixed32(SIMPLE_VALUE, Float.floatToRawIntBits((float) number));
    summary.field(VALUE, value);
  }

  /** Writes an event with all scalars that were added since the last. */
  void write(double seconds, long step) throws IOException {
    begin(seconds);
    event.varint(STEP);
    event.varint(step);
    event.field(SUMMARY, summary);
    summary.clear();
    write();
  }

  /** Says that what older files hold of this step and later ones no longer counts. */
  void restart(double seconds, long step) throws IOException {
    begin(seconds);
    event.varint(STEP);
    event.varint(step);
    value.clear();
    value.varint(STATUS);
    value.varint(START);
    event.field(SESSION_LOG, value);
    write();
  }

  private void begin(double seconds) {
    event.clear();
    event.fixed64(WALL_TIME, Double.doubleToRawLongBits(seconds));
  }

  private void write() throws IOException {
    frame.clear().putLong(event.size());
    frame.putInt(masked(frame.array(), Long.BYTES));
    out.write(frame.array(), 0, frame.position());
    out.write(event.array(), 0, event.size());
    frame.clear().putInt(masked(event.array(), event.size()));
    out.write(frame.array(), 0, frame.position());
  }

  private int masked(byte[] data, int length) {
    crc.reset();
    crc.update(data, 0, length);
    return Integer.rotateRight((int) crc.getValue(), 15) + MASK_DELTA;
  }

  void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
