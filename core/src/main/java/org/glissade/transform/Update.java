package org.glissade.transform;

import java.util.List;
import org.glissade.tensor.Effect;
import org.glissade.tensor.Tensor;

/**
 * What an update stage does.
 *
 * @param effects the next values of the parameters, of all states and counters
 * @param reports by-products for listeners
 * @param observations what each link that has a name did
 * @param count applied updates before the step, a scalar
 */
public record Update(
    List<Effect> effects, List<Report> reports, List<Observation> observations, Tensor count) {}
