package org.glissade.peer.tensorflow;

import org.glissade.bench.contest.Contest;
import org.glissade.bench.contest.Digits;
import org.glissade.bench.contest.Request;
import org.glissade.bench.contest.Shuffle;
import org.glissade.bench.contest.Training;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** TensorFlow's process: the data stay in two tensors, of which each step gathers its rows. */
public final class TensorFlowGraph implements Training {
  private final Request request;
  private final Graph graph = new Graph();
  private final Session session;
  private final StepGraph step;
  private final TFloat32 pixels;
  private final TFloat32 labels;
  private final Shuffle shuffle;

  private TensorFlowGraph(Request request) {
    this.request = request;
    Digits train = request.train();
    pixels = pixels(train);
    labels = TFloat32.tensorOf(shape(train, Digits.CLASSES), DataBuffers.of(train.oneHot()));
    shuffle = new Shuffle(train.count(), request.workload().batch(), 1);
    step = StepGraph.in(graph, request.workload());
    ConfigProto threads =
        ConfigProto.newBuilder()
            .setIntraOpParallelismThreads(request.threads())
            .setInterOpParallelismThreads(1)
            .build();
    session = new Session(graph, threads);
    session.run(step.start());
  }

  /** Serves the workloads. */
  public static void main(String[] arguments) {
    Contest.serve(arguments, TensorFlowGraph::new);
  }

  private static TFloat32 pixels(Digits digits) {
    return TFloat32.tensorOf(shape(digits, Digits.PIXELS), DataBuffers.of(digits.pixels()));
  }

  private static Shape shape(Digits digits, int width) {
    return Shape.of(digits.count(), width);
  }

  @Override
  public void epoch() {
    shuffle.epoch(this::step);
  }

  private void step(int... indices) {
    try (TInt32 batch = TInt32.vectorOf(indices);
        Result none =
            session
                .runner()
                .feed(step.pixels(), pixels)
                .feed(step.labels(), labels)
                .feed(step.batch(), batch)
                .addTarget(step.train())
                .run()) {
      assert none.size() == 0;
    }
  }

  @Override
  public double accuracy() {
    Digits test = request.test();
    int[] all = new int[test.count()];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
    }
    try (TFloat32 examples = pixels(test);
        TInt32 batch = TInt32.vectorOf(all);
        Result result =
            session
                .runner()
                .feed(step.pixels(), examples)
                .feed(step.batch(), batch)
                .fetch(step.logits())
                .run()) {
      float[] logits = new float[test.count() * Digits.CLASSES];
      ((TFloat32) result.get(0)).copyTo(DataBuffers.of(logits));
      return test.accuracy(logits);
    }
  }

  @Override
  public void close() {
    session.close();
    pixels.close();
    labels.close();
    graph.close();
  }
}
