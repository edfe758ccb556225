package org.glissade.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.SortedMap;
import org.glissade.cpu.CpuBackend;
import org.glissade.data.Dataset;
import org.glissade.data.Field;
import org.glissade.nn.Dense;
import org.glissade.nn.Model;
import org.glissade.nn.RunState;
import org.glissade.nn.Sequential;
import org.glissade.nn.SoftmaxCrossEntropy;
import org.glissade.nn.StepEvent;
import org.glissade.nn.Tanh;
import org.glissade.nn.Trainer;
import org.glissade.nn.TrainingListener;
import org.glissade.nn.TrainingPosition;
import org.glissade.random.Seed;
import org.glissade.random.Shuffle;
import org.glissade.tensor.Shape;
import org.glissade.transform.ChainReader;
import org.glissade.transform.NonFinite;
import org.junit.jupiter.api.Test;

/**
 * In float, with moments and a schedule: a run whose 500th batch is NaN and skipped ends with the
 * bits of a run without that batch.
 */
class PoisonOnCpuTest {
  private static final int BATCH = 4;
  private static final int BATCHES = 600;
  private static final int BAD = 500;
  private static final long SEED = 3;

  /** A data set that nobody has checked. */
  private record Points(String name, Field features, Field targets) implements Dataset {
    @Override
    public int classes() {
      return 4;
    }
  }

  /** Points by quadrant; if asked for, one of the bad batch is NaN. */
  private static Dataset data(boolean poisoned) {
    Random random = new Random(1);
    float[] points = new float[2 * BATCH * BATCHES];
    byte[] labels = new byte[BATCH * BATCHES];
    for (int i = 0; i < labels.length; i++) {
      float x = (float) random.nextGaussian();
      float y = (float) random.nextGaussian();
      points[2 * i] = x;
      points[2 * i + 1] = y;
      labels[i] = (byte) ((x < 0 ? 0 : 1) + (y < 0 ? 0 : 2));
    }
    int[] order = new int[labels.length];
    Shuffle.permutation(Seed.of(SEED).stream("shuffle"), 0, order);
    if (poisoned) {
      points[2 * order[(BAD - 1) * BATCH + 1]] = Float.NaN;
    }
    return new Points("train", Field.f32(Shape.of(2), points), Field.u8(Shape.of(), labels));
  }

  private static Trainer trainer(String chain, TrainingListener listener) {
    Model model =
        new Model(
            Sequential.of(new Dense(8), new Tanh(), new Dense(4)),
            Shape.of(2),
            new SoftmaxCrossEntropy());
    return Trainer.of(model, ChainReader.load().read("non-finite(skip-step) | " + chain))
        .backend(new CpuBackend())
        .seed(SEED)
        .batch(BATCH)
        .listener(listener)
        .build();
  }

  @Test
  void aSkippedBatchIsAsIfItHadNotBeen() {
    check("clip-by-norm(1, extent=layer) | adamw(cosine(0.01, warmup=50, total=600))");
    check("ema-weights(0.9) | auto-clip(50, extent=global, window=20) | sgd(0.1, momentum=0.9)");
  }

  private static void check(String chain) {
    SortedMap<String, double[]> poisoned;
    try (Trainer trainer = trainer(chain, new TrainingListener() {})) {
      assertEquals(1, trainer.fit(data(true)).skipped());
      poisoned = trainer.store().snapshot();
    }
    Trainer[] self = new Trainer[1];
    TrainingListener ending =
        new TrainingListener() {
          @Override
          public void stepped(StepEvent event) {
            if (event.step() == BAD - 1) {
              self[0].stop();
            }
          }
        };
    try (Trainer clean = trainer(chain, ending)) {
      self[0] = clean;
      Dataset data = data(false);
      clean.fit(data);
      clean.resume(behindTheBadBatch(clean.state()));
      assertEquals(0, clean.fit(data).skipped());
      SortedMap<String, double[]> without = clean.store().snapshot();
      without.put(NonFinite.SKIPPED, new double[] {1});
      assertEquals(without.keySet(), poisoned.keySet());
      without.forEach(
          (key, values) -> assertArrayEquals(values, poisoned.get(key), chain + ": " + key));
    }
  }

  private static RunState behindTheBadBatch(RunState state) {
    TrainingPosition at = state.position();
    assertEquals(BAD - 1, at.batch());
    TrainingPosition next =
        new TrainingPosition(
            at.epoch(), at.batch() + 1, at.step() + 1, at.lossSum(), at.lossCount());
    return new RunState(state.identity(), next, state.patience(), state.tensors());
  }
}
