package org.glissade.nn;

import org.glissade.data.Field;
import org.glissade.tensor.DType;
import org.glissade.tensor.Shape;

/** Room for a fixed number of examples, filled from a field piece by piece. */
final class Chunk {
  private final Field room;
  private final int size;

  Chunk(Field source, int batch) {
    Shape example = source.example();
    this.size = example.size();
    this.room = room(source.type(), example, Math.multiplyExact(batch, size));
  }

  private static Field room(DType type, Shape example, int length) {
    return switch (type) {
      case U8 -> Field.u8(example, new byte[length]);
      case I32 -> Field.i32(example, new int[length]);
      case F32, F64 -> Field.f32(example, new float[length]);
    };
  }

  /** Copies {@code count} examples from {@code from} on to the front; the rest stays as it is. */
  Field load(Field source, int from, int count) {
    System.arraycopy(source.array(), from * size, room.array(), 0, count * size);
    return room;
  }
}
