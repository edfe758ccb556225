package org.glissade.examples;

import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.glissade.data.Dataset;
import org.glissade.data.Field;
import org.glissade.random.Philox;

/**
 * Training data in two parts, so that what chooses between chains has neither trained them nor is
 * the test set.
 *
 * @param train what a trial trains on
 * @param judged a tenth of the examples, which judges it
 */
record HeldOut(Dataset train, Dataset judged) {
  private static final int EVERY = 10;
  private static final long SEED = 1;

  /** Of each ten examples in a row one at random, always the same: the order may have a pattern. */
  static HeldOut of(Dataset data) {
    BitSet judged = new BitSet();
    for (int from = 0; from < data.size(); from += EVERY) {
      int many = Math.min(EVERY, data.size() - from);
      judged.set(from + Math.floorMod(Philox.bits(SEED, 0, 0, from), many));
    }
    return new HeldOut(part(data, i -> !judged.get(i)), part(data, judged::get));
  }

  private static Dataset part(Dataset data, IntPredicate chosen) {
    int[] rows = IntStream.range(0, data.size()).filter(chosen).toArray();
    return Dataset.of(
        data.name(), rows(data.features(), rows), rows(data.targets(), rows), data.classes());
  }

  private static Field rows(Field field, int[] rows) {
    int size = field.example().size();
    if (field.array() instanceof byte[] bytes) {
      return Field.u8(field.example(), copied(bytes, new byte[rows.length * size], rows, size));
    }
    return field.array() instanceof int[] ints
        ? Field.i32(field.example(), copied(ints, new int[rows.length * size], rows, size))
        : Field.f32(
            field.example(), copied(field.array(), new float[rows.length * size], rows, size));
  }

  private static <T> T copied(Object from, T to, int[] rows, int size) {
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(from, rows[i] * size, to, i * size, size);
    }
    return to;
  }
}
