package org.glissade.bench.race;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.glissade.bench.contest.Request;

/** All who may take part, and the setup in which each is at its best. */
final class Stable {
  /** Seconds that any one turn may take. */
  static final long PATIENCE = 240;

  /** Why a rival is absent. */
  static final String NOT_HERE = "not here: its jars could not be had, see rivals.log";

  /** Why a rival that is there takes no part. */
  static final String STUCK = "it failed or was stuck in all setups";

  private static final long QUALIFYING_PATIENCE = 20;
  private static final int QUALIFYING_EXAMPLES = 12_800;
  private static final String OURS_MAIN = "org.glissade.bench.Ours";
  private static final List<String> VECTOR = List.of("--add-modules", "jdk.incubator.vector");

  private final Options options;
  private final Course course;
  private final PrintStream out;
  private final Map<String, Optional<Setup>> best = new HashMap<>();

  Stable(Options options, Course course, PrintStream out) {
    this.options = options;
    this.course = course;
    this.out = out;
  }

  Options options() {
    return options;
  }

  Course course() {
    return course;
  }

  /** Says how far the race is. */
  void tell(String line) {
    out.println(line);
  }

  /** Glissade. */
  Entrant ours() {
    return ours("Glissade", VECTOR);
  }

  /** Glissade with a property of the JVM. */
  Entrant ours(String name, String property) {
    return ours(name, Stream.concat(VECTOR.stream(), Stream.of("-D" + property)).toList());
  }

  /** Glissade with the options of the JVM that the README's command runs it in. */
  Entrant oursAsStarted() {
    return ours("Glissade started", course.jobOptions());
  }

  /** Glissade on a JVM that was not asked for the Vector API. */
  Entrant oursWithoutVectors() {
    return ours("Glissade plain", List.of());
  }

  private static Entrant ours(String name, List<String> jvm) {
    return new Entrant(name, jvm, System.getProperty("java.class.path"), OURS_MAIN);
  }

  /** A rival, if its jars are there. */
  Optional<Entrant> rival(Rival rival) {
    return course
        .classPath(rival)
        .map(classPath -> new Entrant(rival.title(), List.of(), classPath, rival.main()));
  }

  /** A process that is ready for its turns. */
  Contestant start(Entrant entrant, Setup setup, String work, String chain) {
    return start(entrant, setup, work, chain, options.examples(), PATIENCE);
  }

  private Contestant start(
      Entrant entrant, Setup setup, String work, String chain, int examples, long patience) {
    Request request = new Request(work, course.digits(), examples, setup.threads(), chain);
    Contestant contestant = Contestant.start(entrant, setup, request, course.out());
    contestant.awaitReady(patience);
    return contestant;
  }

  /** The setup in which a rival does this work soonest; sought once. */
  Optional<Setup> best(Rival rival, Entrant entrant, String work) {
    return best.computeIfAbsent(rival + work, key -> qualify(entrant, work));
  }

  private Optional<Setup> qualify(Entrant entrant, String work) {
    return Qualifying.best(Setup.ALL, setup -> qualify(entrant, work, setup));
  }

  private Optional<Double> qualify(Entrant entrant, String work, Setup setup) {
    int turns = options.quick() ? 1 : 2;
    try (Contestant contestant =
        start(entrant, setup, work, "", QUALIFYING_EXAMPLES, QUALIFYING_PATIENCE)) {
      contestant.turn(QUALIFYING_PATIENCE);
      double least = Double.POSITIVE_INFINITY;
      for (int turn = 0; turn < turns; turn++) {
        least = Math.min(least, contestant.turn(QUALIFYING_PATIENCE)[0]);
      }
      tell("  qualifying %s: %s, %s: %.4f s".formatted(work, entrant.name(), setup, least));
      return Optional.of(least);
    } catch (RaceException e) {
      tell("  qualifying %s: %s, %s: %s".formatted(work, entrant.name(), setup, e.getMessage()));
      return Optional.empty();
    }
  }

  /** A runner for a rival at its best; one that cannot run is absent and says why. */
  Runner runner(Rival rival, String work) {
    Optional<Entrant> entrant = rival(rival);
    Setup none = Setup.ALL.get(0);
    if (entrant.isEmpty()) {
      return new Runner(rival.title(), none, false).note(NOT_HERE);
    }
    return best(rival, entrant.get(), work)
        .map(setup -> new Runner(rival.title(), setup, false).begin(this, entrant.get(), work, ""))
        .orElseGet(() -> new Runner(rival.title(), none, false).note(STUCK));
  }
}
