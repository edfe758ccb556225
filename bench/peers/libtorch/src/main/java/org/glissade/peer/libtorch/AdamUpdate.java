package org.glissade.peer.libtorch;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.glissade.bench.contest.AdamStep;
import org.glissade.bench.contest.Work;

/** The gradients' norm by foreach ops, then the fused AdamW, one call each for all tensors. */
final class AdamUpdate implements Work {
  private static final double EPSILON = 1e-6;
  private static final double SMALL = 1e-3;

  private final Operator norm = new Operator("_foreach_norm", "Scalar");
  private final Operator multiply = new Operator("_foreach_mul_", "Tensor");
  private final Operator adam = new Operator("_fused_adamw_", "");
  private final IValue parameters = many(() -> torch.ones(AdamStep.ROWS, AdamStep.COLUMNS));
  private final IValue gradients = many(AdamUpdate::gradient);
  private final IValue means = many(() -> torch.zeros(AdamStep.ROWS, AdamStep.COLUMNS));
  private final IValue squares = many(() -> torch.zeros(AdamStep.ROWS, AdamStep.COLUMNS));
  private final IValue steps = many(torch::zeros);
  private final IValue none = Operator.argument();

  private static IValue many(Supplier<Tensor> tensor) {
    return Operator.argument(
        Stream.generate(tensor).limit(AdamStep.TENSORS).toArray(Tensor[]::new));
  }

  private static Tensor gradient() {
    return torch.randn(AdamStep.ROWS, AdamStep.COLUMNS).mul_(new Scalar(SMALL));
  }

  @Override
  public double[] turn() {
    try (AutoGradMode off = new AutoGradMode(false)) {
      return AdamStep.turn(this::update);
    }
  }

  private void update() {
    try (PointerScope scope = new PointerScope()) {
      clip();
      descend();
    }
  }

  private void clip() {
    Tensor[] each = norm.list(gradients, new IValue(2L), new IValue());
    Tensor norms = torch.stack(new TensorVector(each));
    Tensor factor = torch.linalg_vector_norm(norms).add_(new Scalar(EPSILON)).reciprocal_();
    multiply.run(gradients, new IValue(factor.clamp_max_(new Scalar(1.0))));
  }

  private void descend() {
    adam.run(
        parameters,
        gradients,
        means,
        squares,
        none,
        steps,
        new IValue(AdamStep.RATE),
        new IValue(AdamStep.BETA1),
        new IValue(AdamStep.BETA2),
        new IValue(AdamStep.DECAY),
        new IValue(AdamStep.EPSILON),
        new IValue(false),
        new IValue(false),
        new IValue(),
        new IValue());
  }
}
