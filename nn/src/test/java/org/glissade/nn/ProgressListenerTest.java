package org.glissade.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressListenerTest {
  private static final TrainingRun RUN = org.mockito.Mockito.mock(TrainingRun.class);
  private static final long SECOND = 1_000_000_000L;

  private final StringWriter out = new StringWriter();
  private long now;
  private final ProgressListener listener =
      new ProgressListener(out, Duration.ofSeconds(2), () -> now);

  @Test
  void writesALineNowAndThenAndAfterEachEpoch() {
    begin(TrainingPosition.START);
    for (int step = 1; step <= 10; step++) {
      now += SECOND;
      listener.stepped(new StepEvent(1, step, step, 1.0 / step, RUN));
    }
    ConfusionMatrix matrix = new ConfusionMatrix(2);
    matrix.add(0, 0);
    matrix.add(1, 0);
    listener.epochEnded(epoch(1, new Evaluation(2, 0.7, Optional.of(matrix), Map.of())));
    now += 3 * SECOND;
    NonFiniteTensor where =
        new NonFiniteTensor("dense-1", "dense-1/weight", 0, Float.NaN, 1, 2, List.of());
    listener.nonFinite(new NonFiniteEvent(2, 1, 11, Double.NaN, where, false));
    listener.nonFinite(new NonFiniteEvent(2, 2, 12, Double.NaN, where, true));
    listener.epochEnded(epoch(2, new Evaluation(2, 0.7, Optional.empty(), Map.of())));
    listener.checkpointWritten(
        new CheckpointEvent(Path.of("run", "a.safetensors"), TrainingPosition.START));
    listener.ended(
        new FitResult(FitResult.Ending.EARLY, new TrainingPosition(2, 0, 20, 0, 0), 0, List.of()));
    Golden.check("progress.txt", out.toString().replace('\\', '/'));
  }

  @Test
  void estimatesFromTheStepsOfThisCallOnly() {
    begin(new TrainingPosition(2, 5, 25, 0, 0));
    now += 3 * SECOND;
    listener.stepped(new StepEvent(3, 6, 26, 0.5, RUN));
    assertTrue(
        out.toString().endsWith("epoch 3/3  step 6/10  loss 0.5000  ETA 0:12\n"), out.toString());
  }

  @Test
  void durationsReadAsOnAClock() {
    assertEquals("0:07", Eta.text(7.4));
    assertEquals("12:34", Eta.text(754));
    assertEquals("1:02:03", Eta.text(3723));
    assertEquals(30, Eta.seconds(10 * SECOND, 5, 15), 1e-9);
  }

  @Test
  void aBrokenOutputIsAnError() {
    Writer broken =
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("disk full");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    UncheckedIOException failure =
        assertThrows(
            UncheckedIOException.class,
            () -> new ProgressListener(broken).started(started(TrainingPosition.START)));
    assertEquals("Progress cannot be written", failure.getMessage());
    assertInstanceOf(IOException.class, failure.getCause());
  }

  private void begin(TrainingPosition from) {
    listener.started(started(from));
  }

  private static RunStarted started(TrainingPosition from) {
    return new RunStarted("cpu: plain loops", "mnist", 1280, 128, 10, 3, from, RUN);
  }

  private static EpochEvent epoch(int number, Evaluation validation) {
    return new EpochEvent(number, 3, 10L * number, 0.25, Optional.of(validation), 10, 128, RUN);
  }
}
