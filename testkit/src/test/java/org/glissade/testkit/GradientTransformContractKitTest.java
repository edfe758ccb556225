package org.glissade.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.glissade.backend.SessionOptions;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Trait;
import org.glissade.tensor.Distribution;
import org.glissade.tensor.Extent;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;
import org.glissade.transform.Wrapper;
import org.junit.jupiter.api.Test;

/** The kit itself: right transforms pass, and each that is wrong fails where it is wrong. */
class GradientTransformContractKitTest {
  private static final GradientTransform SAME = (gradients, step) -> gradients;

  private static Gradients velocity(Gradients gradients, StepContext step) {
    State velocity = step.state("velocity", gradients.zeros());
    return velocity.set(velocity.old().times(0.9).plus(gradients));
  }

  private static Gradients unit(Gradients gradients, Extent extent) {
    return gradients.within(extent, g -> g.times(g.norm().reciprocalOrZero()));
  }

  @Test
  void rightOnesPass() {
    Toy.of(
            SAME,
            Trait.ZERO_PRESERVING,
            Trait.IDEMPOTENT,
            Trait.SCALE_EQUIVARIANT,
            Trait.ELEMENT_WISE)
        .outcome()
        .mustPass();
    Toy.of(GradientTransformContractKitTest::velocity, Trait.ELEMENT_WISE, Trait.STATEFUL)
        .outcome()
        .mustPass();
    Toy.of((g, step) -> g.plus(step.values(g).times(0.1)), Trait.NEEDS_VALUES).outcome().mustPass();
    Toy.of((g, step) -> g.times(step.loss()), Trait.NEEDS_LOSS, Trait.SCALE_EQUIVARIANT)
        .outcome()
        .mustPass();
    Toy.of((g, step) -> g.plus(step.random("noise", Distribution.NORMAL, g)), Trait.STATEFUL)
        .outcome()
        .mustPass();
  }

  @Test
  void aRightWrapperPasses() {
    Wrapper doubled = (g, step, rest) -> rest.apply(g, step).times(2);
    Toy.of(doubled, Trait.WRAPPER, Trait.SCALE_EQUIVARIANT).outcome().mustPass();
    Wrapper everySecond =
        (g, step, rest) -> {
          State turn = step.state("turn", g.scalar(step.count().like(0)));
          turn.set(turn.old().negate().plus(1));
          return step.when(turn.old().value(), inner -> rest.apply(g, inner));
        };
    Toy.of(everySecond, Trait.WRAPPER, Trait.STATEFUL).outcome().mustPass();
  }

  /** Java in the middle of a rule changes none of its promises. */
  @Test
  void aRightHostLinkPasses() {
    GradientTransform halved =
        (g, step) ->
            step.host("halved", g, (in, out) -> Arrays.setAll(out.get(0), i -> in.get(0)[i] / 2));
    Toy.of(
            halved,
            Trait.SCALE_EQUIVARIANT,
            Trait.ZERO_PRESERVING,
            Trait.DIRECTION_KEEPING,
            Trait.SHORTENING,
            Trait.ELEMENT_WISE)
        .outcome()
        .mustPass();
    on(new WrongBackend(), halved).mustPass();
  }

  /** Its Java remembers what no checkpoint holds. */
  @Test
  void aHostLinkThatRemembersByItself() {
    AtomicInteger calls = new AtomicInteger();
    Toy.of(
            (g, step) ->
                step.host(
                    "growing",
                    g,
                    (in, out) -> {
                      int call = calls.incrementAndGet();
                      Arrays.setAll(out.get(0), i -> in.get(0)[i] * call);
                    }))
        .outcome()
        .mustFail("described again it gives the same bits");
  }

  @Test
  void rightExtentsPass() {
    Setting<Extent> extent = Setting.choice("extent", Extent.class, "What is made 1 long.");
    new Toy(
            Set.of(
                Trait.SCALE_INVARIANT,
                Trait.IDEMPOTENT,
                Trait.ZERO_PRESERVING,
                Trait.DIRECTION_KEEPING),
            List.of(extent),
            settings -> (g, step) -> unit(g, settings.get(extent)))
        .outcome()
        .mustPass();
  }

  @Test
  void extentIgnored() {
    Setting<Extent> extent = Setting.choice("extent", Extent.class, "Read by nobody.");
    Outcome outcome =
        new Toy(Set.of(), List.of(extent), settings -> (g, step) -> unit(g, Extent.GLOBAL))
            .outcome();
    outcome.mustFail(
        "groups of its extent do not meet", "extent=parameter", "extent=unit", "extent=element");
  }

  @Test
  void notZeroPreserving() {
    Toy.of((g, step) -> g.plus(1), Trait.ZERO_PRESERVING)
        .outcome()
        .mustFail("zero-preserving: T(0) = 0", "acme:toy() on reference", "dense-1/weight", "1.0");
  }

  @Test
  void notZeroPreservingInALaterStep() {
    Toy.of((g, step) -> g.plus(g.like(0).plus(g.scalar(step.count()))), Trait.ZERO_PRESERVING)
        .outcome()
        .mustFail("zero-preserving: T(0) = 0", "in step 1");
  }

  @Test
  void notIdempotent() {
    Toy.of((g, step) -> g.times(0.5), Trait.IDEMPOTENT).outcome().mustFail("idempotent");
  }

  @Test
  void idempotentAtFirstOnly() {
    Toy.of(GradientTransformContractKitTest::velocity, Trait.IDEMPOTENT, Trait.STATEFUL)
        .outcome()
        .mustFail("idempotent", "step 2");
  }

  @Test
  void notScaleEquivariant() {
    Toy.of((g, step) -> g.minimum(1), Trait.SCALE_EQUIVARIANT)
        .outcome()
        .mustFail("scale-equivariant", "c = ");
  }

  @Test
  void notScaleInvariant() {
    Toy.of((g, step) -> g.sign().plus(g.times(1e-3)), Trait.SCALE_INVARIANT)
        .outcome()
        .mustFail("scale-invariant", "c = ");
  }

  @Test
  void notDirectionKeeping() {
    Toy.of((g, step) -> g.minimum(1), Trait.DIRECTION_KEEPING)
        .outcome()
        .mustFail("direction-keeping: T(g) = k·g, k > 0");
    Toy.of((g, step) -> g.negate(), Trait.DIRECTION_KEEPING)
        .outcome()
        .mustFail("direction-keeping", "k is -1.0");
  }

  @Test
  void notShortening() {
    Toy.of((g, step) -> g.times(2), Trait.SHORTENING).outcome().mustFail("shortening", "became");
    Toy.of((g, step) -> g.times(-0.5), Trait.SHORTENING).outcome().mustFail("shortening", "became");
  }

  @Test
  void lostScaleOfTheSmallest() {
    Toy.of(
            (g, step) ->
                g.within(Extent.GLOBAL, x -> x.times(x.norm().plus(1e-6).reciprocalOrZero())),
            Trait.SCALE_INVARIANT)
        .outcome()
        .mustFail("scale-invariant", "about 1e-30");
  }

  @Test
  void notElementWise() {
    Toy.of((g, step) -> unit(g, Extent.PARAMETER), Trait.ELEMENT_WISE)
        .outcome()
        .mustFail("element-wise", "after the gradient at");
  }

  @Test
  void elementsThatMeetThroughTheValues() {
    Toy.of(
            (g, step) ->
                g.plus(g.within(Extent.PARAMETER, x -> step.values(x).norm().times(x.like(1)))),
            Trait.ELEMENT_WISE,
            Trait.NEEDS_VALUES)
        .outcome()
        .mustFail("element-wise", "step 2");
  }

  @Test
  void undeclaredValues() {
    Toy.of((g, step) -> g.plus(step.values(g)))
        .outcome()
        .mustFail("needs values only if it says so", "needs-values");
  }

  @Test
  void undeclaredValuesInAState() {
    Toy.of(
            (g, step) -> {
              State first = step.state("first", step.values(g));
              return first.set(first.old()).times(0.1).plus(g);
            },
            Trait.STATEFUL)
        .outcome()
        .mustFail("needs values only if it says so");
  }

  @Test
  void undeclaredLoss() {
    Toy.of((g, step) -> g.times(step.loss()))
        .outcome()
        .mustFail("needs the loss only if it says so", "needs-loss");
  }

  @Test
  void undeclaredState() {
    Toy.of(GradientTransformContractKitTest::velocity)
        .outcome()
        .mustFail("keeps state only if it says so", "tested/velocity");
  }

  @Test
  void undeclaredCount() {
    Toy.of((g, step) -> g.times(step.count().plus(1)))
        .outcome()
        .mustFail("keeps state only if it says so", "from step to step");
  }

  @Test
  void needsThatNothingShows() {
    Outcome outcome = Toy.of(SAME, Trait.NEEDS_VALUES, Trait.NEEDS_LOSS, Trait.STATEFUL).outcome();
    outcome.mustFail("acme:toy: is needs-values, as declared", "drop it");
    outcome.mustFail("acme:toy: is needs-loss, as declared");
    outcome.mustFail("acme:toy: is stateful, as declared");
  }

  @Test
  void needsThatOneExampleShows() {
    Setting<Boolean> keep = Setting.flag("keep", "Whether to keep a state.");
    new Toy(
            Set.of(Trait.STATEFUL),
            List.of(keep),
            settings -> settings.get(keep) ? GradientTransformContractKitTest::velocity : SAME)
        .outcome()
        .mustPass();
  }

  @Test
  void unclearWithoutALoss() {
    Toy.of(
            (g, step) -> {
              try {
                return g.times(step.loss());
              } catch (IllegalStateException none) {
                throw new IllegalStateException("no", none);
              }
            },
            Trait.NEEDS_LOSS)
        .outcome()
        .mustFail("says clearly that it needs the loss", "but is: no");
  }

  @Test
  void undeclaredWrapper() {
    Wrapper wrapper = (g, step, rest) -> rest.apply(g, step);
    Toy.of(wrapper).outcome().mustFail("wraps others if it says so");
    Toy.of(SAME, Trait.WRAPPER).outcome().mustFail("wraps others if it says so");
  }

  @Test
  void zeroNormDividedBy() {
    Toy.of((g, step) -> g.within(Extent.LAYER, x -> x.dividedBy(x.norm())))
        .outcome()
        .mustFail("finite gradients give finite updates", "zero", "NaN");
  }

  @Test
  void zeroBehindOthers() {
    Toy.of(
            (g, step) -> {
              State last = step.state("last", g.zeros().plus(1));
              Gradients before = last.old();
              last.set(g);
              return g.dividedBy(before);
            },
            Trait.STATEFUL)
        .outcome()
        .mustFail("finite gradients give finite updates", "again");
  }

  @Test
  void otherRuleEachTime() {
    AtomicInteger made = new AtomicInteger();
    Toy.of((g, step) -> g.times(made.incrementAndGet()))
        .outcome()
        .mustFail("described again it gives the same bits");
  }

  @Test
  void textThatDoesNotReadBack() {
    record Rule(int number) implements GradientTransform {
      @Override
      public Gradients apply(Gradients gradients, StepContext step) {
        return gradients;
      }
    }

    AtomicInteger made = new AtomicInteger();
    new Toy(Set.of(), List.of(), settings -> new Rule(made.incrementAndGet()))
        .outcome()
        .mustFail("prints itself as text that reads as the same");
  }

  @Test
  void examplesAreMadeUpFromSettings() {
    Setting<Double> bound = Setting.number("bound", Range.open(5, 6), "Between 5 and 6.");
    Setting<Integer> steps = Setting.integer("steps", Range.atLeast(3), "At least 3.");
    Setting<Boolean> flag = Setting.flag("flag", "Either.").orElse(true);
    Toy toy = new Toy(Set.of(), List.of(bound, steps, flag), settings -> SAME);
    List<String> names =
        GradientTransformContract.of(toy).tests().map(node -> node.getDisplayName()).toList();
    assertTrue(names.contains("acme:toy(bound=5.5, steps=3) on reference"), names::toString);
    assertTrue(
        names.contains("acme:toy(bound=5.5, steps=3, flag=false) on reference"), names::toString);
  }

  @Test
  void examplesThatCannotBeMadeUp() {
    Toy toy = new Toy(Set.of(), List.of(Setting.text("name", "Any.")), settings -> SAME);
    String message =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> GradientTransformContract.of(toy))
                .getMessage());
    assertTrue(message.contains("acme:toy") && message.contains("name"), message);
    toy.outcome("name=any").mustPass();
  }

  private static Outcome on(WrongBackend backend, GradientTransform rule, Trait... traits) {
    return Outcome.of(
        GradientTransformContract.of(Toy.of(rule, traits)).on(backend).tests(),
        name -> name.contains("on wrong"));
  }

  @Test
  void nothingWrongOnAnotherBackend() {
    on(new WrongBackend(), GradientTransformContractKitTest::velocity, Trait.STATEFUL).mustPass();
  }

  @Test
  void otherResultsOnAnotherBackend() {
    WrongBackend wrong =
        new WrongBackend() {
          @Override
          double read(double number, SessionOptions options) {
            return number * (1 + 2e-5);
          }
        };
    on(wrong, SAME).mustFail("planned it gives what it gives interpreted", "FusionRules");
  }

  @Test
  void stateThatIsNotRestored() {
    WrongBackend wrong =
        new WrongBackend() {
          @Override
          double[] toStore(String key, double[] values) {
            return key.contains("velocity") ? new double[values.length] : values;
          }
        };
    on(wrong, GradientTransformContractKitTest::velocity, Trait.STATEFUL)
        .mustFail("restored state goes on bit for bit", "restored before step 2");
  }

  @Test
  void conditionsThatDoNotHold() {
    WrongBackend wrong = WrongBackend.ignoringConditions();
    Outcome outcome = on(wrong, GradientTransformContractKitTest::velocity, Trait.STATEFUL);
    outcome.mustFail("nothing changes while a condition fails", "condition false");
    outcome.mustFail("non-finite: skip-step", "behind a gradient with NaN");
    outcome.mustFail("non-finite: stop", "stopped at NaN");
  }

  @Test
  void poisonThatIsNotSeen() {
    WrongBackend wrong =
        new WrongBackend() {
          @Override
          double[] toStore(String key, double[] values) {
            return Arrays.stream(values).map(x -> Double.isFinite(x) ? x : 1).toArray();
          }
        };
    Outcome outcome = on(wrong, GradientTransformContractKitTest::velocity, Trait.STATEFUL);
    outcome.mustFail("non-finite: skip-step");
    outcome.mustFail("non-finite: stop");
    outcome.mustFail("non-finite: zero-elements", "NaN in step 0");
  }
}
