package org.glissade.cpu;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.glissade.plan.Code;
import org.glissade.plan.Instruction;
import org.glissade.plan.Plan;
import org.glissade.plan.Slot;
import org.glissade.plan.Step;
import org.glissade.plan.View;
import org.glissade.tensor.BinaryFn;
import org.glissade.tensor.DType;
import org.glissade.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A step that takes rows of bytes, each times a factor, into a slot that nothing reads but matrix
 * products, as their A: what is 0 there need not be taken, nor multiplied.
 *
 * @param gather the step
 * @param rows what it loads: rows that an index picks, or rows as they lie
 * @param factor what each byte is multiplied by
 */
record SparseUse(Step.Map gather, Rows rows, double factor) {

  /** Rows of some data, in the order of an index or, where there is none, in their own. */
  record Rows(View data, @Nullable View index, List<Integer> strides) {
    /** What an instruction loads, if that is rows of the outermost axis. */
    private static Optional<Rows> of(Instruction instruction) {
      if (instruction instanceof Instruction.LoadRow row && row.rowAxis() == 0) {
        return Optional.of(new Rows(row.data(), row.index(), row.strides()));
      }
      return instruction instanceof Instruction.Load load
          ? Optional.of(new Rows(load.view(), null, load.strides()))
          : Optional.empty();
    }
  }

  /** All such steps of a plan. */
  static List<SparseUse> of(Plan plan) {
    return plan.steps().stream()
        .filter(Step.Map.class::isInstance)
        .flatMap(step -> of((Step.Map) step, plan).stream())
        .toList();
  }

  private static Optional<SparseUse> of(Step.Map gather, Plan plan) {
    List<Instruction> code = gather.code().instructions();
    Optional<Rows> rows = Rows.of(code.get(0)).filter(found -> takesWholeRows(gather, found));
    if (rows.isEmpty() || !onlyMultiplied(gather, plan)) {
      return Optional.empty();
    }
    return factor(code).map(factor -> new SparseUse(gather, rows.get(), factor));
  }

  private static boolean takesWholeRows(Step.Map gather, Rows rows) {
    Shape to = gather.shape();
    Shape from = rows.data().shape();
    if (rows.data().slot().type() != DType.U8 || to.rank() == 0 || from.rank() == 0) {
      return false;
    }
    boolean whole = to.size() / to.dim(0) == from.size() / from.dim(0);
    for (int axis = rows.index() == null ? 0 : 1; whole && axis < to.rank(); axis++) {
      whole = to.dim(axis) == 1 || rows.strides().get(axis) == to.stride(axis);
    }
    return whole && gather.out().offset() == 0;
  }

  /** What bytes are multiplied by; nothing where the code does more than that. */
  private static Optional<Double> factor(List<Instruction> code) {
    if (code.size() == 1) {
      return Optional.of(1.0);
    }
    boolean product =
        code.size() == 3
            && code.get(2) instanceof Instruction.Binary binary
            && binary.fn() == BinaryFn.MULTIPLY
            && binary.x() != binary.y();
    return product && code.get(1) instanceof Instruction.Constant constant
        ? Optional.of(constant.value())
        : Optional.empty();
  }

  private static boolean onlyMultiplied(Step.Map gather, Plan plan) {
    Slot slot = gather.out().slot();
    int rows = gather.shape().dim(0);
    return products(slot, plan)
            .allMatch(p -> (p.transposeA() ? p.k() : p.m()) == rows && !p.transposeB())
        && plan.outputs().values().stream().noneMatch(view -> view.slot().equals(slot))
        && plan.steps().stream()
            .filter(step -> step != gather)
            .noneMatch(step -> touches(step, slot));
  }

  private static Stream<Step.MatMul> products(Slot a, Plan plan) {
    return plan.steps().stream()
        .filter(Step.MatMul.class::isInstance)
        .map(Step.MatMul.class::cast)
        .filter(product -> product.a().slot().equals(a));
  }

  /** Whether a step has to do with a slot in another way than as A of a product. */
  private static boolean touches(Step step, Slot slot) {
    if (step instanceof Step.MatMul product) {
      return product.b().slot().equals(slot)
          || product.out().slot().equals(slot)
          || product.finish() != null && loads(product.finish(), slot);
    }
    if (step instanceof Step.Map map) {
      return map.out().slot().equals(slot) || loads(map.code(), slot);
    }
    if (step instanceof Step.Reduce reduce) {
      return reduce.out().slot().equals(slot) || loads(reduce.code(), slot);
    }
    if (step instanceof Step.ArgMax argMax) {
      return argMax.in().slot().equals(slot) || argMax.out().slot().equals(slot);
    }
    return step instanceof Step.Random random && random.out().slot().equals(slot);
  }

  private static boolean loads(Code code, Slot slot) {
    return code.instructions().stream()
        .anyMatch(
            instruction ->
                instruction instanceof Instruction.Load load && load.view().slot().equals(slot)
                    || instruction instanceof Instruction.LoadRow row
                        && row.data().slot().equals(slot));
  }

  /** The slot that the rows are gathered into. */
  Slot out() {
    return gather.out().slot();
  }

  /** The rows themselves, sparse up to a density. */
  SparseBatch batch(Function<Slot, Cell> cells, double most) {
    View index = rows.index();
    PickedRows picked =
        new PickedRows(
            cells.apply(rows.data().slot()),
            rows.data(),
            index == null ? null : cells.apply(index.slot()),
            gather.shape().dim(0));
    return new SparseBatch(picked, most, (float) factor);
  }
}
