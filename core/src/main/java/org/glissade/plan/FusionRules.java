package org.glissade.plan;

/**
 * Which fusions a plan makes. Each can be switched off, to test that fused equals unfused.
 *
 * @param maps element-wise neighbours become one map
 * @param reductions reductions take in element-wise producers
 * @param products matrix products take in element-wise consumers
 */
public record FusionRules(boolean maps, boolean reductions, boolean products) {
  /** All fusions: what plans are made with unless said otherwise. */
  public static final FusionRules ALL = new FusionRules(true, true, true);

  /** No fusion: every op is a kernel of its own. */
  public static final FusionRules NONE = new FusionRules(false, false, false);
}
