package org.glissade.cuda.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glissade.plan.Plan;
import org.glissade.plan.Step;
import org.glissade.tensor.Layout;

/** What all kernels of a program have in common while they are written. */
final class Parts {
  private final Layout layout;
  private final Places places;
  private final Chunks chunks;
  private final Names names = new Names();
  private final Tables tables = new Tables();
  private final Faults faults = new Faults();
  private final Map<String, Long> keys = new LinkedHashMap<>();
  private final Products products;
  private final List<Object> queue = new ArrayList<>();

  Parts(Plan plan, Products products) {
    this.products = products;
    this.layout = plan.definition().layout();
    this.places = new Places(plan);
    this.chunks = new Chunks(layout);
  }

  Places places() {
    return places;
  }

  Chunks chunks() {
    return chunks;
  }

  Tables tables() {
    return tables;
  }

  Faults faults() {
    return faults;
  }

  /** Where the key of a random stream lies. */
  long key(String stream) {
    return keys.computeIfAbsent(stream, name -> places.reserve(Long.BYTES));
  }

  /** Where the keys of random streams lie, by name. */
  Map<String, Long> keys() {
    return keys;
  }

  Kernel kernel(String name) {
    Kernel kernel = new Kernel(name, names, places);
    queue.add(kernel);
    return kernel;
  }

  Products products() {
    return products;
  }

  /** Adds a product that the library computes, after all kernels so far. */
  void multiply(Launch.Multiply product) {
    queue.add(product);
  }

  /** Adds a call of the host, after all kernels so far. */
  void host(Step.Host step) {
    queue.add(new Launch.Host(step));
  }

  /** All kernels, in their order. */
  List<Kernel> kernels() {
    return queue.stream().filter(Kernel.class::isInstance).map(Kernel.class::cast).toList();
  }

  /** All that is queued, in its order. */
  List<Launch> launches() {
    return queue.stream()
        .map(one -> one instanceof Kernel kernel ? kernel.launch() : (Launch) one)
        .toList();
  }

  /** Forgets kernels that nothing was written to. */
  void dropEmpty() {
    queue.removeIf(one -> one instanceof Kernel kernel && kernel.isEmpty());
  }

  SweepWriter sweep(Kernel kernel) {
    return new SweepWriter(kernel, layout, tables, chunks, places);
  }

  void units(Kernel kernel, Step.Sweep step) {
    new UnitWriter(kernel, layout, tables).write(step);
  }

  /** Whether some kernel draws random numbers. */
  boolean isRandom() {
    return !keys.isEmpty();
  }
}
