package org.glissade.backend;

import java.util.Arrays;
import java.util.List;
import org.glissade.plan.Slot;
import org.glissade.plan.Step;
import org.glissade.tensor.DType;
import org.glissade.tensor.Layout;

/** A {@link Step.Host} made ready to run: the arrays that its function reads and fills. */
public final class HostCall {
  private final Step.Host step;
  private final Layout layout;
  private final List<double[]> inputs;
  private final List<double[]> results;

  /** Carries all numbers of a slot to an array, or from it; floats become doubles and back. */
  @FunctionalInterface
  public interface Carrier {
    /** Carries as many numbers as both have. */
    void carry(Slot slot, double[] numbers);
  }

  /** Makes the arrays. */
  public HostCall(Step.Host step, Layout layout) {
    this.step = step;
    this.layout = layout;
    this.inputs = step.inputs().stream().map(slot -> new double[slot.size()]).toList();
    this.results = step.link().lengths().stream().map(double[]::new).toList();
  }

  /**
   * Carries the inputs to the function, calls it, and carries back what it gives. Between the
   * parameters there is 0 before and after.
   *
   * @throws org.glissade.tensor.HostLinkException if the function throws
   */
  public void run(Carrier read, Carrier write) {
    for (int i = 0; i < inputs.size(); i++) {
      Slot slot = step.inputs().get(i);
      read.carry(slot, inputs.get(i));
      clean(slot, inputs.get(i));
    }
    step.link().call(inputs, results);
    for (Step.HostResult result : step.results()) {
      double[] numbers = results.get(result.number());
      clean(result.target(), numbers);
      write.carry(result.target(), numbers);
    }
  }

  /** Floats stand along the flat index, doubles are columns and scalars. */
  private void clean(Slot slot, double[] numbers) {
    int count = slot.type() == DType.F32 ? layout.parameters().size() : 0;
    for (int p = 0; p < count; p++) {
      int end = p + 1 < count ? layout.offset(p + 1) : numbers.length;
      Arrays.fill(numbers, layout.offset(p) + layout.length(p), end, 0);
    }
  }
}
