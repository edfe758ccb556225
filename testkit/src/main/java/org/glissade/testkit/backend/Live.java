package org.glissade.testkit.backend;

import java.util.List;
import org.glissade.backend.Backend;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.backend.Store;
import org.glissade.plan.Planner;
import org.glissade.tensor.Variable;
import org.glissade.transform.GradientTransform;

/** A small network in training. */
final class Live implements AutoCloseable {
  private final Session session;
  private final Program program;

  Live(Backend backend, long seed) {
    this(backend, seed, Rules.chain(Rules.momentum(0.9), Rules.rate(0.1)));
  }

  Live(Backend backend, long seed, GradientTransform rule) {
    this.session = backend.open(SessionOptions.seed(seed));
    Steps.SMALL.data(1).forEach(session::bind);
    this.program = session.compile(Planner.plan(Steps.SMALL.step("train", rule)));
  }

  /** Trains on the examples of one step. */
  void step(int number) {
    List<Feed> feeds = Steps.SMALL.feeds(number + 1);
    feeds.get(number).variables().forEach(session.store()::write);
    program.run();
  }

  /** Trains on the examples of the next steps, several at a time. */
  void steps(int count) {
    program.run(count);
  }

  Store store() {
    return session.store();
  }

  double[] parameters() {
    return store().read(Variable.PARAMETERS);
  }

  @Override
  public void close() {
    session.close();
  }
}
