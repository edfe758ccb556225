package org.glissade.transform;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.glissade.spi.Golden;
import org.glissade.tensor.Extent;
import org.junit.jupiter.api.Test;

/** What the author of a transform reads whose description is wrong. */
class UpdateErrorsTest {
  private final Golden golden = new Golden();

  private void add(String title, GradientTransform transform) {
    RuntimeException error =
        assertThrows(
            RuntimeException.class,
            () -> new UpdateRun(UpdateRun.small(), Chain.of(transform, (g, step) -> g)),
            title);
    golden.add(title, String.valueOf(error.getMessage()));
  }

  private static Gradients keep(Gradients g, StepContext step, String name) {
    State state = step.state(name, g.zeros());
    return state.set(state.old());
  }

  @Test
  void messages() {
    add(
        "a state that is set twice",
        (g, step) -> {
          State state = step.state("sum", g.zeros());
          state.set(g);
          return state.set(g);
        });
    add("a state that is never set", (g, step) -> step.state("sum", g.zeros()).old());
    add("two states of one name", (g, step) -> keep(g, step, "sum").plus(keep(g, step, "sum")));
    add(
        "a state named as a setting",
        (g, step) -> keep(g, step, "rate").times(step.setting("rate", 1)));
    add(
        "two settings of one name",
        (g, step) -> g.times(step.setting("rate", 1)).times(step.setting("rate", 2)));
    add(
        "two conditions at one place",
        (g, step) ->
            step.when(step.setting("a", 1), inner -> inner.when(step.setting("b", 1), both -> g)));
    add("groups that nobody named", (g, step) -> g.within(Extent.GROUP, Gradients::norm));
    add(
        "a report per element",
        (g, step) -> {
          step.report("all", g);
          return g;
        });
    add("a loss that is not given", (g, step) -> g.times(step.loss()));
    add(
        "a first value that depends on gradients",
        (g, step) -> {
          State state = step.state("last", g);
          return state.set(g);
        });
    golden.assertSameAs(UpdateErrorsTest.class, "update-errors.golden");
  }

  @Test
  void keysOfTheStageItselfAreTaken() {
    for (String key : new String[] {"count", "parameters"}) {
      assertThrows(
          IllegalStateException.class,
          () -> new UpdateRun(UpdateRun.small(), (g, step) -> keep(g, step, key)));
    }
  }
}
