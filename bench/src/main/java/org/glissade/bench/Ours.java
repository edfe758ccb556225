package org.glissade.bench;

import org.glissade.bench.contest.Contest;
import org.glissade.bench.contest.Request;
import org.glissade.bench.contest.Work;

/** Glissade's process in the race. */
public final class Ours {
  private Ours() {}

  /** Serves a workload, or {@code update}, {@code copy}, {@code ceiling} or {@code pair}. */
  public static void main(String[] arguments) {
    Contest.serve(arguments, Ours::open);
  }

  private static Work open(Request request) {
    return switch (request.work()) {
      case "update" -> new OurUpdate(request);
      case "copy" -> new CopyRate(request.threads());
      case "ceiling" -> new CeilingRate();
      case "pair" -> new OurPair(request);
      default -> new OurTraining(request, request.workload(), request.chain());
    };
  }
}
