package org.glissade.reference;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.glissade.data.Field;
import org.glissade.tensor.Distribution;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Op;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Partition;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;

/** The value of one node, given those of its inputs. */
final class OpValue implements Op.Visitor<double[]> {
  private final Tensor node;
  private final Function<Tensor, double[]> values;
  private final Environment environment;

  OpValue(Tensor node, Function<Tensor, double[]> values, Environment environment) {
    this.node = node;
    this.values = values;
    this.environment = environment;
  }

  private double[] in(int i) {
    return values.apply(node.input(i));
  }

  /** One number for each element of the node; padding stays 0. */
  private double[] each(IntToDoubleFunction element) {
    double[] out = new double[node.shape().size()];
    elements().forEach(i -> out[i] = element.applyAsDouble(i));
    return out;
  }

  private IntStream elements() {
    if (node.space() != Space.FLAT) {
      return IntStream.range(0, node.shape().size());
    }
    Layout layout = environment.layout();
    return IntStream.range(0, layout.parameters().size())
        .flatMap(p -> IntStream.range(0, layout.length(p)).map(e -> layout.offset(p) + e));
  }

  @Override
  public double[] input(Op.Input op) {
    Field field = environment.input(node);
    int size = field.example().size();
    return each(i -> field.value(i / size, i % size));
  }

  @Override
  public double[] constant(Op.Constant op) {
    return each(i -> op.value());
  }

  @Override
  public double[] index(Op.Index op) {
    int stride = node.shape().stride(op.axis());
    int length = node.shape().dim(op.axis());
    return each(i -> i / stride % length);
  }

  @Override
  public double[] readParameter(Op.ReadParameter op) {
    Layout layout = environment.layout();
    double[] flat = environment.variable(Variable.parameters(layout));
    return part(flat, layout, op.parameter());
  }

  @Override
  public double[] read(Op.Read op) {
    return environment.variable(op.variable());
  }

  @Override
  public double[] random(Op.Random op) {
    long key = Distribution.key(environment.seed(), op.stream());
    int step = (int) in(0)[0];
    return each(i -> op.distribution().draw(key, step, i));
  }

  @Override
  public double[] unary(Op.Unary op) {
    double[] x = in(0);
    return each(i -> op.fn().apply(x[i]));
  }

  @Override
  public double[] binary(Op.Binary op) {
    double[] x = in(0);
    double[] y = in(1);
    return each(i -> op.fn().apply(x[i], y[i]));
  }

  @Override
  public double[] select(Op.Select op) {
    double[] condition = in(0);
    double[] yes = in(1);
    double[] no = in(2);
    return each(i -> condition[i] != 0 ? yes[i] : no[i]);
  }

  @Override
  public double[] cast(Op.Cast op) {
    return in(0);
  }

  @Override
  public double[] broadcast(Op.Broadcast op) {
    double[] x = in(0);
    Shape from = node.input(0).shape();
    int[] strides = new int[node.shape().rank()];
    int added = strides.length - from.rank();
    for (int axis = 0; axis < from.rank(); axis++) {
      strides[added + axis] = from.dim(axis) == 1 ? 0 : from.stride(axis);
    }
    return each(i -> x[source(i, strides)]);
  }

  @Override
  public double[] reshape(Op.Reshape op) {
    return in(0);
  }

  @Override
  public double[] transpose(Op.Transpose op) {
    double[] x = in(0);
    int[] strides = op.order().stream().mapToInt(node.input(0).shape()::stride).toArray();
    return each(i -> x[source(i, strides)]);
  }

  /** Where the input's element lies that belongs to element i of the node. */
  private int source(int i, int[] strides) {
    int source = 0;
    for (int axis = 0; axis < strides.length; axis++) {
      source += i / node.shape().stride(axis) % node.shape().dim(axis) * strides[axis];
    }
    return source;
  }

  @Override
  public double[] reduce(Op.Reduce op) {
    double[] x = in(0);
    Shape from = node.input(0).shape();
    int length = from.product(op.from(), op.to());
    int inner = from.product(op.to(), from.rank());
    return each(
        i -> {
          double sum = op.fn().identity();
          for (int l = 0; l < length; l++) {
            double element = x[(i / inner * length + l) * inner + i % inner];
            sum = op.fn().combine(sum, op.fn().lift(element));
          }
          return sum;
        });
  }

  @Override
  public double[] argMax(Op.ArgMax op) {
    double[] x = in(0);
    int length = node.input(0).shape().last();
    return each(
        row -> {
          int best = 0;
          for (int i = 1; i < length; i++) {
            if (Double.compare(x[row * length + i] + 0.0, x[row * length + best] + 0.0) > 0) {
              best = i;
            }
          }
          return best;
        });
  }

  @Override
  public double[] matMul(Op.MatMul op) {
    double[] a = in(0);
    double[] b = in(1);
    int m = node.shape().dim(0);
    int n = node.shape().dim(1);
    int k = a.length / m;
    return each(
        i -> {
          double sum = 0;
          for (int l = 0; l < k; l++) {
            double left = a[op.transposeA() ? l * m + i / n : i / n * k + l];
            double right = b[op.transposeB() ? i % n * k + l : l * n + i % n];
            sum += left * right;
          }
          return sum;
        });
  }

  @Override
  public double[] gather(Op.Gather op) {
    Field data = environment.input(node.input(0));
    double[] index = in(1);
    int size = data.example().size();
    return each(i -> data.value(checked((int) index[i / size], data), i % size));
  }

  @Override
  public double[] take(Op.Take op) {
    Field list = environment.input(node.input(0));
    int first = (int) in(1)[0];
    return each(i -> list.value(checked(first + i, list), 0));
  }

  private int checked(int row, Field data) {
    if (row < 0 || row >= data.count()) {
      throw new IndexOutOfBoundsException(
          "Row %d of input %s was asked for, but what is bound to it has the rows 0 to %d"
              .formatted(row, ((Op.Input) node.input(0).op()).name(), data.count() - 1));
    }
    return row;
  }

  @Override
  public double[] pack(Op.Pack op) {
    double[] flat = new double[op.layout().size()];
    for (int p = 0; p < op.layout().parameters().size(); p++) {
      System.arraycopy(in(p), 0, flat, op.layout().offset(p), op.layout().length(p));
    }
    return flat;
  }

  @Override
  public double[] unpack(Op.Unpack op) {
    return part(in(0), op.layout(), op.parameter());
  }

  private static double[] part(double[] flat, Layout layout, Parameter parameter) {
    int p = layout.indexOf(parameter);
    double[] part = new double[layout.length(p)];
    System.arraycopy(flat, layout.offset(p), part, 0, part.length);
    return part;
  }

  @Override
  public double[] segmentReduce(Op.SegmentReduce op) {
    double[] x = in(0);
    Partition partition = op.partition();
    double[] groups = each(i -> op.fn().identity());
    forEachMember(
        partition,
        (i, group) -> groups[group] = op.fn().combine(groups[group], op.fn().lift(x[i])));
    return groups;
  }

  @Override
  public double[] groupSizes(Op.GroupSizes op) {
    double[] groups = each(i -> 0);
    forEachMember(op.partition(), (i, group) -> groups[group]++);
    return groups;
  }

  @Override
  public double[] spread(Op.Spread op) {
    double[] column = in(0);
    double[] flat = new double[op.partition().layout().size()];
    forEachMember(op.partition(), (i, group) -> flat[i] = column[group]);
    return flat;
  }

  @Override
  public double[] host(Op.Host op) {
    List<double[]> inputs = node.inputs().stream().map(in -> values.apply(in).clone()).toList();
    List<double[]> results = op.link().lengths().stream().map(double[]::new).toList();
    op.link().call(inputs, results);
    return results.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  @Override
  public double[] hostResult(Op.HostResult op) {
    double[] all = in(0);
    int from = ((Op.Host) node.input(0).op()).link().offset(op.number());
    return each(i -> all[from + i]);
  }

  private interface Member {
    /** Takes the place of an element in the flat index, and the group that it belongs to. */
    void accept(int i, int group);
  }

  /** All elements that belong to a group, in ascending order. */
  private static void forEachMember(Partition partition, Member member) {
    Layout layout = partition.layout();
    for (int p = 0; p < layout.parameters().size(); p++) {
      for (int e = 0; e < layout.length(p); e++) {
        int group = partition.groupOf(p, e);
        if (group != Partition.NONE) {
          member.accept(layout.offset(p) + e, group);
        }
      }
    }
  }

  @Override
  public double[] route(Op.Route op) {
    double[] out = in(1).clone();
    Layout layout = op.layout();
    for (int p = 0; p < layout.parameters().size(); p++) {
      if (op.members().contains(p)) {
        System.arraycopy(in(0), layout.offset(p), out, layout.offset(p), layout.length(p));
      }
    }
    return out;
  }
}
