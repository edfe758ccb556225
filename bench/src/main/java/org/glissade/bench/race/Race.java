package org.glissade.bench.race;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.glissade.bench.contest.Workload;

/**
 * Holds the race, or some of its events, and writes what it found after each event: what a person
 * interrupts has told all that was done until then.
 */
public final class Race {
  private final Stable stable;
  private final Publisher publisher;

  private Race(Stable stable, Publisher publisher) {
    this.stable = stable;
    this.publisher = publisher;
  }

  /** Started by Maven, which says where the repository and Maven are. */
  public static void main(String[] arguments) {
    try {
      Options options = Options.parse(arguments);
      Course course =
          new Course(
              Path.of(System.getProperty("race.root", ".")),
              Path.of(System.getProperty("race.maven", "/usr")));
      Files.createDirectories(course.out());
      Stable stable = new Stable(options, course, System.out);
      new Race(stable, new Publisher(course.out())).run();
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(2);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run() {
    stable.tell("Building the rivals; the first time Maven downloads them");
    stable.course().buildRivals();
    Report report = new Report(Environment.of(stable.course()), List.of());
    for (Event event : stable.options().only()) {
      stable.tell(event + ":");
      report = report.with(hold(event)).with("load", load(report.environment()));
      publisher.publish(report);
    }
    stable.tell("\n" + Text.of(report));
    stable.tell("Written to " + stable.course().out());
  }

  private static String load(Map<String, String> environment) {
    String before = environment.getOrDefault("load", "").replaceFirst(" before.*", "");
    return before + " before, " + Environment.load() + " after";
  }

  private List<Section> hold(Event event) {
    return switch (event) {
      case W1 -> List.of(new EpochEvent(stable, Workload.W1).hold());
      case W2 -> List.of(new EpochEvent(stable, Workload.W2).hold());
      case W3 -> List.of(new EpochEvent(stable, Workload.W3).hold());
      case W6 -> List.of(new UpdateEvent(stable).againstLibtorch());
      case CHAINS -> List.of(new UpdateEvent(stable).chains());
      case COST -> List.of(new CostEvent(stable).hold());
      case BUSY -> List.of(new BusyEvent(stable).hold());
      case W7 -> new StartEvent(stable).hold();
      case W8 -> List.of(new SizeEvent(stable).hold());
    };
  }
}
