package org.glissade.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.glissade.transform.ChainReader;
import org.junit.jupiter.api.Test;

final class SuitesTest {
  @Test
  void theAllocationProfilerIsOnUnlessAnotherIsNamed() {
    assertArrayEquals(new String[] {"W1", "-prof", "gc"}, Suites.arguments("W1"));
    assertArrayEquals(new String[] {"-prof", "perf"}, Suites.arguments("-prof", "perf"));
  }

  @Test
  void chainsHaveOneFourAndEightLinksThatCanBeRead() {
    assertEquals("[1, 4, 8]", Arrays.toString(links()));
    for (UpdateChain chain : UpdateChain.values()) {
      for (int count = 1; count <= chain.links(); count++) {
        String text = chain.first(count);
        assertTrue(ChainReader.load().read(text).toString().contains("("), text);
      }
    }
  }

  private static int[] links() {
    return Arrays.stream(UpdateChain.values()).mapToInt(UpdateChain::links).toArray();
  }
}
