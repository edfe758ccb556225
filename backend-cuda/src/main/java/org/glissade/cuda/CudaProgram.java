package org.glissade.cuda;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.glissade.backend.Lookup;
import org.glissade.backend.Program;
import org.glissade.cuda.code.Launch;
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
  private final ByteBuffer outbox;
  private final String[] names;
  private final Tensor[] inputs;
  private final long[] addresses;
  private long graph;
  private boolean ran;

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
    this.outbox = driver.allocateHost(Double.BYTES * (code.outbox().size() + 2));
    clear();
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
    ran = true;
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
      parameters.add(device.driver().addressOf(outbox));
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

  /** Waits, and fails if an index led out of its data in what ran last. */
  void check() {
    device.await();
    int site = ran ? (int) outbox.getDouble(Double.BYTES * code.outbox().size()) : 0;
    if (site != 0) {
      int value = (int) outbox.getDouble(Double.BYTES * (code.outbox().size() + 1));
      session.fault().clear();
      clear();
      outbox.putDouble(Double.BYTES * code.outbox().size(), 0);
      throw new IndexOutOfBoundsException(code.faults().describe(site - 1, value));
    }
  }

  @Override
  public double scalar(String output) {
    View view = output(output, 1);
    int begin = code.outbox().begin(output);
    if (begin >= 0) {
      return outbox.getDouble(Double.BYTES * begin);
    }
    return large(view)[0];
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
      into[i] = (float) (values == null ? outbox.getDouble(Double.BYTES * (begin + i)) : values[i]);
    }
  }

  @Override
  public void read(String output, double[] into) {
    View view = output(output, into.length);
    int begin = code.outbox().begin(output);
    double[] values = begin < 0 ? large(view) : null;
    for (int i = 0; i < into.length; i++) {
      into[i] = values == null ? outbox.getDouble(Double.BYTES * (begin + i)) : values[i];
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

  private View output(String name, int length) {
    View view = Lookup.find("output", name, plan.outputs());
    if (!ran) {
      throw new IllegalStateException(
          "Program %s has not run: call run() before reading its outputs"
              .formatted(plan.definition().name()));
    }
    if (view.shape().size() != length) {
      throw new IllegalArgumentException(
          "Output %s has %d numbers, but %d were asked for"
              .formatted(name, view.shape().size(), length));
    }
    check();
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
    driver.freeHost(outbox);
  }
}
