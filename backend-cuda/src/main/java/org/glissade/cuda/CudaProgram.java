package org.glissade.cuda;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.glissade.backend.Lookup;
import org.glissade.backend.Program;
import org.glissade.cuda.code.Launch;
import org.glissade.cuda.code.Outbox;
import org.glissade.cuda.code.PlanCode;
import org.glissade.cuda.driver.Driver;
import org.glissade.plan.Plan;
import org.glissade.plan.Slot;
import org.glissade.plan.View;
import org.glissade.tensor.DType;
import org.glissade.tensor.Distribution;
import org.glissade.tensor.Op;
import org.glissade.tensor.Tensor;

/** A plan as a captured graph. A run launches it: it allocates nothing and waits for nothing. */
final class CudaProgram implements Program {
  private static final int BLOCKS_PER_PROCESSOR = 4;

  private final Plan plan;
  private final PlanCode code;
  private final CudaSession session;
  private final Device device;
  private final long module;
  private final long memory;
  private final OutputRing ring;
  private final String[] names;
  private final Tensor[] inputs;
  private final long[] addresses;
  private long graph;

  CudaProgram(Plan plan, PlanCode code, byte[] image, CudaSession session, long seed) {
    this.plan = plan;
    this.code = code;
    this.session = session;
    this.device = session.device();
    Map<String, Tensor> named = inputs(plan);
    this.names = named.keySet().toArray(String[]::new);
    this.inputs = named.values().toArray(Tensor[]::new);
    this.addresses = new long[inputs.length];
    Driver driver = device.driver();
    this.module = driver.load(image);
    this.memory = driver.allocate(code.bytes());
    this.ring = new OutputRing(device, code.outbox());
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

  /** The inputs that the plan reads, by name. */
  private static Map<String, Tensor> inputs(Plan plan) {
    List<String> read =
        plan.slots().stream()
            .filter(slot -> slot.storage() == Slot.Storage.INPUT)
            .map(Slot::name)
            .toList();
    Map<String, Tensor> named = new TreeMap<>();
    for (Tensor node : plan.definition().graph().nodes()) {
      if (node.op() instanceof Op.Input input && read.contains(input.name())) {
        named.put(input.name(), node);
      }
    }
    return named;
  }

  @Override
  public Plan plan() {
    return plan;
  }

  @Override
  public void run() {
    session.running(this);
    boolean moved = graph == 0;
    for (int i = 0; i < inputs.length; i++) {
      long address = session.inputs().address(inputs[i], names[i]);
      moved |= address != addresses[i];
      addresses[i] = address;
    }
    if (moved) {
      capture();
    }
    device.launch(graph);
    ring.queued();
  }

  /** Records all kernels, with the addresses at which everything now lies. */
  private void capture() {
    Driver driver = device.driver();
    if (graph != 0) {
      device.await();
      driver.destroyGraph(graph);
      graph = 0;
    }
    long[] kernels =
        code.launches().stream()
            .mapToLong(
                launch ->
                    launch instanceof Launch.Kernel kernel
                        ? driver.kernel(module, kernel.name())
                        : session.prepared(((Launch.Multiply) launch).product()))
            .toArray();
    driver.beginCapture();
    for (int i = 0; i < kernels.length; i++) {
      queue(code.launches().get(i), kernels[i], i == kernels.length - 1);
    }
    graph = driver.instantiate(driver.endCapture());
  }

  private void queue(Launch launch, long handle, boolean last) {
    if (launch instanceof Launch.Kernel kernel) {
      int blocks = BLOCKS_PER_PROCESSOR * device.driver().device().processors();
      long[] parameters = parameters(kernel, last);
      device.driver().launch(handle, kernel.shared() ? blocks : 1, PlanCode.THREADS, parameters);
    } else if (launch instanceof Launch.Multiply product) {
      View bias = product.bias();
      session
          .matMuls()
          .multiply(
              (int) handle,
              address(product.a()),
              address(product.b()),
              bias == null ? 0 : address(bias),
              address(product.out()));
    }
  }

  private long[] parameters(Launch.Kernel launch, boolean last) {
    List<Long> parameters = new ArrayList<>(List.of(session.fault().address(), memory));
    launch.parameters().forEach(slot -> parameters.add(address(slot)));
    if (last) {
      parameters.add(ring.address());
    }
    return parameters.stream().mapToLong(Long::longValue).toArray();
  }

  /** Where a view begins. */
  private long address(View view) {
    Slot slot = view.slot();
    boolean outside =
        slot.storage() == Slot.Storage.VARIABLE || slot.storage() == Slot.Storage.INPUT;
    long begin = outside ? address(slot) : memory + code.places().of(slot);
    return begin + (long) view.offset() * slot.type().bytes();
  }

  private long address(Slot slot) {
    if (slot.storage() == Slot.Storage.VARIABLE) {
      return session.variable(slot.name());
    }
    return addresses[java.util.Arrays.asList(names).indexOf(slot.name())];
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
  public int kept() {
    return Outbox.RUNS;
  }

  @Override
  public double scalar(String output, int back) {
    if (back == 0) {
      return scalar(output);
    }
    view(output, 1);
    if (back < 0 || back >= ring.kept()) {
      throw new IllegalArgumentException(
          "Output %s of %d runs before the last was asked for, but those of the last %d are kept"
              .formatted(output, back, ring.kept()));
    }
    check(back);
    return ring.get(back, code.outbox().begin(output));
  }

  @Override
  public double scalar(String output) {
    View view = output(output, 1);
    int begin = code.outbox().begin(output);
    return begin < 0 ? large(view)[0] : ring.get(0, begin);
  }

  @Override
  public void read(String output, float[] into) {
    View view = output(output, into.length);
    int begin = code.outbox().begin(output);
    if (begin < 0 && view.slot().type() == DType.F32) {
      device.read(address(view), into);
      return;
    }
    double[] values = begin < 0 ? large(view) : null;
    for (int i = 0; i < into.length; i++) {
      into[i] = (float) (values == null ? ring.get(0, begin + i) : values[i]);
    }
  }

  @Override
  public void read(String output, double[] into) {
    View view = output(output, into.length);
    int begin = code.outbox().begin(output);
    double[] values = begin < 0 ? large(view) : null;
    for (int i = 0; i < into.length; i++) {
      into[i] = values == null ? ring.get(0, begin + i) : values[i];
    }
  }

  /** The numbers of an output that is not carried to the host by itself. */
  private double[] large(View view) {
    int size = view.shape().size();
    long from = address(view);
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

  /** An output of what ran last, once that is known to have gone well. */
  private View output(String name, int length) {
    View view = view(name, length);
    check();
    return view;
  }

  private View view(String name, int length) {
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
    return view;
  }

  /** Gives everything back. */
  void free() {
    Driver driver = device.driver();
    if (graph != 0) {
      driver.destroyGraph(graph);
    }
    driver.unload(module);
    driver.free(memory);
    ring.free();
  }
}
