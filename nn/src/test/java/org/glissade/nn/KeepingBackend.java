package org.glissade.nn;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.glissade.backend.Backend;
import org.glissade.backend.Lookup;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.backend.Store;
import org.glissade.data.Field;
import org.glissade.plan.Plan;
import org.glissade.reference.ReferenceBackend;
import org.glissade.tensor.Definition;

/**
 * The reference backend with programs that keep outputs of sixteen runs, all but the gradients, and
 * take note of how many runs were asked for at a time.
 */
final class KeepingBackend implements Backend {
  private static final int KEPT = 16;

  private final Backend reference = new ReferenceBackend();
  private final List<Integer> asked = new ArrayList<>();

  /** How many runs were asked for, call by call. */
  List<Integer> asked() {
    return asked;
  }

  /** All runs so far. */
  int runs() {
    return asked.stream().mapToInt(Integer::intValue).sum();
  }

  @Override
  public String name() {
    return reference.name();
  }

  @Override
  public Session open(SessionOptions options) {
    Session session = reference.open(options);
    return new Session() {
      @Override
      public String description() {
        return session.description();
      }

      @Override
      public Store store() {
        return session.store();
      }

      @Override
      public void bind(String input, Field data) {
        session.bind(input, data);
      }

      @Override
      public Program compile(Plan plan) {
        return new Keeping(session.compile(plan));
      }

      @Override
      public void close() {
        session.close();
      }
    };
  }

  private final class Keeping implements Program {
    private final Program program;
    private final Deque<Map<String, double[]>> kept = new ArrayDeque<>();

    Keeping(Program program) {
      this.program = program;
    }

    @Override
    public Plan plan() {
      return program.plan();
    }

    @Override
    public void run() {
      run(1);
    }

    @Override
    public void run(int times) {
      asked.add(times);
      for (int i = 0; i < times; i++) {
        program.run();
        keep();
      }
    }

    private void keep() {
      Map<String, double[]> outputs = new HashMap<>();
      plan()
          .outputs()
          .forEach(
              (name, view) -> {
                double[] values = new double[view.shape().size()];
                program.read(name, values);
                outputs.put(name, values);
              });
      kept.addFirst(outputs);
      if (kept.size() > KEPT) {
        kept.removeLast();
      }
    }

    private double[] output(String name, int back) {
      Lookup.requireKept(name, back, Math.min(kept.size(), kept(name)));
      return Objects.requireNonNull(List.copyOf(kept).get(back).get(name));
    }

    @Override
    public int kept(String output) {
      return output.equals(Definition.GRADIENTS) ? 1 : KEPT;
    }

    @Override
    public double scalar(String output) {
      return program.scalar(output);
    }

    @Override
    public double scalar(String output, int back) {
      return output(output, back)[0];
    }

    @Override
    public void read(String output, float[] into) {
      program.read(output, into);
    }

    @Override
    public void read(String output, double[] into) {
      program.read(output, into);
    }

    @Override
    public void read(String output, int back, double[] into) {
      System.arraycopy(output(output, back), 0, into, 0, into.length);
    }
  }
}
