package org.glissade.cuda;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.glissade.cuda.code.Launch;
import org.glissade.cuda.code.Outbox;
import org.glissade.cuda.code.PlanCode;
import org.glissade.cuda.driver.Driver;
import org.glissade.plan.Plan;
import org.glissade.plan.Slot;
import org.glissade.plan.View;
import org.glissade.tensor.Op;
import org.glissade.tensor.Tensor;

/**
 * The graphs of a program, one of a single run and one of several, each recorded when it is first
 * needed, with the addresses at which everything then lies. Where Java on the host stands between
 * kernels, a single run is a graph for each piece, and there is none of several.
 */
final class Graphs {
  /** Runs of the larger graph: half of those whose outputs are kept. */
  static final int SEVERAL = Outbox.RUNS / 2;

  /** A run of more kernels takes the device longer than its launch takes the host. */
  private static final int SHORT = 32;

  private static final int BLOCKS_PER_PROCESSOR = 4;

  private final PlanCode code;
  private final CudaSession session;
  private final Device device;
  private final long module;
  private final long memory;
  private final long ring;
  private final String[] names;
  private final Tensor[] inputs;
  private final long[] addresses;
  private final List<Piece> pieces;
  private final HostLinks hosts;
  private long several;
  private boolean moved;

  /**
   * No graph yet.
   *
   * @param module with the kernels
   * @param memory of the program itself
   * @param ring where the last kernel writes outputs
   */
  Graphs(Plan plan, PlanCode code, CudaSession session, long module, long memory, long ring) {
    this.code = code;
    this.session = session;
    this.device = session.device();
    this.module = module;
    this.memory = memory;
    this.ring = ring;
    Map<String, Tensor> named = inputs(plan);
    this.names = named.keySet().toArray(String[]::new);
    this.inputs = named.values().toArray(Tensor[]::new);
    this.addresses = new long[inputs.length];
    this.pieces = pieces(code.launches());
    this.hosts = new HostLinks(code, plan.definition().layout(), session, this::address);
  }

  /** What is queued without a word from the host between: launches from one number to another. */
  private static final class Piece {
    private final int from;
    private final int to;
    private long graph;

    Piece(int from, int to) {
      this.from = from;
      this.to = to;
    }
  }

  private static List<Piece> pieces(List<Launch> launches) {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < launches.size(); i++) {
      if (launches.get(i) instanceof Launch.Host) {
        pieces.add(new Piece(from, i));
        from = i + 1;
      }
    }
    pieces.add(new Piece(from, launches.size()));
    return pieces;
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

  /** Queues runs, several with one launch where they are short. */
  void launch(int times) {
    look();
    if (moved) {
      free();
      moved = false;
    }
    int left = times;
    if (pieces.size() == 1 && code.launches().size() <= SHORT) {
      for (; left >= SEVERAL; left -= SEVERAL) {
        several = several == 0 ? record(pieces.get(0), SEVERAL) : several;
        device.launch(several);
      }
    }
    for (; left > 0; left--) {
      for (int i = 0; i < pieces.size(); i++) {
        if (i > 0) {
          hosts.call(i - 1);
        }
        launch(pieces.get(i));
      }
    }
  }

  private void launch(Piece piece) {
    if (piece.from < piece.to) {
      piece.graph = piece.graph == 0 ? record(piece, 1) : piece.graph;
      device.launch(piece.graph);
    }
  }

  /** Looks where the data lies now, and whether that is not where it was. */
  private void look() {
    for (int i = 0; i < inputs.length; i++) {
      long address = session.inputs().address(inputs[i], names[i]);
      moved |= address != addresses[i];
      addresses[i] = address;
    }
  }

  private long record(Piece piece, int runs) {
    Driver driver = device.driver();
    List<Launch> launches = code.launches().subList(piece.from, piece.to);
    boolean ends = piece.to == code.launches().size();
    long[] kernels =
        launches.stream()
            .mapToLong(
                launch ->
                    launch instanceof Launch.Kernel kernel
                        ? driver.kernel(module, kernel.name())
                        : session.prepared(((Launch.Multiply) launch).product()))
            .toArray();
    driver.beginCapture();
    try {
      for (int run = 0; run < runs; run++) {
        for (int i = 0; i < kernels.length; i++) {
          queue(launches.get(i), kernels[i], ends && i == kernels.length - 1);
        }
      }
    } catch (RuntimeException failure) {
      driver.abandonCapture();
      throw failure;
    }
    return driver.instantiate(driver.endCapture());
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
      parameters.add(ring);
    }
    return parameters.stream().mapToLong(Long::longValue).toArray();
  }

  /** Where a view begins. */
  long address(View view) {
    return address(view.slot()) + (long) view.offset() * view.slot().type().bytes();
  }

  private long address(Slot slot) {
    return switch (slot.storage()) {
      case VARIABLE -> session.variable(slot.name());
      case INPUT -> addresses[java.util.Arrays.asList(names).indexOf(slot.name())];
      case FLAT, ARENA, SMALL -> memory + code.places().of(slot);
    };
  }

  /** Forgets them. */
  void free() {
    for (Piece piece : pieces) {
      free(piece.graph);
      piece.graph = 0;
    }
    free(several);
    several = 0;
  }

  private void free(long graph) {
    if (graph != 0) {
      device.await();
      device.driver().destroyGraph(graph);
    }
  }
}
