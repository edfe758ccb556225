package org.glissade.cpu;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.glissade.cpu.kernel.Kernels;
import org.glissade.cpu.loop.LoopCode;
import org.glissade.cpu.loop.LoopCode.Kind;
import org.glissade.cpu.loop.Loops;
import org.glissade.plan.Code;
import org.glissade.plan.Instruction;

/**
 * Parts code into loops. Arithmetic that waits for no kernel makes the first loop, what follows the
 * first kernels the second, and so on; long ones are cut. Values that a later part needs lie in the
 * tile; what has a target is written by the last loop, after everything has been read.
 */
final class TileCompiler {
  /** Instructions of a loop at most: of much more, JDK 17 inlines only a part. */
  private static final int LONGEST = 24;

  private final Loops loops;
  private final TileFunctions functions;
  private final List<Instruction> code;
  private final Leaves leaves;
  private final List<Target> targets;
  private final int size;
  private final int workers;
  private final int[] part;
  private final Set<Integer> read;
  private final Set<Integer> kept;

  private TileCompiler(
      Kernels kernels,
      Loops loops,
      Code code,
      Leaves leaves,
      List<Target> targets,
      Collection<Integer> read,
      int size,
      int workers) {
    this.loops = loops;
    this.functions = new TileFunctions(kernels);
    this.code = code.instructions();
    this.leaves = leaves;
    this.targets = targets;
    this.size = size;
    this.workers = workers;
    this.part = parts();
    this.read = Set.copyOf(read);
    this.kept = kept();
  }

  /**
   * Compiles code.
   *
   * @param targets where results go
   * @param read the instructions whose values are read from the tile
   * @param size elements of a tile at most, where values lie in it
   */
  static TileCode compile(
      Kernels kernels,
      Loops loops,
      Code code,
      Leaves leaves,
      List<Target> targets,
      Collection<Integer> read,
      int size,
      int workers) {
    return new TileCompiler(kernels, loops, code, leaves, targets, read, size, workers).compile();
  }

  private boolean isLoop(int i) {
    return LoopCode.has(code.get(i));
  }

  private boolean isKernel(int i) {
    return !isLoop(i) && !Leaves.isLeaf(code.get(i));
  }

  /** For each instruction that is no leaf the part that computes it, counted from 0. */
  private int[] parts() {
    int[] result = new int[code.size()];
    int[] members = new int[code.size() + 1];
    for (int i = 0; i < result.length; i++) {
      int after = 0;
      for (int operand : LoopCode.operands(code.get(i))) {
        after = Math.max(after, isKernel(operand) ? result[operand] + 1 : result[operand]);
      }
      while (isLoop(i) && members[after] == LONGEST) {
        after++;
      }
      result[i] = after;
      members[after] += isLoop(i) ? 1 : 0;
    }
    return result;
  }

  /** What later parts, kernels or the caller read from the tile. */
  private Set<Integer> kept() {
    Set<Integer> result = new HashSet<>(read);
    int last = last();
    for (int i = 0; i < code.size(); i++) {
      for (int operand : LoopCode.operands(code.get(i))) {
        if (isKernel(i) || part[operand] != part[i]) {
          result.add(operand);
        }
      }
    }
    targets.stream().map(Target::value).filter(v -> part[v] != last).forEach(result::add);
    return result;
  }

  private int last() {
    int last = 0;
    for (int i = 0; i < part.length; i++) {
      last = Math.max(last, isKernel(i) ? part[i] + 1 : part[i]);
    }
    return last;
  }

  private TileCode compile() {
    List<TileOp> loads = new ArrayList<>();
    List<TileOp> ops = new ArrayList<>();
    boolean inPlace = true;
    for (int i = 0; i < code.size(); i++) {
      Instruction instruction = code.get(i);
      if (Leaves.isLeaf(instruction)) {
        TileOp load = leaves.compile(instruction, i);
        boolean filled = Leaves.isUniform(instruction) && isArray(i);
        loads.add(filled ? filled(load, i) : load);
        inPlace &= leaves.isInPlace(instruction) && !filled;
      }
    }
    int last = last();
    for (int p = 0; p <= last; p++) {
      inPlace &= addLoop(ops, p, p == last ? targets : List.of());
      for (int i = 0; i < code.size(); i++) {
        if (isKernel(i) && part[i] == p) {
          ops.add(functions.compile(code.get(i), i));
          inPlace = false;
        }
      }
    }
    int most = inPlace ? Integer.MAX_VALUE : size;
    return new TileCode(loads, ops, code.size(), most, size, workers);
  }

  /** Whether a uniform value is read as an array: by a kernel or by the caller. */
  private boolean isArray(int uniform) {
    boolean array = read.contains(uniform);
    for (int i = 0; i < code.size(); i++) {
      array |= isKernel(i) && LoopCode.operands(code.get(i)).contains(uniform);
    }
    return array;
  }

  private static TileOp filled(TileOp load, int i) {
    return (tile, start, n) -> {
      load.run(tile, start, n);
      java.util.Arrays.fill(tile.own(i), 0, n, (float) tile.values[i]);
    };
  }

  /** Adds the loop of a part, if it has one; false if it writes to the tile. */
  private boolean addLoop(List<TileOp> ops, int p, List<Target> written) {
    List<Integer> body = new ArrayList<>();
    Set<Integer> inputs = new TreeSet<>();
    for (int i = 0; i < code.size(); i++) {
      if (isLoop(i) && part[i] == p) {
        body.add(i);
      }
    }
    for (int i : body) {
      LoopCode.operands(code.get(i)).stream().filter(x -> !body.contains(x)).forEach(inputs::add);
    }
    written.stream().map(Target::value).filter(v -> !body.contains(v)).forEach(inputs::add);
    if (body.isEmpty() && written.isEmpty()) {
      return true;
    }
    int[] registers = body.stream().filter(kept::contains).mapToInt(Integer::intValue).toArray();
    ops.add(loop(List.copyOf(inputs), body, registers, written));
    return registers.length == 0;
  }

  private LoopOp loop(
      List<Integer> inputs, List<Integer> body, int[] registers, List<Target> written) {
    int[] numbers = new int[code.size()];
    int next = 0;
    for (int input : inputs) {
      numbers[input] = next++;
    }
    for (int i : body) {
      numbers[i] = next++;
    }
    List<LoopCode.Output> outputs = new ArrayList<>();
    for (int register : registers) {
      outputs.add(new LoopCode.Output(numbers[register], Kind.SHIFTED));
    }
    for (Target target : written) {
      Kind kind = target.flat() ? Kind.FLAT : Kind.SHIFTED;
      outputs.add(new LoopCode.Output(numbers[target.value()], kind));
    }
    LoopCode loop =
        new LoopCode(
            inputs.stream().map(this::kind).toList(),
            body.stream().map(i -> renumbered(code.get(i), numbers)).toList(),
            outputs);
    boolean[] perUnit = new boolean[inputs.size()];
    for (int k = 0; k < perUnit.length; k++) {
      perUnit[k] = Leaves.isPerUnit(code.get(inputs.get(k)));
    }
    int[] numbered = inputs.stream().mapToInt(Integer::intValue).toArray();
    return new LoopOp(loops, loop, numbered, perUnit, registers, written, workers);
  }

  private Kind kind(int input) {
    Instruction instruction = code.get(input);
    if (Leaves.isUniform(instruction)) {
      return Kind.UNIFORM;
    }
    return Leaves.isLeaf(instruction) && leaves.isFlat(instruction) ? Kind.FLAT : Kind.SHIFTED;
  }

  private static Instruction renumbered(Instruction instruction, int[] numbers) {
    List<Integer> operands = LoopCode.operands(instruction).stream().map(x -> numbers[x]).toList();
    if (instruction instanceof Instruction.Unary unary) {
      return new Instruction.Unary(unary.fn(), operands.get(0));
    }
    if (instruction instanceof Instruction.Binary binary) {
      return new Instruction.Binary(binary.fn(), operands.get(0), operands.get(1));
    }
    return new Instruction.Select(operands.get(0), operands.get(1), operands.get(2));
  }
}
