package org.glissade.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import java.util.Set;
import org.glissade.data.ArrayDataset;
import org.glissade.layer.Layer;
import org.glissade.plan.Plan;
import org.glissade.tensor.DType;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Shape;
import org.glissade.tensor.ShapeException;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;
import org.junit.jupiter.api.Test;

class ModelTest {
  private static final Examples DATA = new Examples(10, DType.U8, Shape.of(), DType.U8);

  /** Plain descent that reports its norm. */
  record Descent(double rate) implements GradientTransform {
    @Override
    public Gradients apply(Gradients gradients, StepContext step) {
      step.report("norm", gradients.norm());
      return gradients.times(rate);
    }

    @Override
    public String name() {
      return "descent";
    }
  }

  private static Model model() {
    Layer network =
        Sequential.of(new Flatten(), new Dense(5), new Relu(), new Dropout(0.5), new Dense(3));
    return new Model(network, Shape.of(2, 2), new SoftmaxCrossEntropy(), 1 / 255.0);
  }

  @Test
  void knowsItsShapesAndParameters() {
    Model model = model();
    assertEquals(Shape.of(3), model.output());
    Golden.check("model-summary.txt", model.summary());
  }

  @Test
  void plansEachPurposeOnce() {
    Model model = model();
    assertEquals(0, model.plansMade());
    Plan plan = model.plan(new Purpose.Train(4, DATA, new Descent(0.1), false));
    assertSame(plan, model.plan(new Purpose.Train(4, DATA, new Descent(0.1), false)));
    assertEquals(1, model.plansMade());
    model.plan(new Purpose.Train(2, DATA, new Descent(0.1), false));
    model.plan(new Purpose.Evaluate(4, DATA));
    Examples others = new Examples(77, DType.U8, Shape.of(), DType.U8);
    model.plan(new Purpose.Evaluate(4, others));
    model.plan(new Purpose.Predict(4, DType.F32));
    assertEquals(4, model.plansMade());
  }

  @Test
  void trainingGivesLossReportsGradientsAndNormsIfAsked() {
    Model model = model();
    Plan bare = model.plan(new Purpose.Train(4, DATA, new Descent(0.1), false));
    assertEquals(
        Set.of("loss", "gradients", "report/non-finite/seen", "report/norm"),
        bare.outputs().keySet());
    Plan full = model.plan(new Purpose.Train(4, DATA, new Descent(0.1), true));
    assertTrue(full.outputs().containsKey("norms"));
    assertEquals(Shape.of(2), Objects.requireNonNull(full.outputs().get("norms")).shape());
  }

  /** Descent by unit steps of each group; reports the norms. */
  record GroupSteps() implements GradientTransform {
    @Override
    public Gradients apply(Gradients gradients, StepContext step) {
      step.report("norms", gradients.within(Extent.GROUP, Gradients::norm));
      return gradients.within(Extent.GROUP, g -> g.times(g.norm().reciprocalOrZero()));
    }
  }

  @Test
  void groupsOfParametersReachTheChain() {
    Purpose.Train training = new Purpose.Train(4, DATA, new GroupSteps(), false);
    Model grouped = model().grouped(parameter -> parameter.kind().label());
    Plan plan = grouped.plan(training);
    assertEquals(Shape.of(2), Objects.requireNonNull(plan.outputs().get("report/norms")).shape());
    assertThrows(IllegalArgumentException.class, () -> model().plan(training));
  }

  @Test
  void evaluationGivesANumberForEachExample() {
    Plan plan = model().plan(new Purpose.Evaluate(4, DATA));
    assertEquals(Set.of("losses", "classes", "zeros/relu-1"), plan.outputs().keySet());
    plan.outputs().values().forEach(view -> assertEquals(Shape.of(4), view.shape()));
  }

  @Test
  void anEvaluationHasNoCountAndNoRandomness() {
    Plan plan = model().plan(new Purpose.Evaluate(4, DATA));
    assertTrue(plan.definition().variables().stream().allMatch(v -> v.key().equals("parameters")));
  }

  @Test
  void layersThatDoNotFitAreFoundWhenTheModelIsMade() {
    ShapeException mistake =
        assertThrows(
            ShapeException.class,
            () ->
                new Model(Sequential.of(new Dense(5)), Shape.of(2, 2), new SoftmaxCrossEntropy()));
    assertEquals(
        "Layer dense-1: a matrix product takes two matrices, but the shapes are [1, 2, 2] and [2,"
            + " 5]; flatten first",
        mistake.getMessage());
  }

  @Test
  void dataThatDoesNotFitIsRefused() {
    ArrayDataset rows = ArrayDataset.of(new float[][] {{1, 2, 3, 4}}, new int[] {0});
    assertEquals(
        "The model takes examples of shape [2, 2], but those of data set arrays have shape [4]:"
            + " change the model's example shape or the data set",
        assertThrows(ShapeException.class, () -> model().check(rows)).getMessage());
    Model flat = new Model(Sequential.of(new Dense(3)), Shape.of(4), new SoftmaxCrossEntropy());
    ArrayDataset many = ArrayDataset.of(new float[][] {{1, 2, 3, 4}}, new int[] {7});
    assertEquals(
        "Data set arrays has 8 classes, but the network gives 3 outputs: give its last layer 8"
            + " units",
        assertThrows(ShapeException.class, () -> flat.check(many)).getMessage());
  }

  @Test
  void aModelNeedsAParameterAndAFiniteScale() {
    assertEquals(
        "The network has no parameter to train: add a layer such as dense",
        assertThrows(
                ShapeException.class,
                () -> new Model(new Relu(), Shape.of(4), new MeanSquaredError()))
            .getMessage());
    assertEquals(
        "scale must be a finite number, but was NaN",
        assertThrows(
                IllegalArgumentException.class,
                () -> new Model(new Dense(1), Shape.of(4), new MeanSquaredError(), Double.NaN))
            .getMessage());
  }

  @Test
  void aBatchLargerThanTheDataIsRefused() {
    assertEquals(
        "A batch of 11 is larger than the data set, which has 10 examples: make it at most 10",
        assertThrows(
                IllegalArgumentException.class,
                () -> new Purpose.Train(11, DATA, new Descent(0.1), false))
            .getMessage());
    assertEquals(
        "batch must be at least 1, but was 0",
        assertThrows(IllegalArgumentException.class, () -> new Purpose.Predict(0, DType.F32))
            .getMessage());
  }
}
