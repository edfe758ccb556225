package org.glissade.transform;

import java.util.List;
import org.glissade.tensor.Tensor;

/**
 * A by-product of the update stage.
 *
 * @param name the path of the link that reports, and the name it gave
 * @param value a column or a scalar
 * @param groups what each number of the value belongs to, such as parameter paths
 */
public record Report(String name, Tensor value, List<String> groups) {}
