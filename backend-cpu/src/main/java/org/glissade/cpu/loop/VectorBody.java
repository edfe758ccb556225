package org.glissade.cpu.loop;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.D2F;
import static org.objectweb.asm.Opcodes.FCONST_0;
import static org.objectweb.asm.Opcodes.FCONST_1;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.SWAP;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.glissade.cpu.kernel.Lanes;
import org.glissade.plan.Instruction;
import org.glissade.tensor.BinaryFn;
import org.glissade.tensor.UnaryFn;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * A loop over whole vectors. It calls the Vector API alone, which is always inlined, and no vector
 * goes from one turn of the loop to the next, so none becomes an object.
 */
final class VectorBody extends LoopBody {
  private static final String LANES = Type.getInternalName(Lanes.class);
  private static final String OPERATORS = Type.getInternalName(VectorOperators.class);
  private static final Type FLOATS = Type.getType(FloatVector.class);
  private static final Type ANY = Type.getType(Vector.class);
  private static final Type MASK = Type.getType(VectorMask.class);
  private static final Type SPECIES = Type.getType(VectorSpecies.class);
  private static final Type COMPARISON = Type.getType(VectorOperators.Comparison.class);
  private static final Type FLOAT = Type.FLOAT_TYPE;

  private final int lanes;

  VectorBody(MethodVisitor method, LoopCode code, int lanes) {
    super(method, code);
    this.lanes = lanes;
  }

  @Override
  int step() {
    return lanes;
  }

  @Override
  void storeUniform(int input, int local) {
    method.visitInsn(D2F);
    species();
    method.visitInsn(SWAP);
    makes("broadcast", SPECIES, FLOAT);
    store(local);
  }

  @Override
  void read(int array) {
    species();
    pushPlace(array);
    makes("fromArray", SPECIES, Type.getType(float[].class), Type.INT_TYPE);
  }

  @Override
  void store(int local) {
    method.visitVarInsn(ASTORE, local);
  }

  @Override
  void write(int value, int array) {
    if (code.isRead(value)) {
      same(value);
    } else {
      push(value);
    }
    pushPlace(array);
    call("intoArray", Type.VOID_TYPE, Type.getType(float[].class), Type.INT_TYPE);
  }

  private void push(int value) {
    method.visitVarInsn(ALOAD, variable(value));
  }

  private void species() {
    method.visitFieldInsn(GETSTATIC, LANES, "LANE", SPECIES.getDescriptor());
  }

  private void makes(String name, Type... arguments) {
    method.visitMethodInsn(
        INVOKESTATIC,
        FLOATS.getInternalName(),
        name,
        Type.getMethodDescriptor(FLOATS, arguments),
        false);
  }

  private void call(String name, Type result, Type... arguments) {
    method.visitMethodInsn(
        INVOKEVIRTUAL,
        FLOATS.getInternalName(),
        name,
        Type.getMethodDescriptor(result, arguments),
        false);
  }

  @Override
  void unary(UnaryFn fn, int x) {
    switch (fn) {
      case NEGATE -> of(x, "neg");
      case ABS -> of(x, "abs");
      case SQRT -> of(x, "sqrt");
      case SQUARE -> of(x, "mul", x);
      case RELU -> {
        push(x);
        method.visitInsn(FCONST_0);
        call("max", FLOATS, FLOAT);
      }
      case SIGN -> {
        push(x);
        where("GT", x, 0f, 1f);
        where("LT", x, 0f, -1f);
      }
      case RECIPROCAL_OR_ZERO -> {
        species();
        method.visitInsn(FCONST_1);
        makes("broadcast", SPECIES, FLOAT);
        push(x);
        call("div", FLOATS, ANY);
        where("EQ", x, 0f, 0f);
      }
      case IS_FINITE -> {
        species();
        makes("zero", SPECIES);
        method.visitInsn(FCONST_1);
        of(x, "abs");
        compare("LE", Float.MAX_VALUE);
        call("blend", FLOATS, FLOAT, MASK);
      }
      case DETACH -> same(x);
      case EXP, LOG, TANH, SIGMOID, ERF, COS, FLOOR ->
          throw new IllegalStateException("A loop cannot compute " + fn);
    }
  }

  /**
   * x times 1: a vector that is stored as it was loaded becomes an object on JDK 17, one that was
   * computed does not.
   */
  private void same(int x) {
    push(x);
    method.visitInsn(FCONST_1);
    call("mul", FLOATS, FLOAT);
  }

  private void of(int x, String name) {
    push(x);
    call(name, FLOATS);
  }

  private void of(int x, String name, int y) {
    push(x);
    push(y);
    call(name, FLOATS, ANY);
  }

  /** Puts a number into the lanes of the vector on the stack where x compares so. */
  private void where(String comparison, int x, float to, float number) {
    method.visitLdcInsn(number);
    push(x);
    compare(comparison, to);
    call("blend", FLOATS, FLOAT, MASK);
  }

  private void compare(String comparison, float to) {
    operator(comparison);
    method.visitLdcInsn(to);
    call("compare", MASK, COMPARISON, FLOAT);
  }

  private void operator(String comparison) {
    method.visitFieldInsn(GETSTATIC, OPERATORS, comparison, COMPARISON.getDescriptor());
  }

  @Override
  void binary(BinaryFn fn, int x, int y) {
    switch (fn) {
      case ADD -> of(x, "add", y);
      case SUBTRACT -> of(x, "sub", y);
      case MULTIPLY -> of(x, "mul", y);
      case DIVIDE -> of(x, "div", y);
      case MAXIMUM -> of(x, "max", y);
      case MINIMUM -> of(x, "min", y);
      case LESS, LESS_OR_EQUAL, EQUAL -> {
        species();
        makes("zero", SPECIES);
        method.visitInsn(FCONST_1);
        mask(fn, x, y);
        call("blend", FLOATS, FLOAT, MASK);
      }
      case POWER -> throw new IllegalStateException("A loop cannot compute " + fn);
    }
  }

  private void mask(BinaryFn fn, int x, int y) {
    push(x);
    operator(fn == BinaryFn.LESS ? "LT" : fn == BinaryFn.EQUAL ? "EQ" : "LE");
    push(y);
    call("compare", MASK, COMPARISON, ANY);
  }

  @Override
  void select(int condition, int yes, int no) {
    push(no);
    push(yes);
    if (comparison(condition) instanceof Instruction.Binary known) {
      mask(known.fn(), known.x(), known.y());
    } else {
      push(condition);
      compare("NE", 0f);
    }
    call("blend", FLOATS, ANY, MASK);
  }

  /** The comparison that makes a condition, or else what makes it. */
  private @org.jspecify.annotations.Nullable Instruction comparison(int condition) {
    int at = condition - code.inputs().size();
    if (at >= 0 && code.body().get(at) instanceof Instruction.Binary binary) {
      return switch (binary.fn()) {
        case LESS, LESS_OR_EQUAL, EQUAL -> binary;
        default -> null;
      };
    }
    return null;
  }
}
