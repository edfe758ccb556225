package org.glissade.tensor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The nodes of one program while it is described. Equal nodes are made once: asking for the same op
 * on the same inputs gives the same {@link Tensor}. Not thread-safe: a program is described by one
 * thread.
 */
public final class Graph {
  /**
   * What makes nodes equal. Hashed by the kind of op alone: a JVM that starts takes a millisecond
   * or more to link the hash of each kind of record, and few nodes differ in nothing else.
   */
  private record Key(Op op, List<Tensor> inputs, Shape shape, DType type, Space space) {
    @Override
    public int hashCode() {
      return 31 * (31 * op.getClass().hashCode() + inputs.hashCode()) + shape.hashCode();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && type == key.type
          && space == key.space
          && shape.equals(key.shape)
          && inputs.equals(key.inputs)
          && op.equals(key.op);
    }
  }

  private final List<Tensor> nodes = new ArrayList<>();
  private final Map<Key, Tensor> known = new HashMap<>();
  private final Deque<String> path = new ArrayDeque<>();

  /** All nodes; the inputs of each stand before it. */
  public List<Tensor> nodes() {
    return Collections.unmodifiableList(nodes);
  }

  /** The nodes that these tensors of one graph need, themselves included; inputs come first. */
  public static List<Tensor> needed(Collection<Tensor> roots) {
    TreeMap<Integer, Tensor> reached = new TreeMap<>();
    Deque<Tensor> open = new ArrayDeque<>(roots);
    while (!open.isEmpty()) {
      Tensor node = open.pop();
      if (reached.put(node.id(), node) == null) {
        open.addAll(node.inputs());
      }
    }
    return List.copyOf(reached.values());
  }

  /** Describes something under a layer's name, which errors then carry. */
  public <T> T within(String name, Supplier<T> description) {
    path.addLast(name);
    try {
      return description.get();
    } finally {
      path.removeLast();
    }
  }

  /**
   * The layer that is being described, such as {@code encoder/dense-1}; empty outside all layers.
   */
  public String path() {
    return String.join("/", path);
  }

  /** A slot that the host fills before the program runs. */
  public Tensor input(String name, Shape shape, DType type) {
    return node(new Op.Input(name), List.of(), shape, type, Space.DENSE);
  }

  /** A slot for flat values in float, such as gradients that another framework computed. */
  public Tensor flatInput(String name, Layout layout) {
    Shape shape = Shape.of(layout.size());
    return node(new Op.Input(name), List.of(), shape, DType.F32, Space.FLAT);
  }

  /** The same number at every place of a dense tensor. */
  public Tensor constant(double value, Shape shape) {
    return node(new Op.Constant(value), List.of(), shape, DType.F32, Space.DENSE);
  }

  /** A number that stands alone. */
  public Tensor scalar(double value) {
    return node(new Op.Constant(value), List.of(), Shape.of(), DType.F64, Space.SCALAR);
  }

  /** Each element's index along an axis, as a float. */
  public Tensor index(Shape shape, int axis) {
    return node(new Op.Index(shape.axis(axis)), List.of(), shape, DType.F32, Space.DENSE);
  }

  /** A parameter's values. */
  public Tensor read(Parameter parameter) {
    Op op = new Op.ReadParameter(parameter);
    return node(op, List.of(), parameter.shape(), DType.F32, Space.DENSE);
  }

  /** What a variable held before the step. */
  public Tensor read(Variable variable) {
    Op op = new Op.Read(variable);
    return node(op, List.of(), variable.shape(), variable.type(), variable.space());
  }

  /**
   * Random numbers: equal seeds, streams and steps give equal numbers.
   *
   * @param shape of the result, dense
   * @param stream a name that no other random numbers of the program have
   * @param step a scalar that differs from step to step
   */
  public Tensor random(Distribution distribution, Shape shape, String stream, Tensor step) {
    Op op = new Op.Random(distribution, stream);
    return node(op, List.of(step), shape, DType.F32, Space.DENSE);
  }

  /** Random numbers for every element of all parameters, as {@link #random}. */
  public Tensor flatRandom(Distribution distribution, Layout layout, String stream, Tensor step) {
    Op op = new Op.Random(distribution, stream);
    return node(op, List.of(step), Shape.of(layout.size()), DType.F32, Space.FLAT);
  }

  /** How many elements each group of a partition has. */
  public Tensor groupSizes(Partition partition) {
    Op op = new Op.GroupSizes(partition);
    return node(op, List.of(), partition.shape(), DType.F64, partition.space());
  }

  /** One tensor per parameter, in the layout's order, laid into the flat index. */
  public Tensor pack(Layout layout, List<Tensor> parts) {
    for (int i = 0; i < parts.size(); i++) {
      Parameter parameter = layout.parameters().get(i);
      if (!parts.get(i).shape().equals(parameter.shape())) {
        throw new ShapeException(
            "%s has shape %s, but what is packed for it has shape %s"
                .formatted(parameter.path(), parameter.shape(), parts.get(i).shape()));
      }
    }
    Shape shape = Shape.of(layout.size());
    return node(new Op.Pack(layout), parts, shape, DType.F32, Space.FLAT);
  }

  /**
   * Calls ordinary Java in every run.
   *
   * @param name for people
   * @param inputs what it reads: numbers of elements, of groups, or one number
   * @param likes what its results are like; there is one result for each
   * @throws ShapeException if some of them are tensors of layers, or a layer is being described
   */
  public List<Tensor> host(
      String name, HostFunction function, List<Tensor> inputs, List<Tensor> likes) {
    boolean dense =
        Stream.concat(inputs.stream(), likes.stream()).anyMatch(one -> one.space() == Space.DENSE);
    if (dense || !path.isEmpty() || likes.isEmpty()) {
      throw mismatch(
          "host link %s must be of the update stage: it takes and gives values of elements, of groups, or one number, and gives at least one"
              .formatted(name));
    }
    HostLink link =
        new HostLink(name, function, likes.stream().map(like -> like.shape().size()).toList());
    Shape all = Shape.of(link.offset(likes.size()));
    Tensor call = node(new Op.Host(link), inputs, all, DType.F64, Space.DENSE);
    List<Tensor> results = new ArrayList<>();
    for (Tensor like : likes) {
      Op result = new Op.HostResult(results.size());
      results.add(node(result, List.of(call), like.shape(), like.type(), like.space()));
    }
    return results;
  }

  Tensor node(Op op, List<Tensor> inputs, Shape shape, DType type, Space space) {
    for (Tensor input : inputs) {
      if (input.graph() != this) {
        throw new IllegalArgumentException(
            where() + "A tensor of another program was used: describe both in one program");
      }
    }
    Key key = new Key(op, inputs, shape, type, space);
    Tensor found = known.get(key);
    if (found == null) {
      found = new Tensor(this, nodes.size(), op, List.copyOf(inputs), shape, type, space);
      nodes.add(found);
      known.put(key, found);
    }
    return found;
  }

  ShapeException mismatch(String message) {
    return new ShapeException(where() + message);
  }

  private String where() {
    return path.isEmpty() ? "" : "Layer " + path() + ": ";
  }
}
