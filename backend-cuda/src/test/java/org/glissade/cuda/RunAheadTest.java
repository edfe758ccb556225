package org.glissade.cuda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.atMost;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.glissade.backend.Backend;
import org.glissade.cuda.driver.BytedecoCuda;
import org.glissade.cuda.driver.Driver;
import org.glissade.data.Dataset;
import org.glissade.data.Field;
import org.glissade.mnist.Mnist;
import org.glissade.nn.Dense;
import org.glissade.nn.Dropout;
import org.glissade.nn.Flatten;
import org.glissade.nn.Model;
import org.glissade.nn.NonFiniteGradientException;
import org.glissade.nn.Relu;
import org.glissade.nn.Sequential;
import org.glissade.nn.SoftmaxCrossEntropy;
import org.glissade.nn.StepEvent;
import org.glissade.nn.Trainer;
import org.glissade.nn.TrainerBuilder;
import org.glissade.nn.TrainingListener;
import org.glissade.nn.telemetry.Telemetry;
import org.glissade.random.Seed;
import org.glissade.random.Shuffle;
import org.glissade.transform.ChainReader;
import org.junit.jupiter.api.Test;

/** A trainer does not wait for the device where nobody needs it to. */
class RunAheadTest {
  private static final int STEPS = 20;
  private static final int BATCH = 32;
  private static final int BAD = 11;
  private static final Dataset DATA = Mnist.load().train().slice(0, STEPS * BATCH);
  private static final String RULE = "clip-by-norm(1.0, extent=unit) | adam(0.01)";

  private static TrainerBuilder trainer(Backend backend, String rule) {
    Model model =
        new Model(
            Sequential.of(
                new Flatten(), new Dense(12), new Relu(), new Dropout(0.2), new Dense(10)),
            DATA.features().example(),
            new SoftmaxCrossEntropy(),
            1 / 255.0);
    return Trainer.of(model, ChainReader.load().read(rule))
        .backend(backend)
        .seed(5)
        .batch(BATCH)
        .norms();
  }

  /** Losses and norms of all steps. */
  private static class Numbers implements TrainingListener {
    private final List<String> all = new ArrayList<>();

    @Override
    public void stepped(StepEvent event) {
      all.add(event.step() + " " + event.loss());
      for (double norm : event.run().norms()) {
        all.add(Double.toString(norm));
      }
    }
  }

  /** The same, whenever they are told. */
  private static class Late extends Numbers {
    @Override
    public long due(long step) {
      return Long.MAX_VALUE;
    }
  }

  private static void same(SortedMap<String, double[]> expected, Trainer actual) {
    SortedMap<String, double[]> own = actual.store().snapshot();
    expected.forEach((key, values) -> assertArrayEquals(values, own.get(key), key));
  }

  @Test
  void aTrainingHasTheBitsOfOneThatWaits() {
    Numbers each = new Numbers();
    Numbers late = new Late();
    Telemetry seen = new Telemetry();
    Telemetry seenLate = new Telemetry();
    try (Trainer waiting =
            trainer(FakeCuda.backend(), RULE).epochs(2).listener(each).listener(seen).build();
        Trainer ahead =
            trainer(FakeCuda.backend(), RULE).epochs(2).listener(late).listener(seenLate).build()) {
      assertEquals(
          waiting.fit(DATA).epochs().get(1).loss(), ahead.fit(DATA).epochs().get(1).loss());
      same(waiting.store().snapshot(), ahead);
    }
    assertEquals(each.all, late.all);
    assertEquals(seen.links(), seenLate.links());
    assertEquals(2 * STEPS, seenLate.steps());
  }

  /** Of twenty steps sixteen are under way when the first is told, by one launch for each eight. */
  @Test
  void twentyStepsAreWaitedForTwice() {
    FakeCuda.build();
    Driver driver = mock(Driver.class, delegatesTo(new BytedecoCuda().open()));
    TrainingListener watch =
        new Late() {
          @Override
          public void stepped(StepEvent event) {
            if (event.step() == 1) {
              verify(driver, times(2)).launchGraph(anyLong());
              clearInvocations(driver);
            } else if (event.step() == 8) {
              verifyNoMoreInteractions(driver);
            } else if (event.step() == STEPS) {
              verify(driver, times(4)).launchGraph(anyLong());
              verify(driver, atMost(1)).synchronize();
            }
          }
        };
    try (Trainer trainer = trainer(FakeCuda.on(driver), RULE).listener(watch).build()) {
      assertEquals(STEPS, trainer.fit(DATA).position().step());
    }
  }

  /** A batch of an epoch whose loss is not finite. */
  private static Dataset poisoned() {
    float[] pixels = new float[DATA.size() * 784];
    byte[] bytes = (byte[]) DATA.features().array();
    int[] order = new int[DATA.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = bytes[i] & 0xff;
    }
    Shuffle.permutation(Seed.of(5).stream("shuffle"), 0, order);
    pixels[784 * order[(BAD - 1) * BATCH]] = Float.NaN;
    Field features = Field.f32(DATA.features().example(), pixels);
    return new Dataset() {
      @Override
      public String name() {
        return "poisoned";
      }

      @Override
      public Field features() {
        return features;
      }

      @Override
      public Field targets() {
        return DATA.targets();
      }

      @Override
      public int classes() {
        return 10;
      }
    };
  }

  @Test
  void aStopIsThatOfATrainingThatWaits() {
    Dataset data = poisoned();
    try (Trainer waiting = trainer(FakeCuda.backend(), RULE).listener(new Numbers()).build();
        Trainer ahead = trainer(FakeCuda.backend(), RULE).build()) {
      String message = stopped(waiting, data);
      assertEquals(message, stopped(ahead, data));
      assertEquals(BAD, ahead.position().step());
      assertEquals(waiting.position(), ahead.position());
      same(waiting.store().snapshot(), ahead);
      waiting.clearStop();
      ahead.clearStop();
      waiting.fit(data);
      ahead.fit(data);
      assertEquals(STEPS, ahead.position().step());
      same(waiting.store().snapshot(), ahead);
    }
  }

  private static String stopped(Trainer trainer, Dataset data) {
    return String.valueOf(
        assertThrows(NonFiniteGradientException.class, () -> trainer.fit(data)).getMessage());
  }

  @Test
  void skippedStepsAndWaysBackAreThoseOfATrainingThatWaits() {
    Dataset data = poisoned();
    for (String policy :
        List.of("non-finite(skip-step)", "non-finite(rollback, every=4, factor=1)")) {
      String rule = policy + " | " + RULE;
      try (Trainer waiting = trainer(FakeCuda.backend(), rule).listener(new Numbers()).build();
          Trainer ahead = trainer(FakeCuda.backend(), rule).build()) {
        assertEquals(1, waiting.fit(data).skipped(), policy);
        assertEquals(1, ahead.fit(data).skipped(), policy);
        same(waiting.store().snapshot(), ahead);
      }
    }
  }
}
