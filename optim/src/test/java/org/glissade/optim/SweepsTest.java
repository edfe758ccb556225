package org.glissade.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Parameter;
import org.glissade.testkit.golden.UpdateProgram;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Passes over the flat buffers, for 300 parameters: one that only reads, for norms, and one that
 * writes. What is only reported joins one of them.
 */
class SweepsTest {
  private static Layout threeHundred() {
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      parameters.add(Models.parameter("dense-" + i + "/weight", Kind.WEIGHT, 3, 5));
      parameters.add(Models.parameter("dense-" + i + "/bias", Kind.BIAS, 5));
    }
    return Layout.of(parameters);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "clip-by-norm(1, extent=global) | adam(1) | weight-decay(0.01) | learning-rate(0.1) # 2",
        "clip-by-norm(1, extent=unit) | adamw(cosine(0.1, total=9)) # 2",
        "clip-by-norm(1, extent=parameter) | sgd(0.1, momentum=0.9) # 2",
        "renormalize(1, extent=layer) | weight-decay(0.01, kind=weight) | sgd(0.1) # 2",
        "clip-by-value(1) | sgd(0.1) # 2",
        "non-finite(propagate) | clip-by-value(1) | sgd(0.1) # 1",
        "non-finite(propagate) | adamw(0.1) # 1",
        "non-finite(propagate) | rmsprop(0.1, momentum=0.9, centered=true) # 1",
        "non-finite(propagate) | nadamw(0.1) # 1",
        "clip-by-norm(1, extent=global) | lion(0.1) # 2",
        "lars(0.1) # 2",
        "lamb(0.1) # 2",
        "novograd(0.1) # 2",
        "dog() # 2",
        "prodigy() # 2",
        "mechanic() | sgd(0.1) # 2",
        "route({scale(0)}, else={clip-by-norm(1, extent=global) | sgd(0.1)}, kind=bias) # 2"
      })
  void areAsManyAsTheReductionsNeed(String chain, int sweeps) {
    try (UpdateProgram program = Models.program(threeHundred(), chain)) {
      assertEquals(sweeps, program.plan().sweeps(), program.plan()::toString);
    }
  }
}
