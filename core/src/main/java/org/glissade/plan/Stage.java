package org.glissade.plan;

import java.util.List;

/**
 * Steps that follow each other without a meeting of the workers that share them out. Every worker
 * goes through them in this order, each with its share. Steps along the same number of rows must
 * give a worker the same rows; what is not shared out belongs to the first worker.
 */
public record Stage(List<Step> steps) {
  /** Copies the list. */
  public Stage {
    steps = List.copyOf(steps);
  }
}
