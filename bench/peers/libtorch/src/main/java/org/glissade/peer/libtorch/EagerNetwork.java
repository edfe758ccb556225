package org.glissade.peer.libtorch;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.glissade.bench.contest.Digits;
import org.glissade.bench.contest.Request;
import org.glissade.bench.contest.Shuffle;
import org.glissade.bench.contest.Training;
import org.glissade.bench.contest.Workload;

/** A network computed op by op; clipping and update are foreach ops on all parameters at once. */
final class EagerNetwork implements Training {
  private static final double EPSILON = 1e-6;

  private final Operator norm = new Operator("_foreach_norm", "Scalar");
  private final Operator multiply = new Operator("_foreach_mul_", "List");
  private final Operator add = new Operator("_foreach_add_", "List");
  private final Workload workload;
  private final Request request;
  private final Tensor pixels;
  private final Tensor labels;
  private final Shuffle shuffle;
  private final Tensor[] parameters;

  EagerNetwork(Request request) {
    this.request = request;
    this.workload = request.workload();
    Digits train = request.train();
    pixels = pixels(train);
    labels = torch.tensor(longs(train.labels()));
    shuffle = new Shuffle(train.count(), workload.batch(), 1);
    parameters = new Tensor[2 * workload.layers()];
    for (int layer = 0; layer < workload.layers(); layer++) {
      Tensor weight = torch.randn(workload.out(layer), workload.in(layer));
      weight.mul_(new Scalar(Math.sqrt(2.0 / workload.in(layer))));
      parameters[2 * layer] = weight.set_requires_grad(true);
      parameters[2 * layer + 1] = torch.zeros(workload.out(layer)).set_requires_grad(true);
    }
  }

  private static Tensor pixels(Digits digits) {
    return torch.tensor(digits.pixels()).view(digits.count(), Digits.PIXELS);
  }

  private static long[] longs(int... values) {
    return Arrays.stream(values).asLongStream().toArray();
  }

  @Override
  public void epoch() {
    shuffle.epoch(this::step);
  }

  private void step(int... indices) {
    try (PointerScope scope = new PointerScope()) {
      Tensor batch = torch.tensor(longs(indices));
      Tensor logits = forward(torch.index_select(pixels, 0, batch));
      Tensor loss = torch.cross_entropy_loss(logits, torch.index_select(labels, 0, batch));
      TensorVector all = torch.grad(new TensorVector(loss), new TensorVector(parameters));
      Tensor[] gradients = all.get();
      try (AutoGradMode off = new AutoGradMode(false)) {
        update(Operator.argument(gradients));
      }
    }
  }

  private void update(IValue gradients) {
    Tensor[] each = norm.list(gradients, new IValue(2L), new IValue());
    Tensor norms = torch.stack(new TensorVector(each));
    Tensor factors = norms.add_(new Scalar(EPSILON)).reciprocal_();
    factors.mul_(new Scalar(Workload.CLIP)).clamp_max_(new Scalar(1.0));
    multiply.run(gradients, Operator.argument(torch.unbind(factors).get()));
    add.run(Operator.argument(parameters), gradients, new IValue((double) -Workload.RATE));
  }

  private Tensor forward(Tensor input) {
    Tensor values = input;
    for (int layer = 0; layer < workload.layers(); layer++) {
      Tensor sums = torch.linear(values, parameters[2 * layer], parameters[2 * layer + 1]);
      values = layer + 1 < workload.layers() ? torch.relu(sums) : sums;
    }
    return values;
  }

  @Override
  public double accuracy() {
    Digits test = request.test();
    try (PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      Tensor told = torch.argmax(forward(pixels(test)), new LongOptional(1), false);
      long[] classes = new long[test.count()];
      told.data_ptr_long().get(classes);
      return (double)
              IntStream.range(0, classes.length).filter(i -> classes[i] == test.labels()[i]).count()
          / classes.length;
    }
  }

  @Override
  public void close() {
    pixels.close();
    labels.close();
  }
}
