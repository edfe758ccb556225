package org.glissade.cuda;

import java.util.stream.IntStream;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.data.Dataset;
import org.glissade.data.Field;
import org.glissade.mnist.Mnist;
import org.glissade.nn.Dense;
import org.glissade.nn.Examples;
import org.glissade.nn.Flatten;
import org.glissade.nn.Model;
import org.glissade.nn.Purpose;
import org.glissade.nn.Relu;
import org.glissade.nn.Sequential;
import org.glissade.nn.SoftmaxCrossEntropy;
import org.glissade.plan.Plan;
import org.glissade.transform.ChainReader;
import org.glissade.transform.GradientTransform;

/** The article's training step on its first batches. */
final class W1 {
  static final int BATCH = 128;

  private static final Dataset DATA = Mnist.load().train().slice(0, 8 * BATCH);

  private W1() {}

  /** The step under a chain in text form. */
  static Plan plan(String chain) {
    return plan(ChainReader.load().read(chain));
  }

  static Plan plan(GradientTransform chain) {
    Sequential network =
        Sequential.of(
            new Flatten(), new Dense(128), new Relu(), new Dense(64), new Relu(), new Dense(10));
    Model model =
        new Model(network, DATA.features().example(), new SoftmaxCrossEntropy(), 1 / 255.0);
    return model.plan(new Purpose.Train(BATCH, Examples.of(DATA), chain, false));
  }

  /** The step in a session, with its data. */
  static Program compile(Session session, Plan plan) {
    Program program = session.compile(plan);
    session.bind("train.features", DATA.features());
    session.bind("train.targets", DATA.targets());
    session.bind("train.order", Field.i32(org.glissade.tensor.Shape.of(), order()));
    return program;
  }

  static int[] order() {
    return IntStream.range(0, DATA.size()).toArray();
  }
}
