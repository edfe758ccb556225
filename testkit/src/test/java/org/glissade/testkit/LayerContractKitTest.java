package org.glissade.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.glissade.backend.SessionOptions;
import org.glissade.layer.Layer;
import org.glissade.layer.LayerProvider;
import org.glissade.layer.Scope;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Spi;
import org.glissade.tensor.Distribution;
import org.glissade.tensor.Initializer;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** The kit itself: right layers pass, and each that is wrong fails where it is wrong. */
class LayerContractKitTest {
  private static final Initializer ONES = (values, parameter, key) -> Arrays.fill(values, 1);

  private static final String TRAINING = "gradients are right in training";
  private static final String EVALUATION = "gradients are right in evaluation";

  private static Outcome of(Layer layer) {
    return Outcome.of(LayerContract.of(layer).tests());
  }

  private static Layer scale(String name) {
    return (x, scope) -> x.times(vector(x, scope, name));
  }

  private static Tensor vector(Tensor x, Scope scope, String name) {
    return scope.parameter(name, Shape.of(x.shape().last()), ONES, Kind.NORM);
  }

  private static Tensor dense(Tensor x, Scope scope, int units) {
    Shape shape = Shape.of(x.shape().last(), units);
    return x.matmul(scope.parameter("weight", shape, ONES, Kind.WEIGHT, 1));
  }

  private static Tensor noise(Tensor x, Scope scope) {
    return scope.random("noise", Distribution.UNIFORM, x.shape()).times(x);
  }

  @Test
  void rightOnesPass() {
    of(scale("scale")).mustPass();
    of((x, scope) -> dense(x, scope, 5).relu()).mustPass();
    of((x, scope) -> scope.training() ? noise(x, scope) : x).mustPass();
    Outcome.of(
            LayerContract.of((x, scope) -> x.reshape(Shape.of(x.shape().dim(0), 15)).tanh())
                .onExamplesOf(Shape.of(3, 5), Shape.of(15, 1))
                .tests())
        .mustPass();
  }

  /** Normalises by the batch in training and by running statistics in evaluation. */
  private static Tensor batchNorm(Tensor x, Scope scope) {
    Scope.Buffer mean = scope.buffer("mean", Shape.of(1, x.shape().last()), 0);
    if (!scope.training()) {
      return x.minus(mean.old()).times(vector(x, scope, "scale"));
    }
    Tensor now = x.mean(0);
    mean.set(mean.old().times(0.9).plus(now.times(0.1)));
    return x.minus(now).times(vector(x, scope, "scale"));
  }

  @Test
  void examplesThatMeetMustBeDeclared() {
    Outcome.of(LayerContract.of(LayerContractKitTest::batchNorm).mixingExamplesInTraining().tests())
        .mustPass();
    of(LayerContractKitTest::batchNorm)
        .mustFail("examples do not meet in training", "training: example 0 of 5");
  }

  @Test
  void examplesThatMeetInEvaluation() {
    Layer layer = (x, scope) -> x.minus(x.mean(0));
    Outcome outcome = Outcome.of(LayerContract.of(layer).mixingExamplesInTraining().tests());
    outcome.mustFail("examples do not meet in evaluation");
    outcome.mustFail("an example alone gives what it gives in a batch");
  }

  @Test
  void wrongGradients() {
    Outcome outcome = of((x, scope) -> x.times(x.detach()));
    outcome.mustFail(TRAINING, "training: the gradient by input [1, 7] element 0", "tolerance");
    outcome.mustFail(EVALUATION);
  }

  @Test
  void wrongGradientOfAParameter() {
    Layer layer =
        (x, scope) -> {
          Tensor vector = vector(x, scope, "scale");
          return x.times(vector).plus(vector.detach().square());
        };
    of(layer).mustFail(TRAINING, "the gradient by tested/scale [7] element");
  }

  @Test
  void wrongGradientInOneMode() {
    Outcome outcome = of((x, scope) -> scope.training() ? x : x.times(x.detach()));
    outcome.mustFail(EVALUATION, "evaluation");
    assertTrue(!outcome.toString().contains(TRAINING), outcome::toString);
  }

  @Test
  void slightlyWrongGradients() {
    of((x, scope) -> x.times(0.9999).plus(x.detach().times(0.0001))).mustFail(TRAINING);
  }

  @Test
  void otherParametersInEvaluation() {
    String test = "the same parameters in training and evaluation";
    of((x, scope) -> scope.training() ? scale("scale").apply(x, scope) : x)
        .mustFail(test, "tested/scale [7]");
    of((x, scope) -> scale(scope.training() ? "a" : "b").apply(x, scope)).mustFail(test);
    Layer axis =
        (x, scope) -> {
          int unitAxis = scope.training() ? 0 : -1;
          return x.times(scope.parameter("scale", Shape.of(7), ONES, Kind.NORM, unitAxis));
        };
    of(axis).mustFail(test, "units on axis 0");
  }

  @Test
  void parametersForEachExample() {
    of((x, scope) -> x.times(scope.parameter("scale", x.shape(), ONES, Kind.NORM)))
        .mustFail("the same parameters in training and evaluation", "for a batch of 1 and of 5");
  }

  @Test
  void noiseInEvaluation() {
    of(LayerContractKitTest::noise)
        .mustFail("an example alone gives what it gives in a batch", "example 1 of 5");
  }

  @Test
  void evaluationThatRemembers() {
    Layer layer =
        (x, scope) -> {
          Scope.Buffer count = scope.buffer("count", Shape.of(1), 0);
          count.set(count.old().plus(1));
          return x;
        };
    of(layer).mustFail("an evaluation changes nothing", "tested/count");
  }

  @Test
  void outputOfTheBatchSize() {
    of((x, scope) -> x.times(x.shape().dim(0)))
        .mustFail("an example alone gives what it gives in a batch", "example 0 of 5");
  }

  @Test
  void otherLayerEachTime() {
    AtomicInteger described = new AtomicInteger();
    of((x, scope) -> x.times(described.incrementAndGet())).mustFail("equal seeds give equal bits");
  }

  @Test
  void infiniteAtZero() {
    of((x, scope) -> x.square().sum(1).log().times(x)).mustFail("zeros give finite numbers", "NaN");
  }

  @Test
  void outputWithoutABatch() {
    of((x, scope) -> x.sum()).mustFail(TRAINING, "first axis", "1 examples", "[]");
  }

  @Test
  void otherResultsOnAnotherBackend() {
    WrongBackend wrong =
        new WrongBackend() {
          @Override
          double read(double number, SessionOptions options) {
            return number * (1 + 2e-5);
          }
        };
    Outcome.of(LayerContract.of(scale("scale")).on(new WrongBackend()).tests()).mustPass();
    Outcome.of(LayerContract.of(scale("scale")).on(wrong).tests())
        .mustFail("planned it gives what it gives interpreted, in training", "on wrong", "output");
  }

  /** Offers a dense layer. */
  private record Provider(String name) implements LayerProvider {
    private static final Setting<Integer> UNITS =
        Setting.integer("units", Range.atLeast(1), "Outputs.");

    @Override
    public int spiVersion() {
      return Spi.VERSION;
    }

    @Override
    public String summary() {
      return "x·W";
    }

    @Override
    public List<Setting<?>> settings() {
      return List.of(UNITS);
    }

    @Override
    public Layer create(Settings settings) {
      return (x, scope) -> dense(x, scope, settings.get(UNITS));
    }
  }

  @Test
  void providers() {
    Outcome.of(LayerContract.of(new Provider("acme:dense")).tests()).mustPass();
    Outcome.of(LayerContract.of(new Provider("acme:dense"), "3", "units=17").tests()).mustPass();
    Outcome.of(LayerContract.of(new Provider("Dense"), "3").tests())
        .mustFail("Dense: is offered", "lower-case");
  }
}
