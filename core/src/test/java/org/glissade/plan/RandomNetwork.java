package org.glissade.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.glissade.tensor.DType;
import org.glissade.tensor.Distribution;
import org.glissade.tensor.Effect;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Layout;
import org.glissade.tensor.ReduceFn;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.UnaryFn;
import org.glissade.tensor.Variable;

/** A dense graph of random ops on inputs, parameters and a buffer, down to a loss. */
final class RandomNetwork {
  static final int ROWS = 7;
  static final int BATCH = 3;

  private static final List<UnaryFn> SMOOTH =
      List.of(
          UnaryFn.TANH,
          UnaryFn.SIGMOID,
          UnaryFn.RELU,
          UnaryFn.ABS,
          UnaryFn.NEGATE,
          UnaryFn.SQUARE,
          UnaryFn.COS,
          UnaryFn.ERF,
          UnaryFn.SIGN,
          UnaryFn.FLOOR,
          UnaryFn.RECIPROCAL_OR_ZERO,
          UnaryFn.IS_FINITE,
          UnaryFn.DETACH);

  private static final List<Distribution> DISTRIBUTIONS = List.of(Distribution.values());
  private static final List<ReduceFn> REDUCTIONS = List.of(ReduceFn.values());

  private final Random random;
  private final Graph graph;
  private final Tensor step;
  private final List<Tensor> pool = new ArrayList<>();
  private final List<Variable> buffers = new ArrayList<>();

  RandomNetwork(Random random, Graph graph, Layout layout, Tensor step) {
    this.random = random;
    this.graph = graph;
    this.step = step;
    buffer("mean", 0.5);
    buffer("variance", 1.5);
    pool.add(graph.input("x", Shape.of(BATCH, 5), DType.F32));
    pool.add(batch());
    layout.parameters().forEach(parameter -> pool.add(graph.read(parameter)));
    int count = 8 + random.nextInt(16);
    for (int i = 0; i < count; i++) {
      pool.add(next());
    }
  }

  private void buffer(String name, double initial) {
    Shape shape = Shape.of(BATCH, 1);
    Tensor first = graph.constant(initial, shape);
    Variable buffer = new Variable(name, Variable.Role.BUFFER, Space.DENSE, shape, first);
    buffers.add(buffer);
    pool.add(graph.read(buffer));
  }

  private Tensor batch() {
    Tensor order = graph.input("order", Shape.of(ROWS), DType.I32);
    Tensor data = graph.input("data", Shape.of(ROWS, 2, 3), DType.U8);
    Tensor position = step.minus(step.times(0.5).floor().times(2));
    return data.gather(order.take(position, BATCH)).toFloat().times(1 / 255.0);
  }

  /** One number that depends on a few of the tensors. */
  Tensor loss() {
    Tensor loss = pick(t -> true).mean();
    for (int i = 0; i < 3; i++) {
      Tensor part = pick(t -> true);
      loss = loss.plus(part.unary(UnaryFn.TANH).mean());
    }
    return loss.reshape(Shape.of());
  }

  /** What the buffers become, some of them under a condition. */
  List<Effect> effects(Tensor condition) {
    List<Effect> effects = new ArrayList<>();
    for (Variable buffer : buffers) {
      Tensor next = pick(t -> t.shape().equals(buffer.shape()));
      if (random.nextInt(3) > 0) {
        effects.add(new Effect(buffer, next, random.nextBoolean() ? condition : null));
      }
    }
    return effects;
  }

  Tensor pick(Predicate<Tensor> fitting) {
    List<Tensor> all = pool.stream().filter(fitting).toList();
    int recent = random.nextBoolean() ? Math.min(5, all.size()) : all.size();
    return all.get(all.size() - 1 - random.nextInt(recent));
  }

  private Tensor next() {
    Tensor x = pick(t -> true);
    return switch (random.nextInt(14)) {
      case 0, 1 -> matmul();
      case 2, 3 -> binary(x);
      case 4 -> x.unary(one(SMOOTH));
      case 5 -> reduce(x);
      case 6 -> x.transpose();
      case 7 -> reshape(x);
      case 8 -> softmax(withAxes());
      case 9 -> largest(withAxes());
      case 10 -> select(x);
      case 11 -> x.times(x.mean().toScalar().abs().plus(1).sqrt());
      case 12 -> x.times(graph.random(one(DISTRIBUTIONS), x.shape(), "drop" + pool.size(), step));
      default -> x.broadcast(wider(x.shape()));
    };
  }

  private Tensor withAxes() {
    return pick(t -> t.shape().rank() > 0);
  }

  private Tensor largest(Tensor x) {
    return graph.index(x.shape(), -1).equalTo(x.argMax()).select(x, x.like(0.1));
  }

  private Tensor select(Tensor x) {
    Tensor below = x.lessThan(x.like(0.2 * random.nextGaussian()));
    return (random.nextBoolean() ? below : x.minus(below)).select(x.times(0.1), x.plus(0.2));
  }

  private Tensor matmul() {
    Tensor x = withAxes();
    int last = x.shape().last();
    Tensor a = x.reshape(Shape.of(x.shape().size() / last, last));
    boolean ta = random.nextBoolean();
    int k = a.shape().dim(ta ? 0 : 1);
    List<Tensor> partners =
        pool.stream().filter(t -> t.shape().rank() == 2 && t.shape().dims().contains(k)).toList();
    if (partners.isEmpty()) {
      return a.matmul(a, ta, !ta);
    }
    Tensor b = partners.get(random.nextInt(partners.size()));
    boolean tb = b.shape().dim(0) != k || b.shape().dim(1) == k && random.nextBoolean();
    return a.matmul(b, ta, tb).times(0.3);
  }

  private Tensor binary(Tensor x) {
    Tensor y = pick(t -> broadcasts(t.shape(), x.shape()));
    return switch (random.nextInt(6)) {
      case 0 -> x.times(y);
      case 1 -> x.minus(y);
      case 2 -> x.maximum(y);
      case 3 -> y.minimum(x);
      case 4 -> x.dividedBy(y.abs().plus(0.5));
      default -> y.plus(x);
    };
  }

  private static boolean broadcasts(Shape a, Shape b) {
    for (int i = 1; i <= Math.min(a.rank(), b.rank()); i++) {
      if (a.dim(-i) != b.dim(-i) && a.dim(-i) != 1 && b.dim(-i) != 1) {
        return false;
      }
    }
    return true;
  }

  private Tensor reduce(Tensor x) {
    ReduceFn fn = one(REDUCTIONS);
    if (x.shape().rank() == 0 || random.nextInt(4) == 0) {
      return x.reduce(fn);
    }
    return x.reduce(fn, random.nextInt(x.shape().rank()));
  }

  private static Tensor softmax(Tensor x) {
    Tensor e = x.minus(x.max(-1).detach()).exp();
    return e.dividedBy(e.sum(-1));
  }

  private Tensor reshape(Tensor x) {
    int size = x.shape().size();
    return switch (random.nextInt(3)) {
      case 0 -> x.reshape(Shape.of(size));
      case 1 -> x.reshape(Shape.of(1, size, 1));
      default -> x.reshape(size % 3 == 0 ? Shape.of(3, size / 3) : Shape.of(size, 1));
    };
  }

  private Shape wider(Shape shape) {
    List<Integer> dims = new ArrayList<>();
    if (shape.rank() < 3 && random.nextBoolean()) {
      dims.add(2);
    }
    shape.dims().forEach(dim -> dims.add(dim == 1 ? 1 + random.nextInt(3) : dim));
    return new Shape(dims);
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
