package org.glissade.optim;

import java.util.List;
import java.util.Random;
import org.glissade.reference.ReferenceBackend;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Shape;
import org.glissade.testkit.golden.UpdateProgram;
import org.glissade.transform.ChainReader;
import org.glissade.transform.GradientTransform;

/** Small sets of parameters, and programs on the reference backend. */
public final class Models {
  private Models() {}

  /** Two dense layers, 3 to 4 to 2, whose values are weights, biases, weights, biases: 26. */
  public static Layout twoLayers() {
    return Layout.of(
        List.of(
            parameter("dense-1/weight", Kind.WEIGHT, 3, 4),
            parameter("dense-1/bias", Kind.BIAS, 4),
            parameter("dense-2/weight", Kind.WEIGHT, 4, 2),
            parameter("dense-2/bias", Kind.BIAS, 2)));
  }

  /** A parameter whose units lie along its last axis. */
  public static Parameter parameter(String path, Kind kind, int... dims) {
    String layer = path.replaceFirst("/[^/]*$", "");
    return new Parameter(path, layer, Shape.of(dims), kind, dims.length - 1, UpdateProgram.ZEROS);
  }

  /** One parameter of so many values. */
  public static Layout vector(int length) {
    return Layout.of(List.of(parameter("x", Kind.WEIGHT, length)));
  }

  public static UpdateProgram program(Layout layout, GradientTransform transform) {
    return new UpdateProgram(new ReferenceBackend(), layout, transform);
  }

  public static UpdateProgram program(Layout layout, String chain) {
    return program(layout, ChainReader.load().read(chain));
  }

  /** What a transform makes of gradients in its first step, from parameters 0. */
  public static double[] update(Layout layout, String chain, double... gradient) {
    try (UpdateProgram program = program(layout, chain)) {
      program.run(gradient);
      double[] update = program.parameters();
      for (int i = 0; i < update.length; i++) {
        update[i] = 0 - update[i];
      }
      return update;
    }
  }

  public static double[] uniform(long seed, int count, double scale) {
    return new Random(seed).doubles(count, -1, 1).map(x -> scale * x).toArray();
  }
}
