package org.glissade.layer;

import org.glissade.tensor.Tensor;

/**
 * What a layer gave in one program, to be looked at without the layer knowing.
 *
 * @param path of the layer, such as {@code encoder/relu-1}
 * @param layer that gave it
 * @param value what it gave
 */
public record LayerOutput(String path, Layer layer, Tensor value) {}
