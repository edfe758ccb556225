package org.glissade.testkit.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.data.Field;
import org.glissade.plan.Plan;
import org.glissade.plan.Planner;
import org.glissade.tensor.DType;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Partition;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;
import org.glissade.transform.NonFinite;
import org.glissade.transform.Norm;
import org.glissade.transform.Observation;
import org.glissade.transform.Update;
import org.glissade.transform.UpdateStage;
import org.glissade.transform.Wrapper;

/** What is told about a transform is true, costs nothing or no sweep, and changes nothing. */
final class Telemetry {
  private static final String GRADIENT = "g";
  private static final String LOSS = "loss";
  private static final int STEPS = 4;
  private static final int POISONED = 1;

  private Telemetry() {}

  static List<Check> checks() {
    return List.of(
        new Check("telemetry: norms that are known leave the plan as it is", Telemetry::known),
        new Check("telemetry: norms that are measured cost no sweep", Telemetry::measured),
        new Check("telemetry: norms are those before and after", Telemetry::told));
  }

  /** An update stage with what is told of the transform. */
  private record Observed(Plan plan, Observation tested) {}

  private static Observed describe(Subject subject, boolean measured, boolean read) {
    Graph graph = new Graph();
    Tensor flat = graph.flatInput(GRADIENT, Samples.LAYOUT);
    Tensor loss = graph.input(LOSS, Shape.of(), DType.F32).toScalar();
    Update update =
        UpdateStage.describe(
            Samples.LAYOUT,
            flat,
            loss,
            Stage.elsewhere(flat, Samples.LAYOUT),
            subject.under(NonFinite.Policy.SKIP_STEP),
            measured);
    Map<String, Tensor> outputs = new HashMap<>();
    for (Observation seen : update.observations()) {
      seen.before().ifPresent(norm -> add(outputs, seen.link() + "/before", norm));
      seen.after().ifPresent(norm -> add(outputs, seen.link() + "/after", norm));
    }
    Plan plan =
        Planner.plan(
            new Definition(
                "update",
                graph,
                Samples.LAYOUT,
                read ? outputs : Map.of(),
                update.effects(),
                null));
    Optional<Observation> tested =
        update.observations().stream().filter(o -> o.link().equals(Subject.NAME)).findFirst();
    return new Observed(
        plan,
        tested.orElseGet(
            () ->
                new Observation(
                    Subject.NAME, Optional.empty(), Optional.empty(), Optional.empty())));
  }

  private static void add(Map<String, Tensor> outputs, String name, Norm norm) {
    outputs.put(name, norm.squares());
    for (int i = 0; i < norm.factors().size(); i++) {
      if (norm.constant(i).isEmpty()) {
        outputs.put(name + "/" + i, norm.factors().get(i));
      }
    }
  }

  private static void known(Subject subject) {
    assertEquals(
        describe(subject, false, false).plan().toString(),
        describe(subject, false, true).plan().toString(),
        subject::toString);
  }

  private static void measured(Subject subject) {
    Plan off = describe(subject, false, false).plan();
    Plan on = describe(subject, true, true).plan();
    String plans = "%s\n%s\n%s".formatted(subject, off, on);
    assertEquals(off.sweeps(), on.sweeps(), plans);
    assertEquals(off.traffic(), on.traffic(), plans);
    try (Session without = open(subject);
        Session with = open(subject)) {
      Program plain = without.compile(off);
      Program observed = with.compile(on);
      for (int i = 0; i < STEPS; i++) {
        run(without, plain, i);
        run(with, observed, i);
        Compare.snapshots(
            "%s, with telemetry, step %d".formatted(subject, i),
            without.store().snapshot(),
            with.store().snapshot());
      }
    }
  }

  private static void told(Subject subject) {
    Observed described = describe(subject, true, true);
    try (Session session = open(subject)) {
      Program program = session.compile(described.plan());
      for (int i = 0; i < STEPS; i++) {
        double[] gradient = Samples.ordinary(i);
        double[] update = session.store().read(Variable.PARAMETERS);
        run(session, program, i);
        double[] parameters = session.store().read(Variable.PARAMETERS);
        for (int e = 0; e < update.length; e++) {
          update[e] -= parameters[e];
        }
        if (i != POISONED) {
          compare(subject, program, "before", described.tested().before(), gradient);
        }
        if (i != POISONED && !(subject.create() instanceof Wrapper)) {
          compare(subject, program, "after", described.tested().after(), update);
        }
      }
    }
  }

  private static void compare(
      Subject subject, Program program, String which, Optional<Norm> told, double[] flat) {
    if (told.isEmpty()) {
      return;
    }
    double[] norms = read(program, Subject.NAME + "/" + which, told.get());
    double[] expected = norms(told.get().partition(), flat);
    for (int group = 0; group < norms.length; group++) {
      String where = "%s, norm %s of group %d".formatted(subject, which, group);
      assertEquals(expected[group], norms[group], 1e-9 * (1 + expected[group]), where);
    }
  }

  private static double[] read(Program program, String name, Norm norm) {
    double[] norms = new double[norm.partition().groups()];
    program.read(name, norms);
    for (int g = 0; g < norms.length; g++) {
      norms[g] = Math.sqrt(norms[g]);
      for (int i = 0; i < norm.factors().size(); i++) {
        norms[g] *= Math.abs(factor(program, name + "/" + i, norm, i, g));
      }
    }
    return norms;
  }

  private static double factor(Program program, String name, Norm norm, int i, int group) {
    if (norm.constant(i).isPresent()) {
      return norm.constant(i).getAsDouble();
    }
    double[] values = new double[norm.factors().get(i).shape().size()];
    program.read(name, values);
    return values[values.length == 1 ? 0 : group];
  }

  private static double[] norms(Partition partition, double[] flat) {
    double[] norms = new double[partition.groups()];
    for (int p = 0; p < Samples.LAYOUT.parameters().size(); p++) {
      for (int e = 0; e < Samples.LAYOUT.length(p); e++) {
        double value = flat[Samples.LAYOUT.offset(p) + e];
        norms[partition.groupOf(p, e)] += value * value;
      }
    }
    for (int g = 0; g < norms.length; g++) {
      norms[g] = Math.sqrt(norms[g]);
    }
    return norms;
  }

  private static Session open(Subject subject) {
    Session session = subject.backend().open(SessionOptions.seed(1));
    session.bind(LOSS, Field.f32(Shape.of(), new float[] {1.5f}));
    return session;
  }

  private static void run(Session session, Program program, int step) {
    double[] gradient = Samples.ordinary(step);
    float[] floats = new float[gradient.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) gradient[i];
    }
    if (step == POISONED) {
      floats[Samples.LAYOUT.offset(2)] = Float.NaN;
    }
    session.bind(GRADIENT, Field.f32(Shape.of(), floats));
    program.run();
  }
}
