package org.glissade.peer.libtorch;

import org.bytedeco.pytorch.global.torch;
import org.glissade.bench.contest.Contest;
import org.glissade.bench.contest.Request;
import org.glissade.bench.contest.Work;

/** libtorch's process. */
public final class Libtorch {
  private Libtorch() {}

  /** Serves what is asked for: a workload, {@code update} or {@code ceiling}. */
  public static void main(String[] arguments) {
    Contest.serve(arguments, Libtorch::open);
  }

  private static Work open(Request request) {
    torch.set_num_threads(request.threads());
    return switch (request.work()) {
      case "update" -> new AdamUpdate();
      case "ceiling" -> new OpenBlasRate();
      default -> new EagerNetwork(request);
    };
  }
}
