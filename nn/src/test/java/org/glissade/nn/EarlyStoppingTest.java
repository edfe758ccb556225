package org.glissade.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.glissade.backend.Store;
import org.glissade.data.Dataset;
import org.glissade.tensor.Variable;
import org.junit.jupiter.api.Test;

class EarlyStoppingTest {
  private static final Dataset TRAIN = Tiny.quadrants("train", 40, 1);
  private static final Dataset TEST = Tiny.quadrants("test", 40, 2);

  @Test
  void waitsAsLongAsItIsToldAndForgetsAfterAFall() {
    Patience patience = new Patience(new EarlyStopping(2, 0.1, false), mock(Store.class));
    assertFalse(patience.endsAfter(1.0));
    assertFalse(patience.endsAfter(0.95), "a fall by less than 0.1 is none");
    assertFalse(patience.endsAfter(0.85), "a fall");
    assertFalse(patience.endsAfter(0.9));
    assertTrue(patience.endsAfter(0.8), "second epoch in a row");
  }

  @Test
  void nanIsNoFall() {
    Patience patience = new Patience(EarlyStopping.patience(1), mock(Store.class));
    assertTrue(patience.endsAfter(Double.NaN));
  }

  @Test
  void restoresTheBestOnlyIfAsked() {
    Store store = mock(Store.class);
    TreeMap<String, double[]> best = new TreeMap<>(Map.of("parameters", new double[] {1}));
    when(store.snapshot()).thenReturn(best);
    Patience patience = new Patience(EarlyStopping.patience(1), store);
    patience.endsAfter(1);
    patience.endsAfter(2);
    patience.end();
    verify(store).restore(best);

    Store other = mock(Store.class);
    Patience careless = new Patience(new EarlyStopping(1, 0, false), other);
    careless.endsAfter(1);
    careless.end();
    verify(other, never()).restore(org.mockito.ArgumentMatchers.any());
  }

  @Test
  void endsTheTrainingAndLeavesTheBestEpochBehind() {
    List<double[]> parameters = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void epochEnded(EpochEvent event) {
            parameters.add(event.run().state().tensor("parameters:dense-1/weight").values());
          }
        };
    try (Trainer trainer =
        Trainer.of(Tiny.model(), new Tiny.Momentum(2, 0.9))
            .backend(new org.glissade.reference.ReferenceBackend())
            .seed(5)
            .batch(16)
            .epochs(100)
            .listener(listener)
            .earlyStopping(EarlyStopping.patience(3))
            .build()) {
      FitResult result = trainer.fit(TRAIN, TEST);
      assertEquals(FitResult.Ending.EARLY, result.ending());
      List<EpochEvent> epochs = result.epochs();
      assertTrue(epochs.size() < 100, "epochs " + epochs.size());
      EpochEvent best = epochs.stream().min(Comparator.comparingDouble(this::loss)).orElseThrow();
      assertEquals(epochs.size() - 3, best.epoch());
      assertEquals(loss(best), trainer.evaluate(TEST).loss(), 1e-12);
      assertArrayEquals(
          parameters.get(best.epoch() - 1),
          trainer.state().tensor("parameters:dense-1/weight").values());
      assertEquals(
          trainer.store().layout().size(), trainer.store().read(Variable.PARAMETERS).length);
    }
  }

  private double loss(EpochEvent epoch) {
    return epoch.validation().orElseThrow().loss();
  }

  @Test
  void needsValidationData() {
    try (Trainer trainer =
        Tiny.trainer(Tiny.model()).earlyStopping(EarlyStopping.patience(1)).build()) {
      assertEquals(
          "Early stopping watches the validation loss: call fit with validation data too",
          assertThrows(IllegalArgumentException.class, () -> trainer.fit(TRAIN)).getMessage());
    }
  }

  @Test
  void argumentsAreChecked() {
    assertEquals(
        "patience must be at least 1, but was 0",
        assertThrows(IllegalArgumentException.class, () -> EarlyStopping.patience(0)).getMessage());
    assertEquals(
        "minDelta must be at least 0, but was NaN",
        assertThrows(IllegalArgumentException.class, () -> new EarlyStopping(1, Double.NaN, true))
            .getMessage());
  }
}
