package org.glissade.bench;

import java.util.ArrayList;
import java.util.List;
import org.glissade.bench.contest.Request;
import org.glissade.bench.contest.Training;
import org.glissade.bench.contest.Workload;
import org.glissade.cpu.CpuBackend;
import org.glissade.data.Dataset;
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
final class OurTraining implements Training {
  private static final double WHITE = 255;

  private final Dataset train;
  private final Dataset test;
  private final Trainer trainer;
  private int epochs;

  OurTraining(Request request, Workload workload, String chain) {
    Mnist mnist = Mnist.load();
    train = mnist.train().slice(0, Math.min(request.limit(), mnist.train().size()));
    test = mnist.test();
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
