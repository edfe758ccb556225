package org.glissade.optim.clip;

import org.glissade.tensor.Graph;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;
import org.glissade.transform.DenseState;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;

/**
 * The last sizes of each group, one for each step. docs/decisions/009-windows.md says why so.
 *
 * @param newest the size of this step, rounded as the window keeps it
 * @param before what the window held before this step
 * @param after what it holds with this step's size
 */
record Window(Gradients newest, Sample before, Sample after) {
  /** What a slot holds that was not filled yet: it orders behind all others. */
  static final double NOTHING = Float.MAX_VALUE;

  /** The longest window. */
  static final int LONGEST = 1000;

  /**
   * Keeps the sizes of a step.
   *
   * @param name of the states, {@code name} and {@code name-seen}
   * @param size of each group; what is not finite is kept as the largest float
   * @param length how many steps it keeps
   */
  static Window of(StepContext step, String name, Gradients size, int length) {
    Graph graph = size.value().graph();
    int groups = size.value().shape().size();
    Shape shape = Shape.of(groups, length);
    DenseState numbers = step.denseState(name, graph.constant(NOTHING, shape));
    State seen = step.state(name + "-seen", graph.scalar(0));
    Tensor count = seen.old().value();
    Gradients nothing = size.scalar(graph.scalar(NOTHING));
    Gradients kept = size.isFinite().select(size, nothing).minimum(NOTHING);
    Tensor column = kept.value().toDense().reshape(Shape.of(groups, 1)).broadcast(shape);
    Tensor slot = count.minus(count.dividedBy(length).floor().times(length));
    Tensor next = graph.index(shape, 1).equalTo(slot).select(column, numbers.old());
    Sample before = new Sample(size, numbers.old(), count.minimum(length));
    Sample after = new Sample(size, next, count.plus(1).minimum(length));
    numbers.set(next);
    seen.set(seen.old().plus(1));
    return new Window(kept.groups(list -> list), before, after);
  }
}
