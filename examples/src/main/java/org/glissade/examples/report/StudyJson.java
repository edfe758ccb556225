package org.glissade.examples.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
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
    return JsonText.of(
        FORMAT,
        study.environment(),
        json -> {
          json.writeStringField("setting", study.setting());
          json.writeArrayFieldStart("chains");
          for (StudyCell cell : study.cells()) {
            cell(json, study, cell);
          }
          json.writeEndArray();
        });
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
