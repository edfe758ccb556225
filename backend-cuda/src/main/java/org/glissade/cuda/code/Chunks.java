package org.glissade.cuda.code;

import java.util.ArrayList;
import java.util.List;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Partition;

/**
 * The flat index cut into chunks, each within one parameter. A chunk is the share of one block; how
 * long chunks are depends on the layout alone, so that sums have the same bits on every device.
 */
final class Chunks {
  private static final int SHORTEST = 1024;
  private static final int MANY = 8192;

  /**
   * One chunk.
   *
   * @param flat its first place in the flat index
   * @param element its first element of the parameter
   * @param length how many
   */
  record Chunk(int parameter, int flat, int element, int length) {}

  private final List<Chunk> all = new ArrayList<>();

  Chunks(Layout layout) {
    int length = SHORTEST;
    while (layout.size() / length > MANY) {
      length *= 2;
    }
    for (int p = 0; p < layout.parameters().size(); p++) {
      for (int from = 0; from < layout.length(p); from += length) {
        int count = Math.min(length, layout.length(p) - from);
        all.add(new Chunk(p, layout.offset(p) + from, from, count));
      }
    }
  }

  int count() {
    return all.size();
  }

  /** Four ints for each chunk, as {@link Chunk} has them. */
  int[] table() {
    return all.stream()
        .flatMapToInt(c -> java.util.stream.IntStream.of(c.parameter, c.flat, c.element, c.length))
        .toArray();
  }

  /** For each group of a partition where its chunks begin in {@link #members}, and the end. */
  int[] begins(Partition partition, List<Integer> parameters) {
    int[] begins = new int[partition.groups() + 1];
    for (int g = 0; g < partition.groups(); g++) {
      begins[g + 1] = begins[g] + of(g, partition, parameters).size();
    }
    return begins;
  }

  /** The numbers of chunks, group after group. */
  int[] members(Partition partition, List<Integer> parameters) {
    List<Integer> members = new ArrayList<>();
    for (int g = 0; g < partition.groups(); g++) {
      members.addAll(of(g, partition, parameters));
    }
    return members.stream().mapToInt(Integer::intValue).toArray();
  }

  private List<Integer> of(int group, Partition partition, List<Integer> parameters) {
    List<Integer> chunks = new ArrayList<>();
    for (int c = 0; c < all.size(); c++) {
      int parameter = all.get(c).parameter();
      if (partition.firstGroup(parameter) == group && parameters.contains(parameter)) {
        chunks.add(c);
      }
    }
    return chunks;
  }
}
