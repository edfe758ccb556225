package org.glissade.bench;

import org.glissade.cpu.CpuBackend;
import org.glissade.data.Dataset;
import org.glissade.mnist.Mnist;
import org.glissade.nn.Trainer;
import org.glissade.nn.TrainerBuilder;
import org.glissade.nn.telemetry.Telemetry;
import org.glissade.transform.ChainReader;

/** W1 under the trainer, in short epochs over one slice of the data after the other. */
final class TelemetrySteps implements TelemetryPairs.Turns {
  private static final int STEPS = 40;
  private static final int EXAMPLES = STEPS * W1.BATCH;

  private final Dataset data = Mnist.load().train();
  private final Trainer trainer;
  private int turns;

  TelemetrySteps(String chain, int threads, TelemetryBenchmark.Level level) {
    TrainerBuilder builder =
        Trainer.of(W1.model(), ChainReader.load().read(chain))
            .backend(new CpuBackend())
            .threads(threads)
            .batch(W1.BATCH);
    if (level == TelemetryBenchmark.Level.MEASURED) {
      builder.norms().measured();
    }
    if (level != TelemetryBenchmark.Level.OFF) {
      builder.listener(new Telemetry());
    }
    trainer = builder.build();
  }

  @Override
  public int turn() {
    int from = turns * EXAMPLES % (data.size() - EXAMPLES + 1) / W1.BATCH * W1.BATCH;
    turns++;
    trainer.epochs(turns);
    trainer.fit(data.slice(from, from + EXAMPLES));
    return STEPS;
  }

  @Override
  public void close() {
    trainer.close();
  }
}
