package org.glissade.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.glissade.data.ArrayDataset;
import org.glissade.data.Dataset;
import org.glissade.data.Field;
import org.glissade.tensor.Shape;
import org.glissade.tensor.ShapeException;
import org.glissade.tensor.Variable;
import org.junit.jupiter.api.Test;

class TrainerTest {
  private static final Dataset TRAIN = Tiny.quadrants("train", 100, 1);
  private static final Dataset TEST = Tiny.quadrants("test", 50, 2);

  private static double[] parameters(Trainer trainer) {
    return trainer.store().read(Variable.PARAMETERS);
  }

  @Test
  void learns() {
    try (Trainer trainer = Tiny.trainer(Tiny.model()).epochs(30).build()) {
      double before = trainer.evaluate(TEST).accuracy();
      FitResult result = trainer.fit(TRAIN, TEST);
      assertEquals(FitResult.Ending.FINISHED, result.ending());
      assertEquals(30, result.epochs().size());
      double after = result.epochs().get(29).validation().orElseThrow().accuracy();
      assertTrue(before < 0.6, "accuracy before " + before);
      assertTrue(after > 0.85, "accuracy after " + after);
      assertTrue(after <= 1, "accuracy after " + after);
      assertTrue(result.epochs().get(29).loss() < result.epochs().get(0).loss());
    }
  }

  @Test
  void everyExampleIsSeenOnceInAnEpochAndTheTailIsTrainedOnToo() {
    List<StepEvent> steps = new ArrayList<>();
    try (Trainer trainer = Tiny.trainer(Tiny.model()).epochs(2).listener(each(steps)).build()) {
      FitResult result = trainer.fit(TRAIN);
      assertEquals(new TrainingPosition(2, 0, 14, 0, 0), result.position());
      assertEquals(14, steps.size());
      assertEquals(
          List.of(1, 2, 3, 4, 5, 6, 7), steps.stream().limit(7).map(StepEvent::batch).toList());
      assertEquals(2, steps.get(7).epoch());
      assertEquals(8, steps.get(7).step());
      double weighted = 0;
      for (StepEvent step : steps.subList(0, 7)) {
        weighted += step.loss() * (step.batch() == 7 ? 4 : 16);
      }
      assertEquals(weighted / 100, result.epochs().get(0).loss(), 1e-12);
      assertEquals(14, trainer.store().read("count")[0]);
    }
  }

  @Test
  void fewerExamplesThanABatchAreOneStep() {
    try (Trainer trainer = Tiny.trainer(Tiny.model()).batch(64).epochs(2).build()) {
      FitResult result = trainer.fit(Tiny.quadrants("few", 20, 3));
      assertEquals(new TrainingPosition(2, 0, 2, 0, 0), result.position());
    }
  }

  @Test
  void nothingIsPlannedAfterTheFirstEpoch() {
    Model model = Tiny.model();
    try (Trainer trainer = Tiny.trainer(model).epochs(1).build()) {
      trainer.fit(TRAIN, TEST);
      trainer.predict(TEST.features());
      int plans = model.plansMade();
      assertEquals(5, plans, "train 16, train 4, evaluate, predict bytes, predict floats");
      trainer.epochs(3);
      trainer.fit(TRAIN, TEST);
      trainer.evaluate(TRAIN);
      trainer.predict(TRAIN.features());
      trainer.predict(new float[] {1, 2});
      assertEquals(plans, model.plansMade());
    }
  }

  @Test
  void equalSeedsGiveEqualRunsAndOthersOthers() {
    double[] first = trained(5);
    assertArrayEquals(first, trained(5));
    assertFalse(Arrays.equals(first, trained(6)));
  }

  private static double[] trained(long seed) {
    try (Trainer trainer = Tiny.trainer(Tiny.model()).seed(seed).build()) {
      trainer.fit(TRAIN);
      return parameters(trainer);
    }
  }

  @Test
  void stopEndsBetweenStepsAndFitGoesOn() {
    List<StepEvent> steps = new ArrayList<>();
    Trainer[] holder = new Trainer[1];
    TrainingListener stopper =
        new TrainingListener() {
          @Override
          public void stepped(StepEvent event) {
            steps.add(event);
            if (event.step() == 10) {
              holder[0].stop();
            }
          }
        };
    try (Trainer trainer = Tiny.trainer(Tiny.model()).listener(stopper).build()) {
      holder[0] = trainer;
      FitResult result = trainer.fit(TRAIN);
      assertEquals(FitResult.Ending.STOPPED, result.ending());
      assertEquals(1, result.position().epoch());
      assertEquals(3, result.position().batch());
      assertEquals(FitResult.Ending.FINISHED, trainer.fit(TRAIN).ending());
      assertEquals(21, steps.size());
      assertArrayEquals(trained(5), parameters(trainer), "as if it had never stopped");
    }
  }

  @Test
  void aStopBeforeFitEndsTheNextOne() {
    try (Trainer trainer = Tiny.trainer(Tiny.model()).build()) {
      trainer.stop();
      assertEquals(0, trainer.fit(TRAIN).position().step());
      assertEquals(21, trainer.fit(TRAIN).position().step());
    }
  }

  @Test
  void anInterruptEndsBetweenStepsAndStaysSet() {
    try (Trainer trainer = Tiny.trainer(Tiny.model()).build()) {
      Thread.currentThread().interrupt();
      assertEquals(FitResult.Ending.INTERRUPTED, trainer.fit(TRAIN).ending());
      assertTrue(Thread.interrupted());
      assertEquals(FitResult.Ending.FINISHED, trainer.fit(TRAIN).ending());
    }
  }

  @Test
  void otherDataBeginTheirEpochAnew() {
    Trainer[] holder = new Trainer[1];
    TrainingListener stopper =
        new TrainingListener() {
          @Override
          public void stepped(StepEvent event) {
            holder[0].stop();
          }
        };
    try (Trainer trainer = Tiny.trainer(Tiny.model()).listener(stopper).build()) {
      holder[0] = trainer;
      trainer.fit(TRAIN);
      assertEquals(1, trainer.position().batch());
      trainer.stop();
      trainer.fit(Tiny.quadrants("other", 20, 9));
      assertEquals(new TrainingPosition(0, 0, 1, 0, 0), trainer.position());
    }
  }

  @Test
  void predictsAnyNumberOfExamples() {
    try (Trainer trainer = Tiny.trainer(Tiny.model()).epochs(2).build()) {
      trainer.fit(TRAIN);
      float[][] all = trainer.predict(TEST.features());
      assertEquals(50, all.length);
      assertEquals(4, all[0].length);
      float[] row = {(float) TEST.features().value(33, 0), (float) TEST.features().value(33, 1)};
      assertArrayEquals(all[33], trainer.predict(row)[0]);
      assertEquals(0, trainer.predict().length);
      float[][] seventeen = trainer.predict(TEST.features().slice(17, 34));
      for (int i = 0; i < 17; i++) {
        assertArrayEquals(all[17 + i], seventeen[i]);
      }
    }
  }

  @Test
  void predictRefusesOtherShapes() {
    try (Trainer trainer = Tiny.trainer(Tiny.model()).build()) {
      assertEquals(
          "The model takes examples of shape [2], 2 numbers, but example 1 has 3",
          assertThrows(
                  ShapeException.class,
                  () -> trainer.predict(new float[] {1, 2}, new float[] {1, 2, 3}))
              .getMessage());
      Field wide = Field.f32(Shape.of(3), new float[3]);
      assertEquals(
          "The model takes examples of shape [2], but was asked to predict for [3]",
          assertThrows(ShapeException.class, () -> trainer.predict(wide)).getMessage());
    }
  }

  @Test
  void evaluationCountsClassesLossAndZeros() {
    // One dense layer with weights 1 and a relu: outputs are max(x, 0) in both classes.
    Model model =
        new Model(
            Sequential.of(new Dense(2, (values, p, key) -> Arrays.fill(values, 1)), new Relu()),
            Shape.of(1),
            new SoftmaxCrossEntropy());
    Dataset data = ArrayDataset.of(new float[][] {{-1}, {2}, {-3}}, new int[] {0, 1, 0});
    try (Trainer trainer = Tiny.trainer(model).batch(2).build()) {
      Evaluation evaluation = trainer.evaluate(data);
      assertEquals(3, evaluation.examples());
      assertEquals(Math.log(2), evaluation.loss(), 1e-6);
      assertEquals(2.0 / 3, evaluation.accuracy(), 1e-12);
      assertEquals(1, evaluation.confusion().orElseThrow().count(1, 0));
      assertEquals(List.of("relu-1"), List.copyOf(evaluation.zeroShares().keySet()));
      assertEquals(2.0 / 3, evaluation.zeroShares().getOrDefault("relu-1", -1.0), 1e-6);
    }
  }

  @Test
  void numbersAsTargetsHaveNoAccuracy() {
    Model model = new Model(new Dense(1), Shape.of(1), new MeanSquaredError());
    Dataset line =
        ArrayDataset.of(new float[][] {{0}, {1}, {2}, {3}}, new float[][] {{1}, {3}, {5}, {7}});
    try (Trainer trainer = Tiny.trainer(model).batch(4).epochs(300).build()) {
      FitResult result = trainer.fit(line, line);
      Evaluation evaluation = result.epochs().get(299).validation().orElseThrow();
      assertTrue(Double.isNaN(evaluation.accuracy()));
      assertTrue(evaluation.loss() < 1e-4, "loss " + evaluation.loss());
      assertEquals(9, trainer.predict(new float[] {4})[0][0], 0.1);
    }
  }

  @Test
  void listenersMayAskForNormsAndReports() {
    List<double[]> norms = new ArrayList<>();
    List<Double> reports = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void stepped(StepEvent event) {
            assertEquals(List.of("dense-1", "dense-2"), event.run().layers());
            assertEquals("[non-finite/seen, norm]", event.run().reports().toString());
            norms.add(event.run().norms());
            reports.add(event.run().report("norm")[0]);
          }
        };
    try (Trainer trainer = Tiny.trainer(Tiny.model()).norms().listener(listener).build()) {
      trainer.fit(TRAIN);
    }
    for (int i = 0; i < norms.size(); i++) {
      double[] layers = norms.get(i);
      assertEquals(2, layers.length);
      assertEquals(reports.get(i), Math.hypot(layers[0], layers[1]), 1e-9 * reports.get(i));
    }
    assertEquals(21, norms.size());
  }

  @Test
  void normsMustBeAskedForWhenTheTrainerIsBuilt() {
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void stepped(StepEvent event) {
            event.run().norms();
          }
        };
    try (Trainer trainer = Tiny.trainer(Tiny.model()).listener(listener).build()) {
      ListenerException thrown = assertThrows(ListenerException.class, () -> trainer.fit(TRAIN));
      assertEquals(
          "java.lang.IllegalStateException: Norms of layers are not computed: ask for them with"
              + " norms() when the trainer is built",
          String.valueOf(thrown.getCause()));
    }
  }

  @Test
  void zeroSharesKeepTheOrderOfTheLayers() {
    assertEquals(
        "[b, a]",
        new Evaluation(1, 0, java.util.Optional.empty(), ordered())
            .zeroShares()
            .keySet()
            .toString());
  }

  private static Map<String, Double> ordered() {
    Map<String, Double> shares = new java.util.LinkedHashMap<>();
    shares.put("b", 0.0);
    shares.put("a", 1.0);
    return shares;
  }

  @Test
  void settingsAreChecked() {
    assertEquals(
        "batch must be at least 1, but was 0",
        assertThrows(
                IllegalArgumentException.class, () -> Tiny.trainer(Tiny.model()).batch(0).build())
            .getMessage());
    assertEquals(
        "epochs must be at least 1, but was -1",
        assertThrows(
                IllegalArgumentException.class, () -> Tiny.trainer(Tiny.model()).epochs(-1).build())
            .getMessage());
  }

  @Test
  void theStateNeedsAFit() {
    try (Trainer trainer = Tiny.trainer(Tiny.model()).build()) {
      assertThrows(IllegalStateException.class, trainer::state);
      trainer.fit(TRAIN);
      assertNotEquals(0, trainer.state().tensors().size());
    }
  }

  private static TrainingListener each(List<StepEvent> into) {
    return new TrainingListener() {
      @Override
      public void stepped(StepEvent event) {
        into.add(event);
      }
    };
  }
}
