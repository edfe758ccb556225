package org.glissade.examples.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** What the JSON files have in common: an object that begins with its format and surroundings. */
final class JsonText {
  private JsonText() {}

  /** Fields of the object. */
  interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  /** The JSON text, ended by a line feed. */
  static String of(String format, Environment environment, Fields fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
      json.writeStartObject();
      json.writeStringField("format", format);
      environment(json, environment);
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing JSON to memory", e);
    }
    return text.append('\n').toString();
  }

  private static void environment(JsonGenerator json, Environment environment) throws IOException {
    json.writeObjectFieldStart("environment");
    json.writeStringField("glissade", environment.glissadeVersion());
    json.writeStringField("java", environment.javaVersion());
    json.writeStringField("machine", environment.machine());
    json.writeStringField("backend", environment.backend());
    json.writeStringField("dataSet", environment.dataSet());
    json.writeNumberField("classes", environment.classes());
    json.writeNumberField("seed", environment.seed());
    json.writeStringField("startedAt", environment.startedAt().toString());
    json.writeNumberField("seconds", environment.seconds());
    json.writeEndObject();
  }
}
