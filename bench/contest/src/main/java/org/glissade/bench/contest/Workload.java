package org.glissade.bench.contest;

import java.util.List;

/**
 * A network of dense layers with ReLU between them and softmax cross-entropy behind, and how it is
 * trained: on pixels/255 shuffled every epoch, each parameter's gradient clipped to the norm {@link
 * #CLIP}, then plain descent at {@link #RATE}, from He initialisation.
 */
public enum Workload {
  /** The article's network in batches of 128. */
  W1(128, 784, 128, 64, 10),
  /** The same in batches of 16. */
  W2(16, 784, 128, 64, 10),
  /** A network of a thousand units in each hidden layer. */
  W3(256, 784, 1024, 1024, 10);

  /** The norm that each parameter's gradient is clipped to. */
  public static final float CLIP = 1;

  /** Both as the text of a chain. */
  public static final String CHAIN = "clip-by-norm(1.0, extent=parameter) | sgd(0.1)";

  /** The learning rate. */
  public static final float RATE = 0.1f;

  private final int batch;
  private final List<Integer> widths;

  Workload(int batch, Integer... widths) {
    this.batch = batch;
    this.widths = List.of(widths);
  }

  /** Examples of a step. */
  public int batch() {
    return batch;
  }

  /** Widths from the pixels to the classes. */
  public List<Integer> widths() {
    return widths;
  }

  /** The number of dense layers. */
  public int layers() {
    return widths.size() - 1;
  }

  /** What goes into a layer, counted from 0. */
  public int in(int layer) {
    return widths.get(layer);
  }

  /** What comes out of a layer. */
  public int out(int layer) {
    return widths.get(layer + 1);
  }

  /**
   * Floating-point operations of the matrix products of one example: forwards, the gradient of the
   * weights, and that of the inputs of all layers but the first.
   */
  public long operations() {
    long sum = 0;
    for (int layer = 0; layer < layers(); layer++) {
      sum += (layer == 0 ? 2L : 3L) * 2 * in(layer) * out(layer);
    }
    return sum;
  }
}
