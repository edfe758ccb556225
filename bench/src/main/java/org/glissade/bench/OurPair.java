package org.glissade.bench;

import org.glissade.bench.contest.Request;
import org.glissade.bench.contest.Work;
import org.glissade.bench.contest.Workload;

/**
 * Steps of W1 under plain descent and as many under the chain that is asked for, in one JVM, so
 * that they share its luck. A turn makes both, each first in every other turn, and gives their
 * seconds in this order.
 */
final class OurPair implements Work {
  private static final String PLAIN = "non-finite(propagate) | sgd(0.1)";

  /** So few that what holds a machine up for a moment disturbs few of many pairs. */
  private static final int STEPS = 64;

  private final OurTraining plain;
  private final OurTraining chained;
  private boolean plainFirst;

  OurPair(Request request) {
    Request some =
        new Request(
            request.work(),
            request.folder(),
            STEPS * Workload.W1.batch(),
            request.threads(),
            request.chain());
    plain = new OurTraining(some, Workload.W1, PLAIN);
    chained = new OurTraining(some, Workload.W1, request.chain());
  }

  @Override
  public double[] turn() {
    plainFirst = !plainFirst;
    if (plainFirst) {
      double first = plain.turn()[0];
      return new double[] {first, chained.turn()[0]};
    }
    double second = chained.turn()[0];
    return new double[] {plain.turn()[0], second};
  }

  @Override
  public void close() {
    plain.close();
    chained.close();
  }
}
