package org.glissade.nn.checkpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.glissade.nn.NamedTensor;

/** Writes a safetensors file. */
final class SafeTensorsWriter {
  private static final int BUFFER = 1 << 16;

  private final SafeTensors contents;
  private final List<TensorEntry> entries = new ArrayList<>();
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);

  SafeTensorsWriter(SafeTensors contents) {
    this.contents = contents;
    long begin = 0;
    for (Map.Entry<String, NamedTensor> tensor : contents.tensors().entrySet()) {
      TensorEntry entry =
          new TensorEntry(
              tensor.getKey(),
              TensorEntry.Encoding.of(tensor.getValue()),
              tensor.getValue().shape(),
              begin);
      entries.add(entry);
      begin = entry.end();
    }
  }

  /** What is done with bytes. */
  private interface Sink {
    void accept(ByteBuffer bytes) throws IOException;
  }

  void write(WritableByteChannel out) throws IOException {
    Sink toChannel =
        bytes -> {
          while (bytes.hasRemaining()) {
            out.write(bytes);
          }
        };
    CRC32C checksum = SafeTensors.checksum(contents.metadata(), entries);
    numbers(checksum::update);
    byte[] header = header(Long.toHexString(checksum.getValue()));
    buffer.clear().putLong(header.length);
    toChannel.accept(buffer.flip());
    toChannel.accept(ByteBuffer.wrap(header));
    numbers(toChannel);
  }

  private void numbers(Sink sink) throws IOException {
    buffer.clear();
    for (TensorEntry entry : entries) {
      NamedTensor tensor = contents.tensors().get(entry.name());
      for (double value : tensor == null ? new double[0] : tensor.values()) {
        if (buffer.remaining() < entry.type().bytes()) {
          sink.accept(buffer.flip());
          buffer.clear();
        }
        if (entry.type() == TensorEntry.Encoding.F32) {
          buffer.putFloat((float) value);
        } else {
          buffer.putDouble(value);
        }
      }
    }
    sink.accept(buffer.flip());
  }

  /** JSON, padded with blanks so that the numbers begin at a multiple of eight bytes. */
  private byte[] header(String checksum) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
      json.writeStartObject();
      json.writeObjectFieldStart(SafeTensors.METADATA);
      for (Map.Entry<String, String> entry : contents.metadata().entrySet()) {
        json.writeStringField(entry.getKey(), entry.getValue());
      }
      json.writeStringField(SafeTensors.CHECKSUM, checksum);
      json.writeEndObject();
      for (TensorEntry entry : entries) {
        write(entry, json);
      }
      json.writeEndObject();
    }
    int padding = Math.floorMod(-bytes.size(), SafeTensors.PREFIX);
    bytes.writeBytes(" ".repeat(padding).getBytes(StandardCharsets.US_ASCII));
    return bytes.toByteArray();
  }

  private static void write(TensorEntry entry, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart(entry.name());
    json.writeStringField("dtype", entry.type().name());
    json.writeArrayFieldStart("shape");
    for (int dim : entry.shape().dims()) {
      json.writeNumber(dim);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("data_offsets");
    json.writeNumber(entry.begin());
    json.writeNumber(entry.end());
    json.writeEndArray();
    json.writeEndObject();
  }
}
