package org.glissade.backend;

import org.glissade.data.Field;
import org.glissade.plan.Plan;

/**
 * One run's threads or stream, and its {@link Store}. All programs of a run are compiled in one
 * session and share parameters, states and data. A session is used by one thread at a time.
 */
public interface Session extends AutoCloseable {
  /**
   * The backend that opened it, and with what, for people: {@code cpu: Vector API, 16 float lanes,
   * 2 threads}.
   */
  String description();

  /** What outlives a step. */
  Store store();

  /**
   * Makes data readable under an input name by every program of the session, from their next run
   * on. The array behind the field may be read in place: change it only through another call. What
   * does not fit a program's input is refused when that program runs.
   */
  void bind(String input, Field data);

  /**
   * Makes a plan runnable. Variables that the Store does not hold yet get their first values:
   * parameters from their initialisers, keyed by the session's seed and the parameter's path, all
   * others from their initial expression, with the parameters as the Store then holds them.
   */
  Program compile(Plan plan);

  /** Gives back threads and memory. Programs and the Store must not be used afterwards. */
  @Override
  void close();
}
