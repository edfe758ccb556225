package org.glissade.bench;

import org.glissade.bench.contest.Request;
import org.glissade.bench.contest.Work;
import org.glissade.bench.contest.Workload;

/**
 * An epoch of W1 under plain descent and one under the chain that is asked for, in one JVM, so that
 * they share its luck. A turn makes both, each first in every other turn, and gives their seconds
 * in this order.
 */
final class OurPair implements Work {
  private static final String PLAIN = "non-finite(propagate) | sgd(0.1)";

  private final OurTraining plain;
  private final OurTraining chained;
  private boolean plainFirst;

  OurPair(Request request) {
    plain = new OurTraining(request, Workload.W1, PLAIN);
    chained = new OurTraining(request, Workload.W1, request.chain());
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
