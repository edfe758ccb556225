package org.glissade.testkit;

import java.util.List;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import org.glissade.backend.Backend;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.backend.Store;
import org.glissade.data.Field;
import org.glissade.plan.Plan;
import org.glissade.plan.Planner;
import org.glissade.reference.ReferenceBackend;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Effect;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Variable;

/** The reference backend, with something wrong in what a subclass overrides. */
class WrongBackend implements Backend {
  private final Backend right = new ReferenceBackend();

  /** Changes the Store whether or not conditions hold. */
  static WrongBackend ignoringConditions() {
    return withEffects(
        effects ->
            effects.stream()
                .map(effect -> new Effect(effect.target(), effect.value(), null))
                .toList());
  }

  /** Changes the Store otherwise than the program says. */
  static WrongBackend withEffects(UnaryOperator<List<Effect>> change) {
    return new WrongBackend() {
      @Override
      Plan compiled(Plan plan) {
        Definition right = plan.definition();
        List<Effect> effects =
            right.effects().isEmpty() ? List.of() : change.apply(right.effects());
        return Planner.plan(
            new Definition(
                right.name(),
                right.graph(),
                right.layout(),
                right.outputs(),
                effects,
                right.gradients()));
      }
    };
  }

  /** With which options a session is really opened. */
  SessionOptions opened(SessionOptions options) {
    return options;
  }

  /** What is really compiled. */
  Plan compiled(Plan plan) {
    return plan;
  }

  /** What a run really does. */
  void run(Program program, SessionOptions options) {
    program.run();
  }

  /** What the host really reads of an output. */
  double read(double number, SessionOptions options) {
    return number;
  }

  /** Really binds. */
  void bind(Session session, String input, Field data) {
    session.bind(input, data);
  }

  /** What the Store really gives. */
  double[] fromStore(String key, double[] values) {
    return values;
  }

  /** What is really written to the Store. */
  double[] toStore(String key, double[] values) {
    return values;
  }

  @Override
  public String name() {
    return "wrong";
  }

  @Override
  public Session open(SessionOptions options) {
    return new WrongSession(right.open(opened(options)), options);
  }

  String description(Session session) {
    return "wrong: " + session.description();
  }

  private final class WrongSession implements Session {
    private final Session session;
    private final SessionOptions options;
    private final Store store;

    WrongSession(Session session, SessionOptions options) {
      this.session = session;
      this.options = options;
      this.store = new WrongStore(session.store());
    }

    @Override
    public String description() {
      return WrongBackend.this.description(session);
    }

    @Override
    public Store store() {
      return store;
    }

    @Override
    public void bind(String input, Field data) {
      WrongBackend.this.bind(session, input, data);
    }

    @Override
    public Program compile(Plan plan) {
      return new WrongProgram(session.compile(compiled(plan)), options);
    }

    @Override
    public void close() {
      session.close();
    }
  }

  private final class WrongStore implements Store {
    private final Store store;

    WrongStore(Store store) {
      this.store = store;
    }

    @Override
    public SortedMap<String, Variable> variables() {
      return store.variables();
    }

    @Override
    public Layout layout() {
      return store.layout();
    }

    @Override
    public double[] read(String key) {
      return fromStore(key, store.read(key));
    }

    @Override
    public void write(String key, double... values) {
      store.write(key, toStore(key, values));
    }
  }

  private final class WrongProgram implements Program {
    private final Program program;
    private final SessionOptions options;

    WrongProgram(Program program, SessionOptions options) {
      this.program = program;
      this.options = options;
    }

    @Override
    public Plan plan() {
      return program.plan();
    }

    @Override
    public void run() {
      WrongBackend.this.run(program, options);
    }

    @Override
    public double scalar(String output) {
      return WrongBackend.this.read(program.scalar(output), options);
    }

    @Override
    public void read(String output, float[] into) {
      program.read(output, into);
      for (int i = 0; i < into.length; i++) {
        into[i] = (float) WrongBackend.this.read(into[i], options);
      }
    }

    @Override
    public void read(String output, double[] into) {
      program.read(output, into);
      for (int i = 0; i < into.length; i++) {
        into[i] = WrongBackend.this.read(into[i], options);
      }
    }
  }
}
