package org.glissade.examples.report;

/**
 * The gradient norm of one layer.
 *
 * @param layer path of the layer, for example {@code dense-1}
 * @param norms Euclidean norm over all parameters of the layer, by step
 */
public record LayerCurve(String layer, Curve norms) {}
