package org.glissade.transform;

import java.util.Optional;
import java.util.Set;
import org.glissade.tensor.Tensor;

/**
 * What a link did in a step, told by the norms of what it was given and of what it made of it.
 * Where both are over the same groups, their ratio is the link's coefficient.
 *
 * @param link the path of its name
 * @param before norms of what it was given; nothing where the program knows none
 * @param after norms of what it made of it; nothing where the program knows none
 * @param condition a scalar, 0 in a step in which the link was not applied; nothing if it always is
 */
public record Observation(
    String link, Optional<Norm> before, Optional<Norm> after, Optional<Tensor> condition) {
  /** With NaN for what nobody else needs, where the condition fails: it need not be taken then. */
  Observation voided(Set<Tensor> computed) {
    return new Observation(
        link,
        before.map(norm -> voided(norm, computed)),
        after.map(norm -> voided(norm, computed)),
        condition);
  }

  private Norm voided(Norm norm, Set<Tensor> computed) {
    Tensor squares = norm.squares();
    return computed.contains(squares)
        ? norm
        : condition
            .map(holds -> norm.with(holds.select(squares, squares.like(Double.NaN))))
            .orElse(norm);
  }
}
