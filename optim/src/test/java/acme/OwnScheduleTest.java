package acme;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.glissade.optim.Models;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Catalog;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Spi;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.testkit.golden.UpdateProgram;
import org.glissade.transform.Chain;
import org.glissade.transform.ChainReader;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.GradientTransformProvider;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;
import org.junit.jupiter.api.Test;

/** A number of somebody else's transform follows schedules, and is changed in a run, as ours. */
class OwnScheduleTest {
  /** g/size. */
  record Shrink(Schedule size) implements GradientTransform {
    Shrink {
      size = Require.in(Range.above(0), "acme:shrink: size", size);
    }

    @Override
    public Gradients apply(Gradients gradients, StepContext step) {
      return gradients.dividedBy(size.in(step, "size"));
    }
  }

  /** Offers it. */
  record ShrinkProvider() implements GradientTransformProvider {
    private static final Setting<CallText> SIZE =
        Scheduled.fixed("size", Range.above(0), 4, "What is divided by.");

    @Override
    public String name() {
      return "acme:shrink";
    }

    @Override
    public int spiVersion() {
      return Spi.VERSION;
    }

    @Override
    public String summary() {
      return "g/size";
    }

    @Override
    public List<Setting<?>> settings() {
      return List.of(SIZE);
    }

    @Override
    public Set<Trait> traits() {
      return Set.of(Trait.ELEMENT_WISE, Trait.ZERO_PRESERVING, Trait.SCALE_EQUIVARIANT);
    }

    @Override
    public GradientTransform create(Settings settings) {
      return new Shrink(Scheduled.of(SIZE, settings));
    }
  }

  private static UpdateProgram program(String text) {
    ChainReader reader =
        new ChainReader(Catalog.of(GradientTransformProvider.class, List.of(new ShrinkProvider())));
    Chain chain = reader.read(text);
    assertEquals(chain, reader.read(chain.toString()));
    return Models.program(Models.vector(1), chain);
  }

  @Test
  void itFollowsASchedule() {
    try (UpdateProgram program = program("acme:shrink(points(\"0, 1\", \"2, 8\"))")) {
      program.run(8);
      program.run(8);
      assertArrayEquals(new double[] {-5}, program.parameters());
    }
  }

  @Test
  void itIsChangedInARun() {
    try (UpdateProgram program = program("shrink: acme:shrink(constant(2))")) {
      program.run(8);
      program.store().set("shrink/size", 8);
      program.run(8);
      assertArrayEquals(new double[] {-5}, program.parameters());
      assertThrows(IllegalArgumentException.class, () -> program.store().set("shrink/size", 0));
    }
  }

  @Test
  void aPlainNumberIsOneOfThePlan() {
    try (UpdateProgram program = program("shrink: acme:shrink")) {
      program.run(8);
      assertArrayEquals(new double[] {-2}, program.parameters());
      assertThrows(IllegalArgumentException.class, () -> program.store().set("shrink/size", 2));
    }
  }
}
