package org.glissade.cuda.code;

import java.util.List;
import org.glissade.cuda.driver.Product;
import org.glissade.plan.Code;
import org.glissade.plan.Instruction;
import org.glissade.plan.Step;
import org.glissade.plan.View;
import org.glissade.tensor.BinaryFn;
import org.jspecify.annotations.Nullable;

/** Which matrix products go to the library, and what of their finish goes with them. */
public final class Products {
  /** Multiplications below which a product is computed within its stage's kernel. */
  public static final long LARGE = 1L << 24;

  private final long large;
  private final java.util.function.Predicate<Product> known;

  /**
   * Products from a size on.
   *
   * @param large multiplications at least
   * @param known whether the library has a way for a product
   */
  public Products(long large, java.util.function.Predicate<Product> known) {
    this.large = large;
    this.known = known;
  }

  /** None goes to the library. */
  public static Products none() {
    return new Products(Long.MAX_VALUE, product -> false);
  }

  /** How the library computes a step; null if it does not. */
  Launch.@Nullable Multiply of(Step.MatMul step) {
    if ((long) step.m() * step.n() * step.k() < large) {
      return null;
    }
    View bias = bias(step);
    Product product =
        new Product(
            step.m(), step.n(), step.k(), step.transposeA(), step.transposeB(), bias != null);
    if (bias != null && known.test(product)) {
      return new Launch.Multiply(product, step.a(), step.b(), step.out(), bias);
    }
    return known.test(product.plain())
        ? new Launch.Multiply(product.plain(), step.a(), step.b(), step.out(), null)
        : null;
  }

  /** The vector that the finish adds to each row before anything else, if it does. */
  private static @Nullable View bias(Step.MatMul step) {
    Code finish = step.finish();
    if (finish == null) {
      return null;
    }
    for (Instruction instruction : finish.instructions()) {
      if (instruction instanceof Instruction.Binary sum && sum.fn() == BinaryFn.ADD) {
        Instruction x = finish.instructions().get(sum.x());
        Instruction y = finish.instructions().get(sum.y());
        if (x instanceof Instruction.Product
            && y instanceof Instruction.Load load
            && load.strides().equals(List.of(0, 1))
            && load.view().shape().size() == step.n()
            && uses(finish) == 1) {
          return load.view();
        }
      }
    }
    return null;
  }

  /** How many instructions read the product. */
  private static long uses(Code code) {
    return code.instructions().stream()
        .filter(
            instruction ->
                operands(instruction).stream()
                    .anyMatch(i -> code.instructions().get(i) instanceof Instruction.Product))
        .count();
  }

  private static List<Integer> operands(Instruction instruction) {
    if (instruction instanceof Instruction.Unary unary) {
      return List.of(unary.x());
    }
    if (instruction instanceof Instruction.Binary binary) {
      return List.of(binary.x(), binary.y());
    }
    return instruction instanceof Instruction.Select select
        ? List.of(select.condition(), select.yes(), select.no())
        : List.of();
  }
}
