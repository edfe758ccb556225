package org.glissade.bench.race;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glissade.bench.contest.Workload;

/**
 * From the start of a process to the end of its first epoch of W1: wall seconds, and the most
 * memory that the process ever held.
 */
final class StartEvent {
  private static final Setup TWO = new Setup(2, Waiting.PASSIVE);

  private final Stable stable;

  StartEvent(Stable stable) {
    this.stable = stable;
  }

  List<Section> hold() {
    List<Starter> starters = starters();
    int rounds = stable.options().rounds();
    for (int round = 1; round <= rounds; round++) {
      starters.forEach(Starter::go);
      stable.tell("W7 round %d of %d".formatted(round, rounds));
    }
    return List.of(
        section("W7", "first epoch of W1 done", "s", rows(starters, false)),
        section("W7-memory", "most memory until then", "MB", rows(starters, true)));
  }

  private static Section section(String id, String title, String unit, List<Row> rows) {
    return new Section(id, "from the start of the process: " + title, unit, rows, List.of())
        .compared();
  }

  private static List<Row> rows(List<Starter> starters, boolean memory) {
    return starters.stream().map(starter -> memory ? starter.memory() : starter.seconds()).toList();
  }

  private List<Starter> starters() {
    List<Starter> starters = new ArrayList<>();
    starters.add(
        new Starter(
            "Glissade, the main job",
            "its own choice",
            true,
            "tested as well",
            () -> FirstEpoch.ofMainJob(stable)));
    starters.add(
        new Starter(
            "Glissade, the epoch alone",
            TWO.toString(),
            true,
            "",
            () -> FirstEpoch.of(stable, stable.oursAsStarted(), TWO, Workload.CHAIN)));
    for (Rival rival : Rival.values()) {
      starters.add(starter(rival));
    }
    return starters;
  }

  private Starter starter(Rival rival) {
    Optional<Entrant> entrant = stable.rival(rival);
    Optional<Setup> setup =
        entrant.flatMap(present -> stable.best(rival, present, Workload.W1.name()));
    return new Starter(
        rival.title(),
        setup.map(Setup::toString).orElse(""),
        false,
        rival.remark(),
        () ->
            FirstEpoch.of(
                stable,
                entrant.orElseThrow(() -> new RaceException(Stable.NOT_HERE)),
                setup.orElseThrow(() -> new RaceException(Stable.STUCK)),
                ""));
  }
}
