package org.glissade.cuda.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.glissade.plan.Plan;

/**
 * A plan as CUDA C++.
 *
 * @param source of all kernels
 * @param launches in the order in which they run; the last carries small outputs to the host
 * @param bytes of the program's own memory
 * @param cleared what of it is 0 before the first run
 * @param places where the slots begin that are the program's own
 * @param keys where the keys of random streams lie, by name, in bytes
 * @param faults what is said where an index leads out of its data
 * @param outbox which outputs are carried to the host
 */
public record PlanCode(
    String source,
    List<Launch> launches,
    long bytes,
    List<Span> cleared,
    Places places,
    Map<String, Long> keys,
    Faults faults,
    Outbox outbox) {
  /** Threads of every block. */
  public static final int THREADS = UnitWriter.threads();

  /** Copies the collections. */
  public PlanCode {
    launches = List.copyOf(launches);
    cleared = List.copyOf(cleared);
    keys = Map.copyOf(keys);
  }

  /** Whether Java on the host stands between the kernels. */
  public boolean isCut() {
    return launches.stream().anyMatch(Launch.Host.class::isInstance);
  }

  /** Writes the kernels of a plan, none of whose products go to the library. */
  public static PlanCode of(Plan plan) {
    return of(plan, Products.none());
  }

  /** Writes the kernels of a plan: one for each stage, more where blocks must meet within it. */
  public static PlanCode of(Plan plan, Products products) {
    Parts parts = new Parts(plan, products);
    for (int i = 0; i < plan.stages().size(); i++) {
      new StageCode("stage" + (i + 1), parts).write(plan.stages().get(i));
    }
    Outbox outbox = new Outbox(plan, parts.places());
    Kernel last = parts.kernel("outputs");
    last.carry();
    outbox.write(last, plan);
    StringBuilder kernels = new StringBuilder();
    parts.kernels().forEach(kernel -> kernels.append('\n').append(kernel.text()));
    String source =
        resource("preamble.cu")
            + (parts.isRandom() ? "\n" + resource("random.cu") : "")
            + "\n"
            + parts.tables().text()
            + kernels.substring(1);
    return new PlanCode(
        source,
        parts.launches(),
        parts.places().size(),
        parts.places().cleared(),
        parts.places(),
        parts.keys(),
        parts.faults(),
        outbox);
  }

  private static String resource(String name) {
    try (InputStream in = PlanCode.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
