package org.glissade.nn.telemetry;

/**
 * Norms over the steps of a run. The quantiles are within 1/64 of the true ones, relative to them.
 *
 * @param count finite norms
 * @param nonFinite infinite or NaN ones, which count in nothing else here
 * @param smallest the smallest, exactly; NaN where there are none, as all that follow
 * @param median of the finite ones
 * @param p90 what nine of ten do not exceed
 * @param p99 what 99 of 100 do not exceed
 * @param largest the largest, exactly
 */
public record NormSummary(
    long count,
    long nonFinite,
    double smallest,
    double median,
    double p90,
    double p99,
    double largest) {}
