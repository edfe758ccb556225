package org.glissade.examples.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.cpu.CpuBackend;
import org.glissade.data.Dataset;
import org.glissade.data.Field;
import org.glissade.layer.Layer;
import org.glissade.layer.Scope;
import org.glissade.mnist.Mnist;
import org.glissade.nn.Dense;
import org.glissade.nn.EpochEvent;
import org.glissade.nn.Examples;
import org.glissade.nn.Flatten;
import org.glissade.nn.Model;
import org.glissade.nn.ProgressListener;
import org.glissade.nn.Purpose;
import org.glissade.nn.Relu;
import org.glissade.nn.Sequential;
import org.glissade.nn.SoftmaxCrossEntropy;
import org.glissade.nn.Trainer;
import org.glissade.nn.TrainingListener;
import org.glissade.nn.telemetry.CsvListener;
import org.glissade.nn.telemetry.GroupSummary;
import org.glissade.nn.telemetry.LinkSummary;
import org.glissade.nn.telemetry.NormSummary;
import org.glissade.nn.telemetry.Telemetry;
import org.glissade.optim.Adam;
import org.glissade.optim.ClipByNorm;
import org.glissade.plan.Plan;
import org.glissade.plan.Planner;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;
import org.glissade.transform.Chain;
import org.glissade.transform.ChainReader;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;
import org.glissade.transform.Update;
import org.glissade.transform.UpdateStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/tour.md, and what the page says that it prints. */
class TourTest {
  private static final String TEXT = "clip-by-norm(1.0, extent=layer) | adam(0.001)";

  /** Prints the norm of each layer's gradient, and which layers were clipped, after each epoch. */
  record ClipWatch(PrintStream out) implements TrainingListener {
    @Override
    public void epochEnded(EpochEvent event) {
      List<String> layers = event.run().layers();
      double[] norms = event.run().norms();
      double[] clipped = event.run().report("clip-by-norm/acted");
      for (int i = 0; i < norms.length; i++) {
        out.printf("%s %.3f%s%n", layers.get(i), norms[i], clipped[i] == 1 ? " clipped" : "");
      }
    }
  }

  record Residual(Layer inner) implements Layer {
    @Override
    public Tensor apply(Tensor x, Scope scope) {
      return x.plus(scope.child("inner", inner, x));
    }

    @Override
    public String name() {
      return "residual";
    }
  }

  record Lion(double rate, double b1, double b2) implements GradientTransform {
    @Override
    public Gradients apply(Gradients gradients, StepContext step) {
      State memory = step.state("memory", gradients.zeros());
      Gradients mixture = memory.old().times(b1).plus(gradients.times(1 - b1));
      memory.set(memory.old().times(b2).plus(gradients.times(1 - b2)));
      return mixture.sign().times(rate);
    }

    @Override
    public String name() {
      return "lion";
    }
  }

  @TempDir private Path folder;

  private static Model model() {
    Layer network = Sequential.of(new Flatten(), new Dense(32), new Relu(), new Dense(10));
    return new Model(network, Shape.of(28, 28), new SoftmaxCrossEntropy(), 1 / 255.0);
  }

  private static Page page() {
    return new Page("docs/tour.md");
  }

  @Test
  void theSummaryIsThatOfThePage() {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      Layer network = Sequential.of(new Flatten(), new Dense(32), new Relu(), new Dense(10));
      Model model = new Model(network, Shape.of(28, 28), new SoftmaxCrossEntropy(), 1 / 255.0);
      System.out.print(model.summary());
    } finally {
      System.setOut(console);
    }
    String summary = Page.unindented(printed.toString(StandardCharsets.UTF_8));
    assertTrue(Page.unindented(page().text()).contains(summary), summary);
  }

  @Test
  void thePlanIsThatOfThePage() {
    Model model = model();
    Chain chain = ChainReader.load().read("clip-by-norm(1.0, extent=layer) | adam(0.001)");
    Chain same = Chain.of(new ClipByNorm(1.0, Extent.LAYER), new Adam(0.001));
    assertEquals(same.links().get(1).transform(), chain.links().get(1).transform());

    Dataset train = Mnist.load().train();
    Plan plan = model.plan(new Purpose.Train(128, Examples.of(train), chain, false));
    System.out.print(plan);

    String printed = unnumbered(Page.unindented(plan.toString()));
    List<String> blocks = page().blocks("plan");
    assertEquals(2, blocks.size());
    blocks.forEach(block -> assertTrue(printed.contains(unnumbered(block)), plan::toString));
  }

  /** Without the numbers of steps and slots, which say nothing. */
  private static String unnumbered(String plan) {
    return plan.replaceAll("(?m)^\\d+ +|\\b([sti])\\d+", "$1");
  }

  @Test
  void training() {
    Mnist mnist = Mnist.load();
    Dataset train = mnist.train().slice(0, 6_000);
    Dataset test = mnist.test();
    Model model = model();
    Chain chain = ChainReader.load().read(TEXT);
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    try (Trainer trainer =
        Trainer.of(model, chain)
            .seed(7)
            .batch(128)
            .epochs(2)
            .norms()
            .listener(new ProgressListener(out))
            .listener(new ClipWatch(out))
            .build()) {
      trainer.fit(train, test);
      trainer.store().set("adam/rate", 0.0001);
      trainer.epochs(3);
      trainer.fit(train, test);
      out.println(trainer.evaluate(test).accuracy());
    }
    List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
    assertEquals(3, lines.stream().filter(line -> line.startsWith("dense-2 ")).count());
    double accuracy = Double.parseDouble(lines.get(lines.size() - 1));
    assertTrue(accuracy > 0.75 && accuracy < 0.95, () -> "accuracy " + accuracy);
  }

  @Test
  void whatHappened() throws IOException {
    Dataset train = Mnist.load().train().slice(0, 6_000);
    Model model = model();
    Chain chain = ChainReader.load().read(TEXT);
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    Telemetry telemetry = new Telemetry();
    try (CsvListener csv = new CsvListener(folder.resolve("steps.csv"));
        Trainer trainer =
            Trainer.of(model, chain)
                .seed(7)
                .batch(128)
                .epochs(2)
                .norms()
                .listener(telemetry)
                .listener(csv)
                .build()) {
      trainer.fit(train);
    }
    for (LinkSummary link : telemetry.links()) {
      out.println(link.link() + " " + link.sentence());
    }
    LinkSummary clip = telemetry.links().get(0);
    for (GroupSummary layer : clip.groups()) {
      NormSummary norms = layer.before();
      out.printf("%s: median %.2f, P99 %.2f%n", layer.group(), norms.median(), norms.p99());
    }
    telemetry
        .exploded()
        .ifPresent(first -> out.println(first.layer() + " exploded in step " + first.step()));
    List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
    assertEquals(4, lines.size(), lines::toString);
    assertTrue(lines.get(0).matches("clip-by-norm (fires in .* % of steps.*|never fires)"));
    assertEquals("adam changes more than a norm can tell", lines.get(1));
    assertTrue(lines.get(2).matches("dense-1: median .*, P99 .*"), lines.get(2));
    assertTrue(lines.get(3).matches("dense-2: median .*, P99 .*"), lines.get(3));
    assertEquals(1 + 2 * 47, Files.readAllLines(folder.resolve("steps.csv")).size());
  }

  @Test
  void aSkippedStepIsCounted() {
    Chain patient = ChainReader.load().read("non-finite(skip-step) | adam(0.001)");
    float[] theirs = new float[model().layout().size()];
    theirs[0] = Float.NaN;
    try (Session session = new CpuBackend().open(SessionOptions.seed(7))) {
      update(session, patient, theirs).run();
      assertEquals(1, session.store().read("non-finite/skipped")[0]);
    }
  }

  @Test
  void aResidualBlockAddsItsInput() {
    Layer network = Sequential.of(new Flatten(), new Residual(new Dense(784)), new Dense(10));
    Model model = new Model(network, Shape.of(28, 28), new SoftmaxCrossEntropy(), 1 / 255.0);
    assertEquals("residual-1/inner/weight", model.layout().parameters().get(0).path());
  }

  @Test
  void lionMovesEveryParameterByItsRate() {
    float[] theirs = new float[model().layout().size()];
    theirs[0] = 3;
    theirs[1] = -1e-9f;
    try (Session session = new CpuBackend().open(SessionOptions.seed(7))) {
      Program program = update(session, Chain.of(new Lion(0.25, 0.9, 0.99)), theirs);
      double[] before = session.store().read(Variable.PARAMETERS);
      program.run();
      double[] after = session.store().read(Variable.PARAMETERS);
      assertEquals(-0.25, after[0] - before[0], 1e-6);
      assertEquals(0.25, after[1] - before[1], 1e-6);
      assertEquals(0, after[2] - before[2]);
    }
  }

  private static Program update(Session session, Chain chain, float[] theirs) {
    Layout layout = model().layout();
    Tensor gradients = new Graph().flatInput("gradients", layout);
    Update update = UpdateStage.describe(layout, gradients, null, chain);
    Definition definition =
        new Definition("update", gradients.graph(), layout, Map.of(), update.effects(), null);
    Program program = session.compile(Planner.plan(definition));
    session.bind("gradients", Field.f32(Shape.of(), theirs));
    return program;
  }

  @Test
  void gradientsFromElsewhere() {
    Model model = model();
    Chain chain = ChainReader.load().read(TEXT);
    float[] theirs = new float[model.layout().size()];
    theirs[0] = 2;

    double[] parameters;
    Layout layout = model.layout();
    Graph graph = new Graph();
    Tensor gradients = graph.flatInput("gradients", layout);
    Update update = UpdateStage.describe(layout, gradients, null, chain);
    Definition definition =
        new Definition("update", graph, layout, Map.of(), update.effects(), null);
    try (Session session = new CpuBackend().open(SessionOptions.seed(7))) {
      Program program = session.compile(Planner.plan(definition));
      session.bind("gradients", Field.f32(Shape.of(), theirs));
      program.run();
      parameters = session.store().read(Variable.PARAMETERS);
    }

    try (Session session = new CpuBackend().open(SessionOptions.seed(7))) {
      session.compile(Planner.plan(definition));
      double before = session.store().read(Variable.PARAMETERS)[0];
      assertEquals(0.001, before - parameters[0], 1e-6);
    }
  }
}
