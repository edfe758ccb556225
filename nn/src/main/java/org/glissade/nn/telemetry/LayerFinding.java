package org.glissade.nn.telemetry;

/**
 * The first layer whose gradient went wrong, and when. Of several in one step it is the first in
 * backward order, from the output to the input.
 *
 * @param step from 1
 * @param layer path of the layer
 * @param norm of its gradient in this step; an element of it where that is not finite
 * @param ratio the norm by what it was compared with; not finite where the gradient was not
 */
public record LayerFinding(long step, String layer, double norm, double ratio) {}
