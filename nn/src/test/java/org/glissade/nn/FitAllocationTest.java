package org.glissade.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.SortedMap;
import java.util.TreeMap;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.Store;
import org.glissade.data.Dataset;
import org.glissade.data.Field;
import org.glissade.nn.telemetry.Telemetry;
import org.glissade.plan.Plan;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Variable;
import org.junit.jupiter.api.Test;

/** What a step of fit allocates around the program, which here does nothing. */
class FitAllocationTest {
  private static final Dataset DATA = Tiny.quadrants("many", 60_000, 1);
  private static final int FROM = 10_000;
  private static final int TO = 50_000;

  /** Takes note of the bytes that the thread has allocated at two steps. */
  private static final class Idle implements Session, Program, Store {
    private final com.sun.management.ThreadMXBean memory =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final long thread = Thread.currentThread().getId();
    private final Plan plan;
    private int steps;
    private long before;
    private long after;

    Idle(Plan plan) {
      this.plan = plan;
    }

    @Override
    public void run() {
      steps++;
      if (steps == FROM) {
        before = memory.getThreadAllocatedBytes(thread);
      } else if (steps == TO) {
        after = memory.getThreadAllocatedBytes(thread);
      }
    }

    @Override
    public double scalar(String output) {
      return output.equals("loss") ? 0.5 : 0;
    }

    @Override
    public Plan plan() {
      return plan;
    }

    @Override
    public Program compile(Plan compiled) {
      return this;
    }

    @Override
    public Store store() {
      return this;
    }

    @Override
    public String description() {
      return "idle";
    }

    @Override
    public SortedMap<String, Variable> variables() {
      return new TreeMap<>();
    }

    @Override
    public Layout layout() {
      return plan.definition().layout();
    }

    @Override
    public double[] read(String key) {
      return new double[0];
    }

    @Override
    public void read(String output, float[] into) {}

    @Override
    public void read(String output, double[] into) {}

    @Override
    public void write(String key, double... values) {}

    @Override
    public void bind(String input, Field data) {}

    @Override
    public void close() {}
  }

  private static Idle fitted(TrainingListener... listeners) {
    Model model = Tiny.model();
    Tiny.Momentum chain = new Tiny.Momentum(0.1, 0.9);
    Idle idle = new Idle(model.plan(new Purpose.Train(1, Examples.of(DATA), chain, false)));
    TrainerBuilder builder = Trainer.of(model, chain).session(idle).batch(1);
    for (TrainingListener listener : listeners) {
      builder.listener(listener);
    }
    try (Trainer trainer = builder.build()) {
      assertEquals(60_000, trainer.fit(DATA).position().step());
    }
    assertTrue(idle.before > 0, "allocation is measured");
    return idle;
  }

  @Test
  void withoutListenersAStepAllocatesNothing() {
    Idle idle = fitted();
    assertEquals(0, (idle.after - idle.before) / (TO - FROM), "bytes a step");
  }

  @Test
  void withAListenerAStepAllocatesAnEventAndLittleMore() {
    Idle idle = fitted(new TrainingListener() {});
    long bytes = (idle.after - idle.before) / (TO - FROM);
    assertTrue(bytes <= 256, bytes + " bytes a step");
  }

  @Test
  void telemetryAllocatesNothingMore() {
    Idle idle = fitted(new Telemetry());
    long bytes = (idle.after - idle.before) / (TO - FROM);
    assertTrue(bytes <= 256, bytes + " bytes a step");
  }
}
