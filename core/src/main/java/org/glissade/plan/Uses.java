package org.glissade.plan;

import java.util.ArrayList;
import java.util.List;
import org.glissade.tensor.Shape;

/**
 * What a step touches, and along which axis it can be shared out.
 *
 * @param rows along how many rows; {@link #FLAT} along the flat index; {@link #COLUMNS} in a way of
 *     its own; {@link #ALONE} if it is not shared out; {@link #HOST} if nothing runs beside it
 * @param uses the parts of slots that it touches
 */
record Uses(int rows, List<Use> uses) {
  static final int HOST = -3;
  static final int COLUMNS = -2;
  static final int FLAT = -1;
  static final int ALONE = 0;

  /** Whether the order of two steps matters. */
  boolean clashes(Uses other) {
    return uses.stream().anyMatch(use -> other.uses.stream().anyMatch(use::clashes));
  }

  /** Whether workers must meet between two steps: one needs what another worker touches. */
  boolean meets(Uses other) {
    if (rows == HOST || other.rows == HOST) {
      return true;
    }
    if (rows == ALONE && other.rows == ALONE) {
      return false;
    }
    boolean alike = rows == other.rows && rows != COLUMNS;
    return uses.stream()
        .anyMatch(
            use ->
                other.uses.stream().anyMatch(o -> use.clashes(o) && !(alike && use.isSharedAs(o))));
  }

  static Uses of(Step step) {
    return step.accept(new Finder());
  }

  private static final class Finder implements Step.Visitor<Uses> {
    private final List<Use> uses = new ArrayList<>();

    @Override
    public Uses matMul(Step.MatMul step) {
      uses.add(Use.reads(step.a(), !step.transposeA()));
      uses.add(Use.reads(step.b(), false));
      if (step.finish() != null) {
        addLoads(step.finish(), step.m());
      }
      uses.add(Use.writes(step.out(), true));
      return new Uses(step.m(), uses);
    }

    @Override
    public Uses map(Step.Map step) {
      int rows = rows(step.shape());
      addLoads(step.code(), rows);
      uses.add(Use.writes(step.out(), true));
      return new Uses(rows, uses);
    }

    @Override
    public Uses reduce(Step.Reduce step) {
      int rows = step.outer() > 1 ? rows(step.shape()) : step.inner() > 1 ? COLUMNS : ALONE;
      addLoads(step.code(), rows);
      uses.add(Use.writes(step.out(), rows > 0));
      return new Uses(rows, uses);
    }

    @Override
    public Uses argMax(Step.ArgMax step) {
      uses.add(Use.reads(step.in(), true));
      uses.add(Use.writes(step.out(), true));
      return new Uses(step.rows(), uses);
    }

    @Override
    public Uses take(Step.Take step) {
      uses.add(Use.reads(step.list(), false));
      uses.add(Use.reads(step.position(), false));
      uses.add(Use.writes(step.out(), true));
      return new Uses(step.count(), uses);
    }

    @Override
    public Uses random(Step.Random step) {
      uses.add(Use.reads(step.step(), false));
      uses.add(Use.writes(step.out(), true));
      return new Uses(rows(step.out().shape()), uses);
    }

    @Override
    public Uses sweep(Step.Sweep step) {
      if (step.guard() != null) {
        uses.add(Use.reads(step.guard(), false));
      }
      for (Step.Body body : step.bodies()) {
        addLoads(body.code(), FLAT);
        body.stores().forEach(store -> uses.add(Use.writes(store.target(), true)));
        body.reductions().forEach(sum -> uses.add(Use.writes(sum.target(), false)));
      }
      return new Uses(FLAT, uses);
    }

    @Override
    public Uses scalars(Step.Scalars step) {
      for (Step.Assignment assignment : step.assignments()) {
        addLoads(assignment.code(), ALONE);
        uses.add(Use.writes(assignment.target(), false));
      }
      return new Uses(ALONE, uses);
    }

    @Override
    public Uses host(Step.Host step) {
      step.inputs().forEach(input -> uses.add(Use.reads(input, false)));
      step.results().forEach(result -> uses.add(Use.writes(result.target(), false)));
      return new Uses(HOST, uses);
    }

    private static int rows(Shape shape) {
      return shape.rank() == 0 ? 1 : shape.dim(0);
    }

    private void addLoads(Code code, int rows) {
      for (Instruction instruction : code.instructions()) {
        if (instruction instanceof Instruction.Load load) {
          uses.add(Use.reads(load.view(), rows > 0 && isRowByRow(load, rows)));
        } else if (instruction instanceof Instruction.LoadRow row) {
          uses.add(Use.reads(row.data(), false));
          uses.add(Use.reads(row.index(), row.rowAxis() == 0));
        } else if (instruction instanceof Instruction.LoadFlat flat) {
          uses.add(Use.reads(flat.flat(), true));
        } else if (instruction instanceof Instruction.LoadGroup group) {
          uses.add(Use.reads(group.column(), false));
        } else if (instruction instanceof Instruction.LoadColumn column) {
          uses.add(Use.reads(column.column(), false));
        } else if (instruction instanceof Instruction.LoadScalar scalar) {
          uses.add(Use.reads(scalar.scalar(), false));
        }
      }
    }

    private static boolean isRowByRow(Instruction.Load load, int rows) {
      Shape shape = load.view().shape();
      boolean rowed = shape.rank() > 0 && !load.strides().isEmpty() && shape.dim(0) == rows;
      return rowed && load.strides().get(0) == shape.stride(0);
    }
  }
}
