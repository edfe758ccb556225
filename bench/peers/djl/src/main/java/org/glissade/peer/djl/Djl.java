package org.glissade.peer.djl;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.initializer.XavierInitializer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import org.glissade.bench.contest.Contest;
import org.glissade.bench.contest.Digits;
import org.glissade.bench.contest.Request;
import org.glissade.bench.contest.Shuffle;
import org.glissade.bench.contest.Training;
import org.glissade.bench.contest.Workload;

/** DJL's process. Its optimisers clip values only, so it clips nothing here. */
public final class Djl implements Training {
  private static final String ENGINE = "PyTorch";

  private final Request request;
  private final NDManager manager = NDManager.newBaseManager();
  private final NDArray pixels;
  private final NDArray labels;
  private final Shuffle shuffle;
  private final Model model;
  private final Trainer trainer;

  private Djl(Request request) {
    this.request = request;
    Digits train = request.train();
    pixels = pixels(manager, train);
    labels = manager.create(train.labels());
    shuffle = new Shuffle(train.count(), request.workload().batch(), 1);
    model = Model.newInstance("mlp", ENGINE);
    model.setBlock(block(request.workload()));
    trainer = model.newTrainer(config());
    trainer.initialize(new Shape(request.workload().batch(), Digits.PIXELS));
  }

  /** Serves the workloads. */
  public static void main(String[] arguments) {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("ai.djl.pytorch.num_threads", arguments[3]);
    System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    Contest.serve(arguments, Djl::new);
  }

  private static SequentialBlock block(Workload workload) {
    SequentialBlock block = new SequentialBlock();
    for (int layer = 0; layer < workload.layers(); layer++) {
      if (layer > 0) {
        block.add(Activation.reluBlock());
      }
      block.add(Linear.builder().setUnits(workload.out(layer)).build());
    }
    return block;
  }

  private static DefaultTrainingConfig config() {
    XavierInitializer he =
        new XavierInitializer(
            XavierInitializer.RandomType.GAUSSIAN, XavierInitializer.FactorType.IN, 2);
    return new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
        .optDevices(Engine.getEngine(ENGINE).getDevices(1))
        .optInitializer(he, Parameter.Type.WEIGHT)
        .optOptimizer(Optimizer.sgd().setLearningRateTracker(Tracker.fixed(Workload.RATE)).build());
  }

  private static NDArray pixels(NDManager manager, Digits digits) {
    return manager.create(digits.pixels(), new Shape(digits.count(), Digits.PIXELS));
  }

  @Override
  public void epoch() {
    shuffle.epoch(this::step);
  }

  private void step(int... indices) {
    try (NDManager scope = manager.newSubManager()) {
      NDIndex batch = new NDIndex("{}", scope.create(indices));
      NDArray examples = pixels.get(scope, batch);
      NDArray classes = labels.get(scope, batch);
      try (GradientCollector collector = trainer.newGradientCollector()) {
        NDList logits = trainer.forward(new NDList(examples));
        NDArray loss = trainer.getLoss().evaluate(new NDList(classes), logits);
        collector.backward(loss);
        logits.attach(scope);
        loss.attach(scope);
      }
      trainer.step();
    }
  }

  @Override
  public double accuracy() {
    Digits test = request.test();
    try (NDManager scope = manager.newSubManager()) {
      NDList logits = trainer.evaluate(new NDList(pixels(scope, test)));
      logits.attach(scope);
      return test.accuracy(logits.singletonOrThrow().toFloatArray());
    }
  }

  @Override
  public void close() {
    trainer.close();
    model.close();
    manager.close();
  }
}
