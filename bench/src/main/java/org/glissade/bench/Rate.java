package org.glissade.bench;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Counts what a benchmark works through; per nanosecond it is in billions a second. */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class Rate {
  /** Billions a second: GFLOP/s or GB/s, as the benchmark says. */
  public long giga;
}
