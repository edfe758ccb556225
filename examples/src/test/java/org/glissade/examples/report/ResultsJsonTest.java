package org.glissade.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.glissade.nn.telemetry.LayerFinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsJsonTest {
  private static Results results() {
    RunSettings settings = new RunSettings("he weights", "pixels/255", 128, 2, List.of(784, 10));
    Curve curve =
        new Curve(
            List.of(
                new Curve.Point(0, 2.3),
                new Curve.Point(1, Double.POSITIVE_INFINITY),
                new Curve.Point(2, Double.NaN),
                new Curve.Point(3, Double.NEGATIVE_INFINITY)));
    RunResult exploded =
        new RunResult(
            "A \"quoted\" group",
            "none",
            "adam",
            settings,
            List.of(new EpochPoint(1, Double.NaN, 0.098, 3.9)),
            curve,
            List.of(new LayerCurve("dense-1", curve)),
            Double.POSITIVE_INFINITY,
            Double.NaN,
            Optional.of(SampleResults.explosion(1, "dense-1", Double.POSITIVE_INFINITY)),
            Optional.of(new Death("dense-1", 0.998)),
            Optional.of("the gradient of dense-1 is not finite"),
            4.1,
            SampleResults.links(),
            Optional.of(new LayerFinding(7, "dense-1", 1e-9, 5e-7)));
    return new Results(
        SampleResults.environment(),
        List.of(exploded, SampleResults.plain("Another", "clip", 0.97, 0.95)));
  }

  @Test
  void fieldsComeInAFixedOrderAndNothingIsLost(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("results.json");
    ResultsJson.write(results(), file);
    assertEquals(Golden.text("results.json"), Files.readString(file));
  }
}
