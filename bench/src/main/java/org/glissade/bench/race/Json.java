package org.glissade.bench.race;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.OptionalDouble;

/** The report for programs, every value included; what is absent is {@code null}. */
final class Json {
  private static final String FORMAT = "glissade-race/1";

  private Json() {}

  /** The whole report, ended by a line feed. */
  static String of(Report report) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
      json.writeStartObject();
      json.writeStringField("format", FORMAT);
      json.writeObjectFieldStart("environment");
      for (Map.Entry<String, String> fact : report.environment().entrySet()) {
        json.writeStringField(fact.getKey(), fact.getValue());
      }
      json.writeEndObject();
      json.writeArrayFieldStart("events");
      for (Section section : report.sections()) {
        section(json, section);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing JSON to memory", e);
    }
    return text.append('\n').toString();
  }

  private static void section(JsonGenerator json, Section section) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", section.id());
    json.writeStringField("title", section.title());
    json.writeStringField("unit", section.unit());
    json.writeArrayFieldStart("rows");
    for (Row row : section.rows()) {
      row(json, row);
    }
    json.writeEndArray();
    json.writeFieldName("notes");
    String[] notes = section.notes().toArray(String[]::new);
    json.writeArray(notes, 0, notes.length);
    json.writeEndObject();
  }

  private static void row(JsonGenerator json, Row row) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", row.name());
    json.writeStringField("setup", row.setup());
    json.writeBooleanField("ours", row.ours());
    number(json, "median", row.sample().stream().mapToDouble(Sample::median).findFirst());
    json.writeFieldName("values");
    double[] values =
        row.sample().stream()
            .flatMap(sample -> sample.values().stream())
            .mapToDouble(Double::doubleValue)
            .toArray();
    json.writeArray(values, 0, values.length);
    number(json, "ratioToBestRival", row.ratio());
    number(json, "share", row.share());
    number(json, "accuracy", row.accuracy());
    json.writeStringField("remark", row.remark());
    json.writeEndObject();
  }

  private static void number(JsonGenerator json, String name, OptionalDouble value)
      throws IOException {
    if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
      json.writeNumberField(name, value.getAsDouble());
    } else {
      json.writeNullField(name);
    }
  }
}
