package org.glissade.nn.checkpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.glissade.tensor.Shape;
import org.jspecify.annotations.Nullable;

/** Reads the JSON header of a safetensors file and refuses all that the format does not allow. */
final class HeaderReader {
  private final Path file;
  private final JsonParser json;
  private final SortedMap<String, String> metadata = new TreeMap<>();
  private final List<TensorEntry> entries = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  private HeaderReader(Path file, JsonParser json) {
    this.file = file;
    this.json = json;
  }

  /** What a header says. */
  record Header(SortedMap<String, String> metadata, List<TensorEntry> entries) {}

  static Header read(Path file, byte[] header) throws IOException {
    try (JsonParser json = new JsonFactory().createParser(header)) {
      HeaderReader reader = new HeaderReader(file, json);
      try {
        reader.read();
      } catch (JsonParseException mistake) {
        throw new CheckpointException(
            file, reader.offset(), "text that is no JSON", "a JSON header", mistake);
      }
      return new Header(reader.metadata, reader.entries);
    }
  }

  private void read() throws IOException {
    expect(json.nextToken(), JsonToken.START_OBJECT, "a JSON object");
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      expect(json.nextToken(), JsonToken.START_OBJECT, "an object for " + name);
      if (!names.add(name)) {
        throw wrong(name + " twice", "each name once");
      }
      if (name.equals(SafeTensors.METADATA)) {
        readMetadata();
      } else {
        readEntry(name);
      }
    }
    if (json.nextToken() != null) {
      throw wrong("more than one JSON object", "blanks to the end of the header");
    }
  }

  private void readMetadata() throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      expect(json.nextToken(), JsonToken.VALUE_STRING, "a text for " + name);
      metadata.put(name, json.getText());
    }
  }

  private void readEntry(String name) throws IOException {
    TensorEntry.Encoding type = null;
    List<Long> dims = null;
    List<Long> offsets = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "dtype" -> type = type(name);
        case "shape" -> dims = numbers("the shape of " + name);
        case "data_offsets" -> offsets = numbers("the offsets of " + name);
        default -> throw wrong("field " + field + " of " + name, "dtype, shape, data_offsets");
      }
    }
    if (type == null || dims == null || offsets == null || offsets.size() != 2) {
      throw wrong(name + " without all of its fields", "dtype, shape and two data_offsets");
    }
    add(new TensorEntry(name, type, shape(name, dims), offsets.get(0)), offsets.get(1));
  }

  private void add(TensorEntry entry, long end) {
    if (entry.end() != end) {
      throw wrong(
          "%s %s of shape %s in bytes %d to %d"
              .formatted(entry.name(), entry.type(), entry.shape(), entry.begin(), end),
          (entry.end() - entry.begin()) + " bytes");
    }
    entries.add(entry);
  }

  private TensorEntry.Encoding type(String name) throws IOException {
    String text = json.getText();
    Optional<TensorEntry.Encoding> type =
        Stream.of(TensorEntry.Encoding.values()).filter(t -> t.name().equals(text)).findFirst();
    return type.orElseThrow(() -> wrong("dtype " + text + " of " + name, "F32 or F64"));
  }

  private List<Long> numbers(String what) throws IOException {
    expect(json.currentToken(), JsonToken.START_ARRAY, "a list for " + what);
    List<Long> numbers = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      expect(json.currentToken(), JsonToken.VALUE_NUMBER_INT, "integers for " + what);
      numbers.add(json.getLongValue());
    }
    return numbers;
  }

  private Shape shape(String name, List<Long> dims) {
    try {
      return new Shape(dims.stream().map(Math::toIntExact).toList());
    } catch (IllegalArgumentException | ArithmeticException mistake) {
      throw wrong(
          "shape " + dims + " of " + name, "axes of at least 1, at most 2147483647 numbers");
    }
  }

  private void expect(@Nullable JsonToken found, JsonToken wanted, String what) throws IOException {
    if (found != wanted) {
      throw wrong(found == null ? "the end" : "'" + json.getText() + "'", what);
    }
  }

  private CheckpointException wrong(String found, String expected) {
    return new CheckpointException(file, offset(), found, expected);
  }

  private long offset() {
    return SafeTensors.PREFIX + json.currentLocation().getByteOffset();
  }
}
