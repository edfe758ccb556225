package org.glissade.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.glissade.data.Dataset;
import org.glissade.reference.ReferenceBackend;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Variable;
import org.glissade.transform.Chain;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;
import org.glissade.transform.UpdateStage;
import org.glissade.transform.Wrapper;
import org.junit.jupiter.api.Test;

/** Evaluation and prediction with other weights than the parameters. */
class EvaluationWeightsTest {
  private static final Dataset TRAIN = Tiny.quadrants("train", 100, 1);
  private static final Dataset TEST = Tiny.quadrants("test", 50, 2);

  /** The mean of the parameters before and after each update. */
  record Halfway() implements Wrapper {
    @Override
    public Gradients around(Gradients gradients, StepContext step, GradientTransform rest) {
      Gradients updates = rest.apply(gradients, step);
      Gradients values = step.values(gradients);
      State mean = step.state("mean", values);
      mean.set(values.minus(updates.times(0.5)));
      step.evaluation(mean.old());
      return updates;
    }

    @Override
    public String name() {
      return "halfway";
    }
  }

  private static final Chain CHAIN = Chain.of(new Halfway(), new Tiny.Momentum(0.1, 0.9));

  private static Trainer trainer(GradientTransform chain) {
    return Trainer.of(Tiny.model(), chain)
        .backend(new ReferenceBackend())
        .seed(5)
        .batch(16)
        .epochs(2)
        .build();
  }

  @Test
  void areUsedToEvaluateAndToPredict() {
    try (Trainer averaged = trainer(CHAIN);
        Trainer plain = trainer(new Tiny.Momentum(0.1, 0.9))) {
      FitResult result = averaged.fit(TRAIN, TEST);
      plain.fit(TRAIN);
      double[] parameters = averaged.store().read(Variable.PARAMETERS);
      assertArrayEquals(plain.store().read(Variable.PARAMETERS), parameters);
      float[][] before = plain.predict(TEST.features());
      double[] mean = averaged.store().read("halfway/mean");
      assertFalse(Arrays.equals(mean, parameters));
      plain.store().write(Variable.PARAMETERS, mean);
      float[][] rows = averaged.predict(TEST.features());
      assertArrayEquals(plain.predict(TEST.features()), rows);
      assertNotEquals(before[0][0], rows[0][0]);
      Evaluation expected = plain.evaluate(TEST);
      assertEquals(expected.loss(), averaged.evaluate(TEST).loss());
      assertEquals(expected.loss(), result.epochs().get(1).validation().orElseThrow().loss());
    }
  }

  /** Another trainer goes on from the state, and need not have trained to predict. */
  @Test
  void areInCheckpoints() {
    try (Trainer trained = trainer(CHAIN);
        Trainer other = trainer(CHAIN)) {
      trained.fit(TRAIN);
      other.resume(trained.state());
      assertArrayEquals(trained.predict(TEST.features()), other.predict(TEST.features()));
    }
  }

  @Test
  void beforeTheFirstStepTheyAreTheParameters() {
    try (Trainer averaged = trainer(CHAIN);
        Trainer plain = trainer(new Tiny.Momentum(0.1, 0.9))) {
      assertArrayEquals(plain.predict(TEST.features()), averaged.predict(TEST.features()));
    }
  }

  /** Parameters of which no link speaks are themselves. */
  @Test
  void someParametersAloneMayHaveOthers() {
    GradientTransform noBias =
        (g, step) -> {
          g.route(
              parameter -> parameter.kind() == Kind.BIAS,
              biases -> {
                step.evaluation(biases.zeros());
                return biases;
              },
              rest -> rest);
          return g.times(0.1);
        };
    try (Trainer averaged = trainer(noBias);
        Trainer plain = trainer((g, step) -> g.times(0.1))) {
      averaged.fit(TRAIN);
      plain.fit(TRAIN);
      double[] parameters = plain.store().read(Variable.PARAMETERS);
      var layout = plain.model().layout();
      for (int p = 0; p < layout.parameters().size(); p++) {
        if (layout.parameters().get(p).kind() == Kind.BIAS) {
          int from = layout.offset(p);
          Arrays.fill(parameters, from, from + layout.length(p), 0);
        }
      }
      plain.store().write(Variable.PARAMETERS, parameters);
      assertArrayEquals(plain.predict(TEST.features()), averaged.predict(TEST.features()));
    }
  }

  @Test
  void twoForOneParameterAreAnError() {
    Chain chain = Chain.of(new Halfway(), new Halfway(), new Tiny.Momentum(0.1, 0.9));
    assertEquals(
        "halfway-2 and halfway both say with which weights to evaluate: keep one of them",
        error(chain));
  }

  @Test
  void theyAreMadeOfWhatTheStoreHolds() {
    GradientTransform wrong =
        (g, step) -> {
          step.evaluation(step.values(g).minus(g));
          return g;
        };
    assertEquals(
        "The weights to evaluate with depend on a gradient: make them of states and values alone",
        error(wrong));
  }

  private static String error(GradientTransform chain) {
    IllegalStateException error =
        assertThrows(
            IllegalStateException.class,
            () -> UpdateStage.evaluation(new Graph(), Tiny.model().layout(), chain));
    return String.valueOf(error.getMessage());
  }
}
