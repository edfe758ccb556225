package org.glissade.nn.telemetry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.glissade.data.Dataset;
import org.glissade.nn.StepEvent;
import org.glissade.nn.Tiny;
import org.glissade.nn.Trainer;
import org.glissade.nn.TrainingListener;
import org.glissade.reference.ReferenceBackend;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Tensor;
import org.glissade.transform.Chain;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.Link;
import org.glissade.transform.StepContext;
import org.junit.jupiter.api.Test;

class TelemetryTest {
  private static final Dataset DATA = Tiny.quadrants("train", 100, 1);

  /** A clip that reports nothing of itself, as a newcomer writes it. */
  private record Clip(double bound) implements GradientTransform {
    @Override
    public Gradients apply(Gradients gradients, StepContext step) {
      return gradients.within(
          Extent.LAYER, g -> g.times(g.norm().maximum(bound).reciprocalOrZero()).times(bound));
    }
  }

  private static Chain chain(double bound) {
    return Chain.of(
        List.of(
            Link.of("clip", new Clip(bound)),
            Link.of("momentum", new Tiny.Momentum(1, 0.9)),
            Link.of("half", (g, step) -> g.times(0.05))));
  }

  /** The norms of each step, as the trainer gives them to anyone. */
  private static final class Norms implements TrainingListener {
    private final List<double[]> all = new ArrayList<>();

    @Override
    public void stepped(StepEvent event) {
      all.add(event.run().norms());
    }
  }

  private static Telemetry run(Chain chain, boolean measured, Norms norms) {
    Telemetry telemetry = new Telemetry();
    var builder =
        Trainer.of(Tiny.model(), chain)
            .backend(new ReferenceBackend())
            .seed(5)
            .batch(16)
            .epochs(3)
            .norms()
            .listener(norms)
            .listener(telemetry);
    try (Trainer trainer = measured ? builder.measured().build() : builder.build()) {
      trainer.fit(DATA);
    }
    return telemetry;
  }

  @Test
  void tellsOfALinkThatReportsNothingWhatItDid() {
    Norms norms = new Norms();
    double bound = 0.2;
    Telemetry telemetry = run(chain(bound), false, norms);
    assertEquals(21, telemetry.steps());
    LinkSummary clip = telemetry.links().get(0);
    assertEquals("clip", clip.link());
    assertEquals(21, clip.applied());
    assertEquals(
        List.of("dense-1", "dense-2"), clip.groups().stream().map(GroupSummary::group).toList());
    for (int layer = 0; layer < 2; layer++) {
      int which = layer;
      double[] own = norms.all.stream().mapToDouble(n -> n[which]).sorted().toArray();
      GroupSummary group = clip.groups().get(layer);
      long over = norms.all.stream().filter(n -> n[which] > bound).count();
      assertEquals(over / 21.0, group.firedShare(), 1e-12);
      assertEquals(own[20], group.before().largest(), 1e-12 * own[20]);
      assertEquals(own[10], group.before().median(), own[10] / 64);
      assertEquals(Math.min(bound, own[20]), group.after().largest(), 1e-12);
      double least =
          norms.all.stream().mapToDouble(n -> Math.min(1, bound / n[which])).min().orElseThrow();
      assertEquals(least, group.coefficient().smallest(), 1e-12);
    }
    long fired = norms.all.stream().filter(n -> Math.max(n[0], n[1]) > bound).count();
    assertEquals(fired, clip.fired());
    assertTrue(fired > 0, "it must fire");
  }

  @Test
  void saysWhatIsUnknownAndMeasuresItWhereAskedFor() {
    Telemetry known = run(chain(0.2), false, new Norms());
    LinkSummary momentum = known.links().get(1);
    assertEquals("changes more than a norm can tell", momentum.sentence());
    assertEquals(0, momentum.groups().get(0).after().count());
    assertEquals(21, momentum.groups().get(0).before().count());
    Telemetry measured = run(chain(0.2), true, new Norms());
    LinkSummary seen = measured.links().get(1);
    assertEquals(21, seen.groups().get(0).after().count());
    assertEquals(momentum.groups().get(0).before(), seen.groups().get(0).before());
    assertEquals("multiplies by 0.05000 in every step", measured.links().get(2).sentence());
  }

  @Test
  void plainSentences() {
    assertEquals("never fires", run(chain(1e9), false, new Norms()).links().get(0).sentence());
    assertEquals(
        "fires in 100 % of steps: it sets your step size",
        run(chain(1e-9), false, new Norms()).links().get(0).sentence());
    assertEquals("fires in 97 % of steps: it sets your step size", sentence(97, 100));
    assertEquals("fires in 99 % of steps: it sets your step size", sentence(999, 1000));
    assertEquals("fires in 40 % of steps", sentence(40, 100));
    assertEquals("fires in 3 % of steps: a safety net", sentence(3, 100));
    assertEquals("fires in less than 1 % of steps: a safety net", sentence(1, 1000));
    assertEquals("was never applied", sentence(0, 0));
  }

  private static String sentence(long fired, long applied) {
    return new LinkSummary("clip", applied, fired, true, List.of()).sentence();
  }

  /** A link that says that it acts in every so many-th step. */
  private record Now(int every) implements GradientTransform {
    @Override
    public Gradients apply(Gradients gradients, StepContext step) {
      Tensor count = step.count();
      Tensor multiple = count.dividedBy(every).floor().times(every);
      step.report("acted", gradients.scalar(count.atMost(multiple)));
      return gradients.times(0.5);
    }
  }

  @Test
  void aStepCountsOnceIfAnyLinkSaysThatItActed() {
    Chain chain =
        Chain.of(
            List.of(
                Link.of("third", new Now(3)),
                Link.of("fourth", new Now(4)),
                Link.of("rate", (g, step) -> g.times(0.05))));
    Telemetry telemetry = run(chain, false, new Norms());
    // Of 0 to 20 there are 7 multiples of 3, 6 of 4, and 2 of both.
    assertEquals(11 / 21.0, telemetry.actedShare());
    assertTrue(Double.isNaN(run(chain(0.2), false, new Norms()).actedShare()), "nothing says so");
    assertTrue(Double.isNaN(new Telemetry().actedShare()), "no step was made");
  }

  @Test
  void changesNoBitOfTheTraining() {
    double[][] parameters = new double[2][];
    for (int i = 0; i < 2; i++) {
      var builder = Trainer.of(Tiny.model(), chain(0.2)).backend(new ReferenceBackend()).seed(5);
      try (Trainer trainer =
          i == 0 ? builder.build() : builder.measured().listener(new Telemetry()).build()) {
        trainer.fit(DATA);
        parameters[i] = trainer.store().read("parameters");
      }
    }
    assertArrayEquals(parameters[0], parameters[1]);
  }
}
