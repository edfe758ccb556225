package org.glissade.examples.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.glissade.nn.telemetry.LayerFinding;

/**
 * The results as JSON for programs: fields in a fixed order, shares in 0..1, times in seconds, what
 * is absent {@code null}, and numbers that JSON lacks as the strings {@code "NaN"}, {@code
 * "Infinity"} and {@code "-Infinity"}.
 */
public final class ResultsJson {
  private static final String FORMAT = "glissade-results/1";

  private ResultsJson() {}

  /**
   * Writes {@code file} whole, in UTF-8.
   *
   * @throws org.glissade.nn.OutputException if it cannot be written
   */
  public static void write(Results results, Path file) {
    OutputFolder.replace(file, of(results).getBytes(StandardCharsets.UTF_8));
  }

  /** The JSON text, ended by a line feed. */
  static String of(Results results) {
    return JsonText.of(
        FORMAT,
        results.environment(),
        json -> {
          json.writeArrayFieldStart("runs");
          for (RunResult run : results.runs()) {
            run(json, run);
          }
          json.writeEndArray();
        });
  }

  private static void run(JsonGenerator json, RunResult run) throws IOException {
    json.writeStartObject();
    json.writeStringField("group", run.group());
    json.writeStringField("name", run.name());
    json.writeStringField("transform", run.transform());
    settings(json, run.settings());
    json.writeNumberField("loss", run.finalLoss());
    json.writeNumberField("testAccuracy", run.finalAccuracy());
    json.writeNumberField("largestGradientNorm", run.largestGradientNorm());
    json.writeNumberField("actedShare", run.actedShare());
    trouble(json, run);
    if (run.stopped().isPresent()) {
      json.writeStringField("stopped", run.stopped().get());
    } else {
      json.writeNullField("stopped");
    }
    json.writeNumberField("seconds", run.seconds());
    new LinksJson(json).write(run.links());
    epochs(json, run.epochs());
    json.writeObjectFieldStart("curves");
    json.writeFieldName("loss");
    curve(json, run.loss());
    json.writeObjectFieldStart("gradientNorms");
    for (LayerCurve layer : run.gradientNorms()) {
      json.writeFieldName(layer.layer());
      curve(json, layer.norms());
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void settings(JsonGenerator json, RunSettings settings) throws IOException {
    json.writeObjectFieldStart("settings");
    json.writeStringField("initialiser", settings.initialiser());
    json.writeStringField("scale", settings.scale());
    json.writeNumberField("batchSize", settings.batchSize());
    json.writeNumberField("epochs", settings.epochs());
    json.writeFieldName("layers");
    int[] layers = settings.layers().stream().mapToInt(Integer::intValue).toArray();
    json.writeArray(layers, 0, layers.length);
    json.writeEndObject();
  }

  private static void trouble(JsonGenerator json, RunResult run) throws IOException {
    if (run.explosion().isPresent()) {
      LayerFinding explosion = run.explosion().get();
      json.writeObjectFieldStart("exploded");
      json.writeNumberField("step", explosion.step());
      json.writeStringField("layer", explosion.layer());
      json.writeNumberField("growth", explosion.ratio());
      json.writeEndObject();
    } else {
      json.writeNullField("exploded");
    }
    if (run.vanished().isPresent()) {
      LayerFinding vanished = run.vanished().get();
      json.writeObjectFieldStart("vanished");
      json.writeNumberField("step", vanished.step());
      json.writeStringField("layer", vanished.layer());
      json.writeNumberField("ratio", vanished.ratio());
      json.writeEndObject();
    } else {
      json.writeNullField("vanished");
    }
    if (run.death().isPresent()) {
      json.writeObjectFieldStart("died");
      json.writeStringField("layer", run.death().get().layer());
      json.writeNumberField("zeroShare", run.death().get().zeroShare());
      json.writeEndObject();
    } else {
      json.writeNullField("died");
    }
  }

  private static void epochs(JsonGenerator json, List<EpochPoint> epochs) throws IOException {
    json.writeArrayFieldStart("epochs");
    for (EpochPoint epoch : epochs) {
      json.writeStartObject();
      json.writeNumberField("epoch", epoch.epoch());
      json.writeNumberField("trainLoss", epoch.trainLoss());
      json.writeNumberField("testAccuracy", epoch.testAccuracy());
      json.writeNumberField("seconds", epoch.seconds());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void curve(JsonGenerator json, Curve curve) throws IOException {
    long[] steps = curve.points().stream().mapToLong(Curve.Point::step).toArray();
    double[] values = curve.points().stream().mapToDouble(Curve.Point::value).toArray();
    json.writeStartObject();
    json.writeFieldName("steps");
    json.writeArray(steps, 0, steps.length);
    json.writeFieldName("values");
    json.writeArray(values, 0, values.length);
    json.writeEndObject();
  }
}
