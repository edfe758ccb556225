package org.glissade.nd4j;

import org.glissade.tensor.BinaryFn;
import org.glissade.tensor.UnaryFn;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.bool.IsFinite;
import org.nd4j.linalg.api.ops.impl.transforms.custom.LessThanOrEqual;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erf;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The element-wise functions as ND4J computes them in double. Where ND4J decides otherwise at NaN,
 * at infinities or near 0 than the functions are defined, the places in question are put right.
 * Operands are never changed.
 */
final class Functions {
  /** Below it tanh x is x - x³/3 to the last bit, and ND4J's formula has none left. */
  private static final double SMALL = 1e-4;

  private Functions() {}

  static INDArray of(UnaryFn fn, INDArray x) {
    return switch (fn) {
      case NEGATE -> x.neg();
      case ABS -> Transforms.abs(x, true);
      case SIGN -> keepNaN(x, Transforms.sign(x, true));
      case SQUARE -> x.mul(x);
      case SQRT -> Transforms.sqrt(x, true);
      case RECIPROCAL_OR_ZERO -> Select.where(x, x.rdiv(1), number(0));
      case EXP -> Transforms.exp(x, true);
      case LOG -> Transforms.log(x, true);
      case TANH -> tanh(x);
      case SIGMOID -> Transforms.sigmoid(x, true);
      case ERF -> Nd4j.getExecutioner().exec(new Erf(x, x.ulike()));
      case RELU -> Transforms.relu(x, true);
      case COS -> Transforms.cos(x, true);
      case FLOOR -> Transforms.floor(x, true);
      case IS_FINITE -> isFinite(x);
      case DETACH -> x;
    };
  }

  static INDArray of(BinaryFn fn, INDArray x, INDArray y) {
    return switch (fn) {
      case ADD -> x.add(y);
      case SUBTRACT -> x.sub(y);
      case MULTIPLY -> x.mul(y);
      case DIVIDE -> x.div(y);
      case MAXIMUM -> keepNaN(x, keepNaN(y, Nd4j.math().max(x, y)));
      case MINIMUM -> keepNaN(x, keepNaN(y, Nd4j.math().min(x, y)));
      case POWER -> power(x, y);
      case LESS -> doubles(x.lt(y));
      case LESS_OR_EQUAL -> doubles(Nd4j.exec(new LessThanOrEqual(x, y))[0]);
      case EQUAL -> doubles(x.eq(y));
    };
  }

  private static INDArray number(double value) {
    return Nd4j.createFromArray(new double[] {value});
  }

  private static INDArray doubles(INDArray truth) {
    return truth.castTo(DataType.DOUBLE);
  }

  /** The result, but x where x is NaN. */
  private static INDArray keepNaN(INDArray x, INDArray result) {
    return Select.where(doubles(x.eq(x)), result, x);
  }

  private static INDArray isFinite(INDArray x) {
    INDArray truth = Nd4j.createUninitialized(DataType.BOOL, x.length());
    return doubles(Nd4j.getExecutioner().exec(new IsFinite(x, truth)));
  }

  private static INDArray tanh(INDArray x) {
    INDArray small = doubles(Transforms.abs(x, true).lt(SMALL));
    INDArray series = x.sub(x.mul(x).mul(x).div(3));
    return Select.where(small, series, Transforms.tanh(x, true));
  }

  /** In C 1 to any power is 1, and so is -1 to an infinite one; in Java the result is NaN. */
  private static INDArray power(INDArray x, INDArray y) {
    INDArray odd = doubles(Transforms.abs(x, true).eq(1)).mul(isFinite(y).rsub(1));
    return Select.where(odd, number(Double.NaN), Nd4j.math().pow(x, y));
  }
}
