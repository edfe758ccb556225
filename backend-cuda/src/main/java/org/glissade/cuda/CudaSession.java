package org.glissade.cuda;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.Store;
import org.glissade.cuda.code.PlanCode;
import org.glissade.cuda.code.Products;
import org.glissade.cuda.driver.Compiler;
import org.glissade.cuda.driver.Cuda;
import org.glissade.cuda.driver.MatMuls;
import org.glissade.cuda.driver.Product;
import org.glissade.data.Field;
import org.glissade.plan.Plan;
import org.jspecify.annotations.Nullable;

/** Owns the stream and the device memory of a run. */
final class CudaSession implements Session {
  private final Device device;
  private final Compiler compiler;
  private final MatMuls matMuls;
  private final MatMulChoice choice;
  private final Map<Product, Integer> prepared = new HashMap<>();
  private final KernelCache cache;
  private final long seed;
  private final CudaStore store;
  private final CudaInputs inputs;
  private final FaultWord fault;
  private final List<CudaProgram> programs = new ArrayList<>();
  private @Nullable CudaProgram current;
  private boolean closed;

  CudaSession(Device device, Cuda cuda, KernelCache cache, MatMulChoice choice, long seed) {
    this.device = device;
    this.compiler = cuda.compiler();
    this.matMuls = cuda.matMuls(device.driver());
    this.cache = cache;
    this.choice = choice;
    this.seed = seed;
    this.inputs = new CudaInputs(device);
    this.store = new CudaStore(device, this::check);
    this.fault = new FaultWord(device);
  }

  @Override
  public String description() {
    return CudaBackend.NAME + ": " + device.driver().device().describe();
  }

  @Override
  public Store store() {
    return store;
  }

  @Override
  public void bind(String input, Field data) {
    inputs.bind(input, data);
  }

  @Override
  public Program compile(Plan plan) {
    store.add(plan.definition(), seed);
    PlanCode code = PlanCode.of(plan, new Products(choice.large(), this::isKnown));
    byte[] image = cache.get(code.source(), device.driver().device().architecture(), compiler);
    CudaProgram program = new CudaProgram(plan, code, image, this, seed);
    programs.add(program);
    return program;
  }

  private boolean isKnown(Product product) {
    return prepared(product) >= 0;
  }

  /** The number under which the library knows a product; -1 if it has no way for it. */
  int prepared(Product product) {
    return prepared.computeIfAbsent(product, wanted -> matMuls.prepare(wanted, choice.precision()));
  }

  MatMuls matMuls() {
    return matMuls;
  }

  Device device() {
    return device;
  }

  CudaInputs inputs() {
    return inputs;
  }

  FaultWord fault() {
    return fault;
  }

  long variable(String key) {
    return store.address(key);
  }

  /** Says that a program is about to run; what an earlier one did wrong is told first. */
  void running(CudaProgram program) {
    if (current != program) {
      check();
      current = program;
    }
  }

  private void check() {
    if (current != null) {
      current.check();
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (Device own = device) {
      own.await();
      programs.forEach(CudaProgram::free);
      store.free();
      inputs.free();
      fault.free();
      matMuls.close();
    }
  }
}
