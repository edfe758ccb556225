package org.glissade.cuda;

import org.glissade.backend.Lookup;
import org.glissade.backend.Program;
import org.glissade.cuda.code.Outbox;
import org.glissade.cuda.code.PlanCode;
import org.glissade.cuda.driver.Driver;
import org.glissade.plan.Plan;
import org.glissade.plan.View;
import org.glissade.tensor.DType;
import org.glissade.tensor.Distribution;

/**
 * A plan as captured graphs. A run launches one: it allocates nothing and waits for nothing, unless
 * Java on the host cuts it.
 */
final class CudaProgram implements Program {
  private final Plan plan;
  private final PlanCode code;
  private final boolean cut;
  private final CudaSession session;
  private final Device device;
  private final long module;
  private final long memory;
  private final OutputRing ring;
  private final Graphs graphs;

  CudaProgram(Plan plan, PlanCode code, byte[] image, CudaSession session, long seed) {
    this.plan = plan;
    this.code = code;
    this.cut = code.isCut();
    this.session = session;
    this.device = session.device();
    Driver driver = device.driver();
    this.module = driver.load(image);
    this.memory = driver.allocate(code.bytes());
    this.ring = new OutputRing(device, code.outbox());
    this.graphs = new Graphs(plan, code, session, module, memory, ring.address());
    clear();
    device.clear(memory + code.outbox().counter(), Long.BYTES);
    code.keys()
        .forEach(
            (stream, offset) -> {
              double bits = Double.longBitsToDouble(Distribution.key(seed, stream));
              device.write(memory + offset, new double[] {bits});
            });
  }

  private void clear() {
    code.cleared().forEach(span -> device.clear(memory + span.offset(), span.bytes()));
  }

  @Override
  public Plan plan() {
    return plan;
  }

  @Override
  public void run() {
    run(1);
  }

  @Override
  public void run(int times) {
    session.running(this);
    int more = cut ? 1 : times;
    for (int left = times; left > 0; left -= more) {
      graphs.launch(more);
      ring.queued(more);
    }
  }

  /** Fails if an index led out of its data in what ran last; waits until that is known. */
  void check() {
    if (ring.kept() > 0) {
      check(0);
    }
  }

  private void check(int back) {
    int fault = code.outbox().fault();
    int site = (int) ring.get(back, fault);
    if (site != 0) {
      int value = (int) ring.get(back, fault + 1);
      session.fault().clear();
      clear();
      ring.clearFault(back);
      throw new IndexOutOfBoundsException(code.faults().describe(site - 1, value));
    }
  }

  @Override
  public int kept(String output) {
    return code.outbox().begin(output) < 0 || cut ? 1 : Outbox.RUNS;
  }

  @Override
  public double scalar(String output) {
    return scalar(output, 0);
  }

  @Override
  public double scalar(String output, int back) {
    View view = output(output, back, 1);
    int begin = code.outbox().begin(output);
    return begin < 0 ? large(view)[0] : ring.get(back, begin);
  }

  @Override
  public void read(String output, float[] into) {
    View view = output(output, 0, into.length);
    int begin = code.outbox().begin(output);
    if (begin < 0 && view.slot().type() == DType.F32) {
      device.read(graphs.address(view), into);
      return;
    }
    double[] values = begin < 0 ? large(view) : null;
    for (int i = 0; i < into.length; i++) {
      into[i] = (float) (values == null ? ring.get(0, begin + i) : values[i]);
    }
  }

  @Override
  public void read(String output, double[] into) {
    read(output, 0, into);
  }

  @Override
  public void read(String output, int back, double[] into) {
    View view = output(output, back, into.length);
    int begin = code.outbox().begin(output);
    double[] values = begin < 0 ? large(view) : null;
    for (int i = 0; i < into.length; i++) {
      into[i] = values == null ? ring.get(back, begin + i) : values[i];
    }
  }

  /** The numbers of an output that is not carried to the host by itself. */
  private double[] large(View view) {
    int size = view.shape().size();
    long from = graphs.address(view);
    if (view.slot().type() == DType.F64) {
      double[] values = new double[size];
      device.read(from, values);
      return values;
    }
    if (view.slot().type() == DType.F32) {
      float[] values = new float[size];
      device.read(from, values);
      return Arrays.widen(values);
    }
    int[] values = new int[size];
    device.read(from, values);
    return java.util.Arrays.stream(values).asDoubleStream().toArray();
  }

  /** An output of some runs ago, once that run is known to have gone well. */
  private View output(String name, int back, int length) {
    View view = Lookup.find("output", name, plan.outputs());
    if (ring.kept() == 0) {
      throw new IllegalStateException(
          "Program %s has not run: call run() before reading its outputs"
              .formatted(plan.definition().name()));
    }
    if (view.shape().size() != length) {
      throw new IllegalArgumentException(
          "Output %s has %d numbers, but %d were asked for"
              .formatted(name, view.shape().size(), length));
    }
    Lookup.requireKept(name, back, Math.min(ring.kept(), kept(name)));
    check(back);
    return view;
  }

  /** Gives everything back. */
  void free() {
    graphs.free();
    Driver driver = device.driver();
    driver.unload(module);
    driver.free(memory);
    ring.free();
  }
}
