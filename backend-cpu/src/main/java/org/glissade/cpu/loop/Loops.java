package org.glissade.cpu.loop;

import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Compiles loops, each kind of code once. Safe for any number of threads. */
public final class Loops {
  private static final String NAME = Type.getInternalName(Loops.class) + "$Compiled";
  private static final String SUPER = Type.getInternalName(Object.class);
  private static final String RUN =
      Type.getMethodDescriptor(
          Type.VOID_TYPE,
          Type.getType(float[][].class),
          Type.getType(int[].class),
          Type.getType(double[].class),
          Type.INT_TYPE,
          Type.INT_TYPE,
          Type.INT_TYPE);

  private final int lanes;
  private final Map<LoopCode, Loop> compiled = new ConcurrentHashMap<>();
  private final Map<LoopCode, Loop> exact = new ConcurrentHashMap<>();

  /**
   * A compiler of loops.
   *
   * @param lanes floats of a vector; 1 for plain loops
   */
  public Loops(int lanes) {
    this.lanes = lanes;
  }

  /** The loop of some code, in floats. A uniform value is rounded to a float first. */
  public Loop compile(LoopCode code) {
    return compiled.computeIfAbsent(code, key -> define(write(key, false)));
  }

  /**
   * The loop of some code where products with uniform values, and quotients by them, are computed
   * in double: slower, for values outside the range of floats.
   */
  public Loop compileExact(LoopCode code) {
    return exact.computeIfAbsent(code, key -> define(write(key, true)));
  }

  private static Loop define(byte[] bytes) {
    try {
      MethodHandles.Lookup defined = MethodHandles.lookup().defineHiddenClass(bytes, true);
      return (Loop) defined.lookupClass().getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("This JVM refuses a class that was made at run time", e);
    }
  }

  private byte[] write(LoopCode code, boolean inDouble) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    int access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER;
    String[] interfaces = {Type.getInternalName(Loop.class)};
    writer.visit(Opcodes.V17, access, NAME, null, SUPER, interfaces);
    constructor(writer);
    boolean vectors = lanes > 1 && !inDouble;
    if (vectors) {
      body(writer, "vectors", method -> new VectorBody(method, code, lanes));
    }
    body(writer, "elements", method -> new PlainBody(method, code, inDouble));
    run(writer, vectors);
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void constructor(ClassWriter writer) {
    MethodVisitor method = writer.visitMethod(0, "<init>", "()V", null, null);
    method.visitCode();
    method.visitVarInsn(Opcodes.ALOAD, 0);
    method.visitMethodInsn(Opcodes.INVOKESPECIAL, SUPER, "<init>", "()V", false);
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  private static void body(
      ClassWriter writer, String name, java.util.function.Function<MethodVisitor, LoopBody> body) {
    int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC;
    MethodVisitor method = writer.visitMethod(access, name, RUN, null, null);
    method.visitCode();
    body.apply(method).write();
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  /**
   * Whole vectors first, the rest by plain Java. They are methods of their own, because JDK 17 does
   * not inline what a profile says is seldom reached, and then each vector stays an object.
   */
  private void run(ClassWriter writer, boolean vectors) {
    int from = 5;
    int to = 6;
    int bound = 7;
    MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC, "run", RUN, null, null);
    method.visitCode();
    if (vectors) {
      // bound = to - (to - from) % lanes
      method.visitVarInsn(Opcodes.ILOAD, to);
      method.visitVarInsn(Opcodes.ILOAD, to);
      method.visitVarInsn(Opcodes.ILOAD, from);
      method.visitInsn(Opcodes.ISUB);
      method.visitIntInsn(Opcodes.BIPUSH, lanes - 1);
      method.visitInsn(Opcodes.IAND);
      method.visitInsn(Opcodes.ISUB);
      method.visitVarInsn(Opcodes.ISTORE, bound);
      call(method, "vectors", from, bound);
      call(method, "elements", bound, to);
    } else {
      call(method, "elements", from, to);
    }
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  private static void call(MethodVisitor method, String name, int from, int to) {
    org.objectweb.asm.Label empty = new org.objectweb.asm.Label();
    method.visitVarInsn(Opcodes.ILOAD, from);
    method.visitVarInsn(Opcodes.ILOAD, to);
    method.visitJumpInsn(Opcodes.IF_ICMPGE, empty);
    for (int argument = 1; argument <= 3; argument++) {
      method.visitVarInsn(Opcodes.ALOAD, argument);
    }
    method.visitVarInsn(Opcodes.ILOAD, 4);
    method.visitVarInsn(Opcodes.ILOAD, from);
    method.visitVarInsn(Opcodes.ILOAD, to);
    method.visitMethodInsn(Opcodes.INVOKESTATIC, NAME, name, RUN, false);
    method.visitLabel(empty);
  }
}
