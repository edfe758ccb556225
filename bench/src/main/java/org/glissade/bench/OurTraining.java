package org.glissade.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.glissade.bench.contest.Request;
import org.glissade.bench.contest.Training;
import org.glissade.bench.contest.Workload;
import org.glissade.cpu.CpuBackend;
import org.glissade.data.Dataset;
import org.glissade.data.Field;
import org.glissade.layer.Layer;
import org.glissade.mnist.Mnist;
import org.glissade.nn.Dense;
import org.glissade.nn.Flatten;
import org.glissade.nn.Model;
import org.glissade.nn.Relu;
import org.glissade.nn.Sequential;
import org.glissade.nn.SoftmaxCrossEntropy;
import org.glissade.nn.Trainer;
import org.glissade.transform.ChainReader;

/** A network under the trainer, as in any program. */
public final class OurTraining implements Training {
  /** The system property that says which share of the pixels is not 0 at least. */
  public static final String DENSITY = "glissade.bench.density";

  private static final double WHITE = 255;

  /** Of such bytes too little light comes to keep the digits from being told apart. */
  private static final int FAINT = 32;

  private final Dataset train;
  private final Dataset test;
  private final Trainer trainer;
  private int epochs;

  OurTraining(Request request, Workload workload, String chain) {
    Mnist mnist = Mnist.load();
    double density = Double.parseDouble(System.getProperty(DENSITY, "0"));
    int examples = Math.min(request.limit(), mnist.train().size());
    train = filled(mnist.train().slice(0, examples), density);
    test = filled(mnist.test(), density);
    Model model =
        new Model(
            network(workload), train.features().example(), new SoftmaxCrossEntropy(), 1 / WHITE);
    trainer =
        Trainer.of(model, ChainReader.load().read(chain))
            .backend(new CpuBackend())
            .threads(request.threads())
            .batch(workload.batch())
            .build();
  }

  /** The data with as many random bytes in place of zeros as a density asks for. */
  private static Dataset filled(Dataset data, double density) {
    Field images = data.features();
    double missing = (density - images.density()) / (1 - images.density());
    if (missing <= 0) {
      return data;
    }
    Random random = new Random(1);
    byte[] bytes = ((byte[]) images.array()).clone();
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0 && random.nextDouble() < missing) {
        bytes[i] = (byte) random.nextInt(1, FAINT);
      }
    }
    Field some = Field.u8(images.example(), bytes);
    return Dataset.of(data.name(), some, data.targets(), data.classes());
  }

  private static Sequential network(Workload workload) {
    List<Layer> layers = new ArrayList<>(List.of(new Flatten()));
    for (int layer = 0; layer < workload.layers(); layer++) {
      if (layer > 0) {
        layers.add(new Relu());
      }
      layers.add(new Dense(workload.out(layer)));
    }
    return new Sequential(layers);
  }

  @Override
  public void epoch() {
    epochs++;
    trainer.epochs(epochs);
    trainer.fit(train);
  }

  @Override
  public double accuracy() {
    return trainer.evaluate(test).accuracy();
  }

  @Override
  public void close() {
    trainer.close();
  }
}
