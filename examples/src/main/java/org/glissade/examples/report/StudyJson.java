package org.glissade.examples.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A study as JSON, by the conventions of {@link ResultsJson}. */
public final class StudyJson {
  private static final String FORMAT = "glissade-study/1";

  private StudyJson() {}

  /**
   * Writes {@code file} whole, in UTF-8.
   *
   * @throws org.glissade.nn.OutputException if it cannot be written
   */
  public static void write(StudyResults study, Path file) {
    OutputFolder.replace(file, of(study).getBytes(StandardCharsets.UTF_8));
  }

  /** The JSON text, ended by a line feed. */
  static String of(StudyResults study) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
      json.writeStartObject();
      json.writeStringField("format", FORMAT);
      ResultsJson.environment(json, study.environment());
      json.writeStringField("setting", study.setting());
      json.writeArrayFieldStart("chains");
      for (StudyCell cell : study.cells()) {
        cell(json, study, cell);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing JSON to memory", e);
    }
    return text.append('\n').toString();
  }

  private static void cell(JsonGenerator json, StudyResults study, StudyCell cell)
      throws IOException {
    Sample gain = study.gain(cell);
    json.writeStartObject();
    json.writeStringField("chain", cell.chain());
    json.writeNumberField("testAccuracy", cell.accuracy().mean());
    json.writeNumberField("halfWidth", cell.accuracy().halfWidth());
    json.writeNumberField("gain", gain.mean());
    json.writeNumberField("gainHalfWidth", gain.halfWidth());
    json.writeNumberField("p", gain.probabilityOfZero());
    json.writeNumberField("pByRanks", gain.rankProbabilityOfZero());
    json.writeNumberField("diverged", cell.divergence());
    json.writeNumberField("secondsPerStep", cell.secondsPerStep());
    json.writeArrayFieldStart("runs");
    for (StudyRun run : cell.runs()) {
      json.writeStartObject();
      json.writeNumberField("seed", run.seed());
      json.writeNumberField("testAccuracy", run.accuracy());
      json.writeBooleanField("diverged", run.diverged());
      json.writeNumberField("secondsPerStep", run.secondsPerStep());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
