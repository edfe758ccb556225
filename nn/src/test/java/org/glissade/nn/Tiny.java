package org.glissade.nn;

import org.glissade.data.Dataset;
import org.glissade.data.Field;
import org.glissade.layer.Layer;
import org.glissade.random.Philox;
import org.glissade.reference.ReferenceBackend;
import org.glissade.tensor.Shape;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;

/** A small problem that is learned within a second. */
public final class Tiny {
  private Tiny() {}

  /** Descent with momentum, to have a state; reports the norm of the gradient. */
  public record Momentum(double rate, double decay) implements GradientTransform {
    @Override
    public Gradients apply(Gradients gradients, StepContext step) {
      step.report("norm", gradients.norm());
      State velocity = step.state("velocity", gradients.zeros());
      return velocity.set(velocity.old().times(decay).plus(gradients)).times(rate);
    }

    @Override
    public String name() {
      return "momentum";
    }
  }

  /** Points of the plane in bytes, labelled by the quadrant about (128, 128). */
  public static Dataset quadrants(String name, int count, long key) {
    byte[] points = new byte[2 * count];
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      int x = Philox.bits(key, 0, 0, 2L * i) >>> 24;
      int y = Philox.bits(key, 0, 0, 2L * i + 1) >>> 24;
      points[2 * i] = (byte) x;
      points[2 * i + 1] = (byte) y;
      labels[i] = (byte) ((x < 128 ? 0 : 1) + (y < 128 ? 0 : 2));
    }
    return Dataset.of(name, Field.u8(Shape.of(2), points), Field.u8(Shape.of(), labels), 4);
  }

  /** Layers for it. */
  public static Layer network() {
    return Sequential.of(new Dense(16), new Relu(), new Dropout(0.1), new Dense(4));
  }

  /** A model for it. */
  public static Model model() {
    return new Model(network(), Shape.of(2), new SoftmaxCrossEntropy(), 1 / 128.0);
  }

  /** A trainer for it, on the reference backend. */
  public static TrainerBuilder trainer(Model model) {
    return Trainer.of(model, new Momentum(0.1, 0.9))
        .backend(new ReferenceBackend())
        .seed(5)
        .batch(16)
        .epochs(3);
  }
}
