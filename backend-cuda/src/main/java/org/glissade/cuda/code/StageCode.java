package org.glissade.cuda.code;

import org.glissade.plan.Code;
import org.glissade.plan.Stage;
import org.glissade.plan.Step;
import org.glissade.tensor.Shape;

/**
 * Writes the kernels of a stage: one, cut where all blocks must meet or where the library works.
 */
final class StageCode {
  private final String name;
  private final Parts parts;
  private Kernel kernel;
  private int number = 1;

  StageCode(String name, Parts parts) {
    this.name = name;
    this.parts = parts;
    this.kernel = parts.kernel(name);
  }

  void write(Stage stage) {
    for (Step step : stage.steps()) {
      if (step instanceof Step.Sweep sweep && UnitWriter.isNeeded(sweep)) {
        units(sweep);
      } else if (step instanceof Step.MatMul product && parts.products().of(product) != null) {
        multiply(product);
      } else if (step instanceof Step.Host host) {
        parts.host(host);
      } else {
        append(step);
      }
    }
    parts.dropEmpty();
  }

  private void append(Step step) {
    kernel.begin(Titles.of(step));
    step.accept(new StageWriter(kernel, parts));
  }

  private void cut() {
    if (!kernel.isEmpty()) {
      kernel = parts.kernel(name + "_" + ++number);
    }
  }

  /** A unit may reach into what other blocks have written, and be stored by others. */
  private void units(Step.Sweep sweep) {
    cut();
    kernel.begin(Titles.of(sweep) + ", units");
    parts.units(kernel, sweep);
    cut();
    if (SweepWriter.isNeeded(sweep)) {
      append(sweep);
    }
  }

  private void multiply(Step.MatMul step) {
    Launch.Multiply product = parts.products().of(step);
    Code finish = step.finish();
    if (product == null) {
      return;
    }
    cut();
    parts.dropEmpty();
    parts.multiply(product);
    kernel = parts.kernel(name + "_" + ++number);
    boolean biased = product.bias() != null;
    if (finish != null && !(biased && finish.instructions().size() == 3)) {
      kernel.begin("finish " + step.out());
      new StageWriter(kernel, parts).finish(step, finish, Shape.of(step.m(), step.n()), biased);
    }
  }
}
