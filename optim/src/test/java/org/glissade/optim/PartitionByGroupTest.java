package org.glissade.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Layout;
import org.glissade.testkit.golden.UpdateProgram;
import org.glissade.transform.Chain;
import org.glissade.transform.ChainReader;
import org.junit.jupiter.api.Test;

class PartitionByGroupTest {
  private static final Layout PLAIN =
      Layout.of(
          List.of(
              Models.parameter("body/weight", Kind.WEIGHT, 2),
              Models.parameter("head/weight", Kind.WEIGHT, 2),
              Models.parameter("head/bias", Kind.BIAS, 1)));
  private static final Layout GROUPED =
      PLAIN.grouped(Groups.of("head", Selection.name("head/**")).and("body", Selection.all()));

  /** Norms of a rule are those of its group, and each group has states of its own. */
  @Test
  void eachGroupHasItsRule() {
    String rules =
        "partition({head: chain({clip-by-norm(1, extent=global) | momentum(0.5)}) | body: scale(2)})";
    try (UpdateProgram program = Models.program(GROUPED, rules)) {
      program.run(3, 4, 0, 3, 4);
      assertArrayEquals(new double[] {-6, -8, 0, -0.6, -0.8}, program.parameters(), 1e-15);
      program.run(1, 1, 0, 0, 0);
      assertArrayEquals(new double[] {-8, -10, 0, -0.9, -1.2}, program.parameters(), 1e-15);
      assertArrayEquals(
          new double[] {0, 0, 0, 0.3, 0.4},
          program.read("partition/head/chain/momentum/trace"),
          1e-15);
    }
  }

  @Test
  void printsItselfBack() {
    String text = "partition({head: chain({scale(0.5) | momentum}) | body: sgd(0.1)})";
    Chain chain = ChainReader.load().read(text);
    assertEquals(text, chain.toString());
    assertEquals(chain, ChainReader.load().read(chain.toString()));
  }

  @Test
  void groupsAndRulesMustMatch() {
    assertEquals(
        "partition: there must be one rule for each group, but the groups of the parameters are"
            + " [body, head] and the rules are for [head]",
        error(GROUPED, "partition({head: sgd(0.1)})"));
    assertEquals(
        "partition: there must be one rule for each group, but the groups of the parameters are"
            + " [body, head] and the rules are for [body, head, tail]",
        error(GROUPED, "partition({head: sgd(0.1) | body: sgd(1) | tail: sgd(1)})"));
    assertEquals(
        "partition: its rules are for the groups [head], but no groups were named: name them on the"
            + " update stage, or use mask or route",
        error(PLAIN, "partition({head: sgd(0.1)})"));
  }

  private static String error(Layout layout, String chain) {
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> Models.program(layout, chain));
    return String.valueOf(error.getMessage());
  }
}
