package org.glissade.cuda.code;

import java.util.ArrayList;
import java.util.List;
import org.glissade.plan.Code;
import org.glissade.plan.Instruction;
import org.glissade.plan.Slot;
import org.glissade.plan.Step;
import org.glissade.plan.View;
import org.glissade.tensor.BinaryFn;
import org.glissade.tensor.DType;
import org.glissade.tensor.Distribution;
import org.glissade.tensor.Shape;

/**
 * Writes the steps of one kernel. A block is a worker of the plan's stage: it takes its rows
 * through all steps, and its threads meet between them.
 */
final class StageWriter implements Step.Visitor<Void> {
  private final Kernel kernel;
  private final Parts parts;
  private final Text text;

  StageWriter(Kernel kernel, Parts parts) {
    this.kernel = kernel;
    this.parts = parts;
    this.text = kernel.body();
  }

  private void openRows(int rows, int length) {
    if (rows > 1) {
      kernel.share();
    }
    text.open("");
    text.line("const int begin = share(%d, blockIdx.x, gridDim.x) * %d;".formatted(rows, length));
    text.line("const int end = share(%d, blockIdx.x + 1, gridDim.x) * %d;".formatted(rows, length));
    text.open("for (int e = begin + threadIdx.x; e < end; e += THREADS)");
  }

  private void closeRows() {
    text.close().close();
  }

  private static int rows(Shape shape) {
    return shape.rank() == 0 ? 1 : shape.dim(0);
  }

  /** Writes code over an iteration, and its result to a view. */
  private void store(Code code, Shape shape, View out) {
    boolean isFloat = out.slot().type() == DType.F32;
    Expressions.write(text, code, isFloat, new DenseLoads(kernel, shape, parts.faults()));
    String value = Expressions.operand(code, code.result(), isFloat);
    String cast = isFloat ? "" : "(" + Functions.type(out.slot().type()) + ")";
    text.line("%s = %s%s;".formatted(kernel.element(out, "e"), cast, value));
  }

  @Override
  public Void matMul(Step.MatMul step) {
    new MatMulWriter(kernel, step)
        .write(
            () -> {
              if (step.finish() == null) {
                text.line("%s = product;".formatted(kernel.element(step.out(), "e")));
              } else {
                store(step.finish(), Shape.of(step.m(), step.n()), step.out());
              }
            });
    return null;
  }

  /** Writes what is done to each element of a product that the library has computed. */
  void finish(Step.MatMul step, Code finish, Shape shape, boolean biased) {
    openRows(step.m(), step.n());
    text.line("const float product = %s;".formatted(kernel.element(step.out(), "e")));
    store(biased ? withoutBias(finish) : finish, shape, step.out());
    closeRows();
  }

  /** The first sum is that with the bias, which the library has added: it becomes the product. */
  private static Code withoutBias(Code code) {
    List<Instruction> instructions = new ArrayList<>(code.instructions());
    for (int i = 0; i < instructions.size(); i++) {
      if (instructions.get(i) instanceof Instruction.Binary sum
          && sum.fn() == BinaryFn.ADD
          && instructions.get(sum.x()) instanceof Instruction.Product) {
        instructions.set(i, new Instruction.Product());
        break;
      }
    }
    return new Code(instructions, code.result());
  }

  @Override
  public Void map(Step.Map step) {
    int rows = rows(step.shape());
    openRows(rows, step.shape().size() / rows);
    store(step.code(), step.shape(), step.out());
    closeRows();
    return null;
  }

  @Override
  public Void reduce(Step.Reduce step) {
    new ReduceWriter(kernel, parts.faults(), step).write();
    return null;
  }

  @Override
  public Void argMax(Step.ArgMax step) {
    openRows(step.rows(), 1);
    text.line("int best = 0;");
    text.line("float champion = %s;".formatted(kernel.element(step.in(), "e * " + step.length())));
    text.open("for (int i = 1; i < %d; i++)".formatted(step.length()));
    text.line(
        "const float rival = %s;"
            .formatted(kernel.element(step.in(), "e * " + step.length() + " + i")));
    text.open("if (rival > champion || (rival != rival && champion == champion))");
    text.line("best = i;").line("champion = rival;").close().close();
    text.line("%s = best;".formatted(kernel.element(step.out(), "e")));
    closeRows();
    return null;
  }

  @Override
  public Void take(Step.Take step) {
    int last = step.list().shape().size() - step.count();
    openRows(step.count(), 1);
    text.line("const double position = %s[0];".formatted(kernel.use(step.position())));
    text.line(
        "const int from = picked(fault, %d, (int)position, %d);"
            .formatted(parts.faults().take(step), last + 1));
    text.line(
        "%s = %s;"
            .formatted(kernel.element(step.out(), "e"), kernel.element(step.list(), "from + e")));
    closeRows();
    return null;
  }

  @Override
  public Void random(Step.Random step) {
    String draw = step.distribution() == Distribution.UNIFORM ? "uniform" : "normal";
    text.open("");
    text.line("const int number = (int)%s[0];".formatted(kernel.use(step.step())));
    text.line(
        "const unsigned long long key = *(const unsigned long long*)(memory + %d);"
            .formatted(parts.key(step.stream())));
    if (step.out().slot().storage() == Slot.Storage.FLAT) {
      kernel.share();
      String table = parts.tables().ofInts(parts.chunks().table());
      text.open(
          "for (int c = blockIdx.x; c < %d; c += gridDim.x)".formatted(parts.chunks().count()));
      text.open("for (int t = threadIdx.x; t < %s[4 * c + 3]; t += THREADS)".formatted(table));
      text.line("const int e = %s[4 * c + 1] + t;".formatted(table));
    } else {
      int rows = rows(step.out().shape());
      openRows(rows, step.out().shape().size() / rows);
    }
    text.line("%s = %s(key, number, e);".formatted(kernel.element(step.out(), "e"), draw));
    closeRows();
    text.close();
    return null;
  }

  @Override
  public Void sweep(Step.Sweep step) {
    parts.sweep(kernel).write(step);
    return null;
  }

  @Override
  public Void host(Step.Host step) {
    throw new IllegalStateException("No kernel computes " + step.link());
  }

  @Override
  public Void scalars(Step.Scalars step) {
    text.open("if (blockIdx.x == 0)");
    for (Step.Assignment assignment : step.assignments()) {
      int size = assignment.target().size();
      text.open(
          size == 1
              ? "if (threadIdx.x == 0)"
              : "for (int g = threadIdx.x; g < %d; g += THREADS)".formatted(size));
      Expressions.write(text, assignment.code(), false, this::column);
      String value = Expressions.operand(assignment.code(), assignment.code().result(), false);
      String at = size == 1 ? "[0]" : "[g]";
      text.line("%s%s = %s;".formatted(kernel.use(assignment.target()), at, value));
      text.close();
      text.line("__syncthreads();");
    }
    text.close();
    return null;
  }

  private String column(Instruction instruction) {
    if (instruction instanceof Instruction.LoadScalar scalar) {
      return kernel.use(scalar.scalar()) + "[0]";
    }
    if (instruction instanceof Instruction.LoadColumn load) {
      return kernel.use(load.column()) + (load.column().size() == 1 ? "[0]" : "[g]");
    }
    if (instruction instanceof Instruction.Table table) {
      String name = parts.tables().ofDoubles(table.values());
      return name + (table.values().size() == 1 ? "[0]" : "[g]");
    }
    if (instruction instanceof Instruction.Load load) {
      return kernel.element(load.view(), load.strides().isEmpty() ? "0" : "g");
    }
    throw new IllegalStateException("No column has " + instruction);
  }
}
