package org.glissade.peer.tensorflow;

import java.util.ArrayList;
import java.util.List;
import org.glissade.bench.contest.Workload;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.NoOp;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The graph of a step.
 *
 * @param pixels all examples
 * @param labels their classes, one-hot, because the sparse loss has no gradient here
 * @param batch which of them
 * @param logits what the network says of them
 * @param train changes the parameters
 * @param start gives them their first values
 */
record StepGraph(
    Placeholder<TFloat32> pixels,
    Placeholder<TFloat32> labels,
    Placeholder<TInt32> batch,
    Operand<TFloat32> logits,
    Op train,
    Op start) {

  /** Adds the step to a graph. */
  static StepGraph in(Graph graph, Workload workload) {
    Ops tf = Ops.create(graph);
    Placeholder<TFloat32> pixels = tf.placeholder(TFloat32.class);
    Placeholder<TFloat32> labels = tf.placeholder(TFloat32.class);
    Placeholder<TInt32> batch = tf.placeholder(TInt32.class);
    List<Variable<TFloat32>> parameters = new ArrayList<>();
    List<Op> first = new ArrayList<>();
    Operand<TFloat32> values = tf.gather(pixels, batch, tf.constant(0));
    for (int layer = 0; layer < workload.layers(); layer++) {
      int in = workload.in(layer);
      int out = workload.out(layer);
      Variable<TFloat32> weight = tf.variable(Shape.of(in, out), TFloat32.class);
      Variable<TFloat32> bias = tf.variable(Shape.of(out), TFloat32.class);
      parameters.addAll(List.of(weight, bias));
      first.add(tf.assign(weight, he(tf, in, out)));
      first.add(tf.assign(bias, tf.constant(new float[out])));
      values = tf.nn.biasAdd(tf.linalg.matMul(values, weight), bias);
      values = layer + 1 < workload.layers() ? tf.nn.relu(values) : values;
    }
    Operand<TFloat32> classes = tf.gather(labels, batch, tf.constant(0));
    Operand<TFloat32> losses = tf.nn.softmaxCrossEntropyWithLogits(values, classes).loss();
    Operand<TFloat32> loss = tf.math.mean(losses, tf.constant(0));
    Op train = together(tf, descent(tf, loss, parameters));
    return new StepGraph(pixels, labels, batch, values, train, together(tf, first));
  }

  private static Operand<TFloat32> he(Ops tf, int in, int out) {
    Operand<TFloat32> normal =
        tf.random.randomStandardNormal(tf.constant(new int[] {in, out}), TFloat32.class);
    return tf.math.mul(normal, tf.constant((float) Math.sqrt(2.0 / in)));
  }

  /** The factor of clipping, clip/max(norm, clip), goes into the rate, so it costs no pass. */
  private static List<Op> descent(
      Ops tf, Operand<TFloat32> loss, List<Variable<TFloat32>> parameters) {
    Operand<TFloat32> clip = tf.constant(Workload.CLIP);
    Operand<TFloat32> rate = tf.constant(Workload.RATE * Workload.CLIP);
    Gradients gradients = tf.gradients(loss, parameters);
    Ops after = tf.withControlDependencies(List.copyOf(gradients.dy()));
    List<Op> updates = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      Operand<TFloat32> gradient = gradients.dy(i);
      Operand<TFloat32> halfSquare = tf.nn.l2Loss(gradient);
      Operand<TFloat32> norm = tf.math.sqrt(tf.math.add(halfSquare, halfSquare));
      Operand<TFloat32> clipped = tf.math.div(rate, tf.math.maximum(norm, clip));
      updates.add(after.train.applyGradientDescent(parameters.get(i), clipped, gradient));
    }
    return updates;
  }

  private static NoOp together(Ops tf, List<Op> ops) {
    return tf.withControlDependencies(ops).noOp();
  }
}
