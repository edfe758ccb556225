package org.glissade.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A device with more processors has more blocks, and gives the same bits. */
class ProcessorsTest {
  private static List<String> loss(int processors) throws Exception {
    String count = Integer.toString(processors);
    return Fork.run(Stepping.class, "", Map.of("FAKE_CUDA_PROCESSORS", count));
  }

  @Test
  void anyNumberGivesTheSameBits() throws Exception {
    List<String> one = loss(1);
    assertEquals(1, one.size());
    assertEquals(one, loss(2));
    assertEquals(one, loss(5));
  }
}
