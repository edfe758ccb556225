package org.glissade.cuda.driver;

/** What large matrix products are computed in. Parameters, sums and all else stay as they are. */
public enum Precision {
  /** Float, with every bit of it. */
  FP32,
  /** Factors rounded to 10 bits behind the point, on tensor cores. */
  TF32,
  /** Factors rounded to 7 bits behind the point, on tensor cores. */
  BF16
}
