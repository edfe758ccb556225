package org.glissade.cuda.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.glissade.plan.Plan;
import org.glissade.plan.Slot;
import org.glissade.plan.Stage;
import org.glissade.plan.Step;
import org.glissade.plan.View;

/**
 * A plan as CUDA C++.
 *
 * @param source of all kernels
 * @param launches in the order in which they run; the last carries small outputs to the host
 * @param bytes of the program's own memory
 * @param cleared what of it is 0 before the first run
 * @param offsets where the outputs begin that lie in the program's own memory, by name, in bytes
 * @param keys where the keys of random streams lie, by name, in bytes
 * @param faults what is said where an index leads out of its data
 * @param outbox which outputs are carried to the host
 */
public record PlanCode(
    String source,
    List<Launch> launches,
    long bytes,
    List<Span> cleared,
    Map<String, Long> offsets,
    Map<String, Long> keys,
    Faults faults,
    Outbox outbox) {
  /** Threads of every block. */
  public static final int THREADS = UnitWriter.threads();

  /** Copies the collections. */
  public PlanCode {
    launches = List.copyOf(launches);
    cleared = List.copyOf(cleared);
    offsets = Map.copyOf(offsets);
    keys = Map.copyOf(keys);
  }

  /** Writes the kernels of a plan: one for each stage, more where blocks must meet within it. */
  public static PlanCode of(Plan plan) {
    Parts parts = new Parts(plan);
    int number = 1;
    for (Stage stage : plan.stages()) {
      write(stage, "stage" + number++, parts);
    }
    Outbox outbox = new Outbox(plan);
    Kernel last = parts.kernel("outputs");
    last.carry();
    outbox.write(last, plan);
    last.body().line("__syncthreads();");
    last.body()
        .line(
            "if (threadIdx.x < 2) outbox[%d + threadIdx.x] = fault[threadIdx.x];"
                .formatted(outbox.size()));
    StringBuilder kernels = new StringBuilder();
    List<Launch> launches = new ArrayList<>();
    for (Kernel kernel : parts.kernels()) {
      kernels.append('\n').append(kernel.text());
      launches.add(new Launch(kernel.name(), kernel.isShared(), kernel.parameters()));
    }
    String source =
        resource("preamble.cu")
            + (parts.isRandom() ? "\n" + resource("random.cu") : "")
            + "\n"
            + parts.tables().text()
            + kernels.substring(1);
    return new PlanCode(
        source,
        launches,
        parts.places().size(),
        parts.places().cleared(),
        offsets(plan, parts.places()),
        parts.keys(),
        parts.faults(),
        outbox);
  }

  private static void write(Stage stage, String name, Parts parts) {
    Kernel kernel = parts.kernel(name);
    int number = 1;
    for (Step step : stage.steps()) {
      if (step instanceof Step.Sweep sweep && UnitWriter.isNeeded(sweep)) {
        kernel = kernel.isEmpty() ? kernel : parts.kernel(name + "_" + ++number);
        kernel.begin(Titles.of(step) + ", units");
        parts.units(kernel, sweep);
        kernel = parts.kernel(name + "_" + ++number);
        if (!SweepWriter.isNeeded(sweep)) {
          continue;
        }
      }
      kernel.begin(Titles.of(step));
      step.accept(new StageWriter(kernel, parts));
    }
    parts.dropEmpty();
  }

  private static Map<String, Long> offsets(Plan plan, Places places) {
    Map<String, Long> offsets = new java.util.HashMap<>();
    plan.outputs()
        .forEach(
            (name, view) -> {
              if (isOwn(view.slot())) {
                offsets.put(name, places.of(view.slot()) + begin(view));
              }
            });
    return offsets;
  }

  private static boolean isOwn(Slot slot) {
    return slot.storage() != Slot.Storage.INPUT && slot.storage() != Slot.Storage.VARIABLE;
  }

  private static long begin(View view) {
    return (long) view.offset() * view.slot().type().bytes();
  }

  private static String resource(String name) {
    try (InputStream in = PlanCode.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
