package org.glissade.cpu.loop;

import static org.objectweb.asm.Opcodes.D2F;
import static org.objectweb.asm.Opcodes.DDIV;
import static org.objectweb.asm.Opcodes.DLOAD;
import static org.objectweb.asm.Opcodes.DMUL;
import static org.objectweb.asm.Opcodes.DSTORE;
import static org.objectweb.asm.Opcodes.F2D;
import static org.objectweb.asm.Opcodes.FADD;
import static org.objectweb.asm.Opcodes.FALOAD;
import static org.objectweb.asm.Opcodes.FASTORE;
import static org.objectweb.asm.Opcodes.FCONST_0;
import static org.objectweb.asm.Opcodes.FDIV;
import static org.objectweb.asm.Opcodes.FLOAD;
import static org.objectweb.asm.Opcodes.FMUL;
import static org.objectweb.asm.Opcodes.FNEG;
import static org.objectweb.asm.Opcodes.FSTORE;
import static org.objectweb.asm.Opcodes.FSUB;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;

import org.glissade.tensor.BinaryFn;
import org.glissade.tensor.UnaryFn;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** A loop that handles one element at a time. */
final class PlainBody extends LoopBody {
  private static final String MATH = Type.getInternalName(Math.class);
  private static final String ELEMENT = Type.getInternalName(Element.class);
  private static final String ONE = "(F)F";
  private static final String TWO = "(FF)F";

  private final boolean inDouble;

  /**
   * A loop.
   *
   * @param inDouble whether products with uniform values and quotients by them are made in double
   */
  PlainBody(MethodVisitor method, LoopCode code, boolean inDouble) {
    super(method, code);
    this.inDouble = inDouble;
  }

  @Override
  int step() {
    return 1;
  }

  @Override
  void storeUniform(int input, int local) {
    if (inDouble) {
      method.visitVarInsn(DSTORE, local);
    } else {
      method.visitInsn(D2F);
      method.visitVarInsn(FSTORE, local);
    }
  }

  @Override
  void read(int array) {
    pushPlace(array);
    method.visitInsn(FALOAD);
  }

  @Override
  void store(int local) {
    method.visitVarInsn(FSTORE, local);
  }

  @Override
  void write(int value, int array) {
    pushPlace(array);
    push(value);
    method.visitInsn(FASTORE);
  }

  private void push(int value) {
    if (inDouble && code.isUniform(value)) {
      method.visitVarInsn(DLOAD, variable(value));
      method.visitInsn(D2F);
    } else {
      method.visitVarInsn(FLOAD, variable(value));
    }
  }

  @Override
  void unary(UnaryFn fn, int x) {
    push(x);
    switch (fn) {
      case NEGATE -> method.visitInsn(FNEG);
      case ABS -> call(MATH, "abs", ONE);
      case SIGN -> call(MATH, "signum", ONE);
      case SQUARE -> {
        push(x);
        method.visitInsn(FMUL);
      }
      case SQRT -> {
        method.visitInsn(F2D);
        call(MATH, "sqrt", "(D)D");
        method.visitInsn(D2F);
      }
      case RECIPROCAL_OR_ZERO -> call(ELEMENT, "reciprocalOrZero", ONE);
      case RELU -> {
        method.visitInsn(FCONST_0);
        call(MATH, "max", TWO);
      }
      case IS_FINITE -> call(ELEMENT, "isFinite", ONE);
      case DETACH -> {}
      case EXP, LOG, TANH, SIGMOID, ERF, COS, FLOOR ->
          throw new IllegalStateException("A loop cannot compute " + fn);
    }
  }

  @Override
  void binary(BinaryFn fn, int x, int y) {
    if (inDouble && fn == BinaryFn.MULTIPLY && code.isUniform(y)) {
      inDouble(x, y, DMUL);
    } else if (inDouble && fn == BinaryFn.MULTIPLY && code.isUniform(x)) {
      inDouble(y, x, DMUL);
    } else if (inDouble && fn == BinaryFn.DIVIDE && code.isUniform(y)) {
      inDouble(x, y, DDIV);
    } else {
      push(x);
      push(y);
      inFloat(fn);
    }
  }

  private void inDouble(int x, int uniform, int opcode) {
    push(x);
    method.visitInsn(F2D);
    method.visitVarInsn(DLOAD, variable(uniform));
    method.visitInsn(opcode);
    method.visitInsn(D2F);
  }

  private void inFloat(BinaryFn fn) {
    switch (fn) {
      case ADD -> method.visitInsn(FADD);
      case SUBTRACT -> method.visitInsn(FSUB);
      case MULTIPLY -> method.visitInsn(FMUL);
      case DIVIDE -> method.visitInsn(FDIV);
      case MAXIMUM -> call(MATH, "max", TWO);
      case MINIMUM -> call(MATH, "min", TWO);
      case LESS -> call(ELEMENT, "less", TWO);
      case LESS_OR_EQUAL -> call(ELEMENT, "lessOrEqual", TWO);
      case EQUAL -> call(ELEMENT, "equal", TWO);
      case POWER -> throw new IllegalStateException("A loop cannot compute " + fn);
    }
  }

  @Override
  void select(int condition, int yes, int no) {
    push(condition);
    push(yes);
    push(no);
    call(ELEMENT, "select", "(FFF)F");
  }

  private void call(String owner, String name, String descriptor) {
    method.visitMethodInsn(INVOKESTATIC, owner, name, descriptor, false);
  }
}
