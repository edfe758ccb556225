package org.glissade.nn;

import org.glissade.tensor.DType;
import org.glissade.transform.GradientTransform;
import org.jspecify.annotations.Nullable;

/** What a program of a {@link Model} is for. Equal purposes share one plan. */
public sealed interface Purpose {
  /** How many examples one run takes. */
  int batch();

  /**
   * One training step on a batch that the program picks itself. Inputs: {@code train.features},
   * {@code train.targets} (the whole data set) and {@code train.order} (i32, the order of the
   * epoch). Each run reads {@code batch} entries of the order from the cursor {@code
   * train.position} on and advances it, whether or not the update was applied. Outputs: {@code
   * loss}, {@code gradients} (flat), {@code report/NAME} for each report of the chain, {@code
   * norms} if asked for, and what {@link LinkNorms} reads.
   *
   * @param batch examples of a step
   * @param data the data set that is trained on
   * @param chain from gradients to updates
   * @param norms whether the norm of each layer's gradient is an output
   * @param measured whether norms before and after each link are taken where the chain knows none
   */
  record Train(int batch, Examples data, GradientTransform chain, boolean norms, boolean measured)
      implements Purpose {
    /** Without norms that are taken for telemetry alone. */
    public Train(int batch, Examples data, GradientTransform chain, boolean norms) {
      this(batch, data, chain, norms, false);
    }

    /** Checks the batch. */
    public Train {
      requireBatch(batch);
      if (batch > data.count()) {
        throw new IllegalArgumentException(
            "A batch of %d is larger than the data set, which has %d examples: make it at most %d"
                .formatted(batch, data.count(), data.count()));
      }
    }
  }

  /**
   * What the model does with {@code batch} examples and their targets, without training. Inputs:
   * {@code evaluate.features}, {@code evaluate.targets}. Outputs, a number for each example: {@code
   * losses}, {@code classes} (where the loss knows classes), and for each activation layer {@code
   * zeros/PATH}, the share of its outputs that are 0.
   *
   * @param batch examples of a run
   * @param data the kind of data; its count plays no part
   * @param weights the chain that says with which weights; null for the parameters themselves
   */
  record Evaluate(int batch, Examples data, @Nullable GradientTransform weights)
      implements Purpose {
    /** Checks the batch and leaves out the count. */
    public Evaluate {
      requireBatch(batch);
      data = data.chunk(batch);
    }

    /** With the parameters themselves. */
    public Evaluate(int batch, Examples data) {
      this(batch, data, null);
    }
  }

  /**
   * The output for {@code batch} examples. Input: {@code predict.features}. Output: {@code output}.
   *
   * @param batch examples of a run
   * @param features type of the features
   * @param weights the chain that says with which weights; null for the parameters themselves
   */
  record Predict(int batch, DType features, @Nullable GradientTransform weights)
      implements Purpose {
    /** Checks the batch. */
    public Predict {
      requireBatch(batch);
    }

    /** With the parameters themselves. */
    public Predict(int batch, DType features) {
      this(batch, features, null);
    }
  }

  private static void requireBatch(int batch) {
    if (batch < 1) {
      throw new IllegalArgumentException("batch must be at least 1, but was " + batch);
    }
  }
}
