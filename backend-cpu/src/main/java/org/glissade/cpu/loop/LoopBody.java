package org.glissade.cpu.loop;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.DALOAD;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.IADD;
import static org.objectweb.asm.Opcodes.IALOAD;
import static org.objectweb.asm.Opcodes.IF_ICMPGE;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.ISTORE;
import static org.objectweb.asm.Opcodes.ISUB;
import static org.objectweb.asm.Opcodes.SIPUSH;

import org.glissade.cpu.loop.LoopCode.Kind;
import org.glissade.plan.Instruction;
import org.glissade.tensor.BinaryFn;
import org.glissade.tensor.UnaryFn;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/**
 * Writes a static method with one loop: arrays, distances and uniform values into locals, then for
 * every i all inputs, the arithmetic, all outputs.
 */
abstract class LoopBody {
  private static final int ARRAYS = 0;
  private static final int OFFSETS = 1;
  private static final int VALUES = 2;
  private static final int START = 3;
  private static final int I = 4;
  private static final int END = 5;

  final MethodVisitor method;
  final LoopCode code;
  private final int inputs;
  private final int[] arrays;
  private final int[] shifts;
  private final int[] values;
  private int locals = END + 1;

  LoopBody(MethodVisitor method, LoopCode code) {
    this.method = method;
    this.code = code;
    this.inputs = code.inputs().size();
    this.arrays = new int[inputs + code.outputs().size()];
    this.shifts = new int[arrays.length];
    this.values = new int[inputs + code.body().size()];
  }

  final void write() {
    for (int array = 0; array < arrays.length; array++) {
      if (kind(array) == Kind.UNIFORM) {
        values[array] = local(2);
        method.visitVarInsn(ALOAD, VALUES);
        element(array, DALOAD);
        storeUniform(array, values[array]);
      } else {
        place(array);
      }
    }
    Label head = new Label();
    Label end = new Label();
    method.visitLabel(head);
    method.visitVarInsn(ILOAD, I);
    method.visitVarInsn(ILOAD, END);
    method.visitJumpInsn(IF_ICMPGE, end);
    iteration();
    method.visitIincInsn(I, step());
    method.visitJumpInsn(GOTO, head);
    method.visitLabel(end);
  }

  private void place(int array) {
    arrays[array] = local(1);
    method.visitVarInsn(ALOAD, ARRAYS);
    element(array, AALOAD);
    method.visitVarInsn(ASTORE, arrays[array]);
    if (kind(array) == Kind.SHIFTED) {
      shifts[array] = local(1);
      method.visitVarInsn(ALOAD, OFFSETS);
      element(array, IALOAD);
      method.visitVarInsn(ILOAD, START);
      method.visitInsn(ISUB);
      method.visitVarInsn(ISTORE, shifts[array]);
    }
  }

  private void element(int index, int opcode) {
    method.visitIntInsn(SIPUSH, index);
    method.visitInsn(opcode);
  }

  private void iteration() {
    for (int input = 0; input < inputs; input++) {
      if (kind(input) != Kind.UNIFORM) {
        values[input] = local(1);
        read(input);
        store(values[input]);
      }
    }
    for (int i = 0; i < code.body().size(); i++) {
      values[inputs + i] = local(1);
      compute(code.body().get(i));
      store(values[inputs + i]);
    }
    for (int output = 0; output < code.outputs().size(); output++) {
      write(code.outputs().get(output).value(), inputs + output);
    }
  }

  private void compute(Instruction instruction) {
    if (instruction instanceof Instruction.Unary unary) {
      unary(unary.fn(), unary.x());
    } else if (instruction instanceof Instruction.Binary binary) {
      binary(binary.fn(), binary.x(), binary.y());
    } else if (instruction instanceof Instruction.Select select) {
      select(select.condition(), select.yes(), select.no());
    } else {
      throw new IllegalStateException("A loop cannot compute " + instruction);
    }
  }

  private Kind kind(int array) {
    return array < inputs ? code.inputs().get(array) : code.outputs().get(array - inputs).kind();
  }

  private int local(int slots) {
    locals += slots;
    return locals - slots;
  }

  /** Pushes an array and the index of element i in it. */
  final void pushPlace(int array) {
    method.visitVarInsn(ALOAD, arrays[array]);
    method.visitVarInsn(ILOAD, I);
    if (kind(array) == Kind.SHIFTED) {
      method.visitVarInsn(ILOAD, shifts[array]);
      method.visitInsn(IADD);
    }
  }

  /** The local variable of a value. */
  final int variable(int value) {
    return values[value];
  }

  /** By how much i grows. */
  abstract int step();

  /** Turns the double on the stack into what is kept of a uniform input, and keeps it. */
  abstract void storeUniform(int input, int local);

  /** Pushes the elements at i of an array. */
  abstract void read(int array);

  /** Keeps what is on the stack in a local variable. */
  abstract void store(int local);

  /** Writes a value to the elements at i of an array. */
  abstract void write(int value, int array);

  /** Pushes a function of a value. */
  abstract void unary(UnaryFn fn, int x);

  /** Pushes a function of two values. */
  abstract void binary(BinaryFn fn, int x, int y);

  /** Pushes one of two values, as a condition says. */
  abstract void select(int condition, int yes, int no);
}
