package org.glissade.cuda;

import java.util.HashMap;
import java.util.Map;
import org.glissade.backend.BoundInputs;
import org.glissade.data.Field;
import org.glissade.tensor.Tensor;

/** The data of a session in device memory, in the type in which the host holds it. */
final class CudaInputs {
  /** Device memory that one input keeps, at least as large as its data. */
  private static final class Piece {
    long address;
    long capacity;
  }

  private final Device device;
  private final BoundInputs bound = new BoundInputs();
  private final Map<String, Piece> pieces = new HashMap<>();

  CudaInputs(Device device) {
    this.device = device;
  }

  /** Copies data to the device. What is bound again in the same size keeps its address. */
  void bind(String name, Field data) {
    long bytes = (long) data.count() * data.example().size() * data.type().bytes();
    Piece piece = pieces.computeIfAbsent(name, key -> new Piece());
    device.await();
    if (piece.capacity < bytes) {
      release(piece);
      piece.address = device.driver().allocate(bytes);
      piece.capacity = bytes;
    }
    device.write(piece.address, data.array());
    bound.bind(name, data);
  }

  private void release(Piece piece) {
    if (piece.capacity > 0) {
      device.driver().free(piece.address);
      piece.capacity = 0;
    }
  }

  /** Where the data of an input lies. Allocates nothing where the data fits the program. */
  long address(Tensor input, String name) {
    bound.of(input);
    Piece piece = pieces.get(name);
    return piece == null ? 0 : piece.address;
  }

  /** Gives everything back. */
  void free() {
    pieces.values().forEach(this::release);
  }
}
