package org.glissade.nn.telemetry;

/**
 * What a link did to one group over the steps of a run in which it was applied. Units are told
 * together, under the name of their parameter.
 *
 * @param group what the norms belong to, such as the path of a parameter
 * @param before norms of what the link was given
 * @param after norms of what it made of it; without a count where they are unknown
 * @param coefficient quotients of the two, after by before, where before was not 0; without a count
 *     where they are unknown
 * @param firedShare in which share of these the link changed the norm, or says that it acted; NaN
 *     where that is unknown
 */
public record GroupSummary(
    String group,
    NormSummary before,
    NormSummary after,
    NormSummary coefficient,
    double firedShare) {}
