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
        "ema-weights | clip-by-norm(1, extent=global) | adam(0.1) # 2",
        "lookahead | sgd(0.1) # 2",
        "schedule-free | sgd(0.1) # 2",
        "accumulate(4) | sgd(0.1) # 2",
        "accumulate(4) | clip-by-norm(1, extent=parameter) | adam(0.1) # 2",
        "sam(0.1, extent=global) | sgd(0.1) # 3",
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
        "clip-by-norm(1, extent=layer, p=1) | sgd(0.1) # 2",
        "clip-by-norm(1, extent=layer, p=inf) | sgd(0.1) # 2",
        "clip-by-norm(1, extent=layer, p=3) | sgd(0.1) # 3",
        "clip-grad-norm(1, extent=global) | sgd(0.1) # 2",
        "adaptive-clip(0.01, extent=unit) | sgd(0.1) # 2",
        "adam(1) | clip-by-rms(1, extent=parameter) | learning-rate(0.1) # 2",
        "centralize() | sgd(0.1) # 2",
        "sgd(0.1) | max-norm(1, extent=unit) # 2",
        "non-finite(propagate) | zero-nans() | sgd(0.1) # 1",
        "global-then-layer(5, layer=1) | sgd(0.1) # 3",
        "auto-clip(10, extent=global, window=9) | sgd(0.1) # 2",
        "mad-clip(3, extent=parameter, window=9, warmup=2) | sgd(0.1) # 2",
        "quantile-clip(0.9, extent=parameter) | sgd(0.1) # 2",
        "z-clip(extent=layer) | sgd(0.1) # 2",
        "ada-gc() | adam(0.1) # 2",
        "skip-spikes(6) | adam(0.1) # 2",
        "spam(0.1) # 2",
        "stable-spam(0.1) # 3",
        "route({scale(0)}, else={clip-by-norm(1, extent=global) | sgd(0.1)}, kind=bias) # 2"
      })
  void areAsManyAsTheReductionsNeed(String chain, int sweeps) {
    try (UpdateProgram program = Models.program(threeHundred(), chain)) {
      assertEquals(sweeps, program.plan().sweeps(), program.plan()::toString);
    }
  }
}
