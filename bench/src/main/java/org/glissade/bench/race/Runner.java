package org.glissade.bench.race;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** A contestant in an event: its process, and what it has measured so far. */
final class Runner implements AutoCloseable {
  private final String name;
  private final Setup setup;
  private final boolean ours;
  private final List<double[]> turns = new ArrayList<>();
  private @Nullable Contestant contestant;
  private String remark = "";
  private OptionalDouble accuracy = OptionalDouble.empty();

  Runner(String name, Setup setup, boolean ours) {
    this.name = name;
    this.setup = setup;
    this.ours = ours;
  }

  /** Begins; one that cannot stays in the event as a row that says why. */
  Runner begin(Stable stable, Entrant entrant, String work, String chain) {
    try {
      contestant = stable.start(entrant, setup, work, chain);
    } catch (RaceException e) {
      remark = String.valueOf(e.getMessage());
    }
    return this;
  }

  /** Who it is. */
  String name() {
    return name;
  }

  /** How it computes. */
  Setup setup() {
    return setup;
  }

  /** Whether it has begun and not given up. */
  boolean isRunning() {
    return contestant != null;
  }

  /** Takes a turn that does not count. */
  void warmUp() {
    go();
  }

  /** Takes a turn that counts, and gives what it measured. */
  Optional<double[]> turn() {
    Optional<double[]> measured = go();
    measured.ifPresent(turns::add);
    return measured;
  }

  private Optional<double[]> go() {
    Contestant running = contestant;
    if (running == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(running.turn(Stable.PATIENCE));
    } catch (RaceException e) {
      giveUp(e);
      return Optional.empty();
    }
  }

  /** Tells the test set. */
  void test() {
    Contestant running = contestant;
    if (running != null) {
      try {
        accuracy = OptionalDouble.of(running.accuracy(Stable.PATIENCE));
      } catch (RaceException e) {
        giveUp(e);
      }
    }
  }

  private void giveUp(RaceException reason) {
    note(String.valueOf(reason.getMessage()));
    close();
  }

  /** Says what a reader must know. */
  Runner note(String text) {
    remark = remark.isEmpty() || text.isEmpty() ? remark + text : remark + "; " + text;
    return this;
  }

  /** One of the numbers of each turn that counted. */
  List<Double> values(int index) {
    return turns.stream().map(turn -> turn[index]).toList();
  }

  /** One of the numbers of its last turn. */
  Optional<Double> last(int index) {
    return turns.isEmpty() || turns.get(turns.size() - 1).length <= index
        ? Optional.empty()
        : Optional.of(turns.get(turns.size() - 1)[index]);
  }

  /** Its row, each first number changed to the table's unit. */
  Row row(DoubleUnaryOperator unit) {
    if (turns.isEmpty()) {
      return Row.absent(name, remark);
    }
    List<Double> values = values(0).stream().map(unit::applyAsDouble).toList();
    Row row = Row.of(name, setup.toString(), ours, new Sample(values)).noting(remark);
    return accuracy.isPresent() ? row.withAccuracy(accuracy.getAsDouble()) : row;
  }

  @Override
  public void close() {
    if (contestant != null) {
      contestant.close();
      contestant = null;
    }
  }
}
