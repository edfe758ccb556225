package org.glissade.bench.contest;

import java.nio.file.Path;
import java.util.List;

/**
 * What a contestant is asked to do.
 *
 * @param work the name of a {@link Workload}, or of what else a contestant offers
 * @param folder where the four IDX files are
 * @param limit how many examples there are to train on at most
 * @param threads how many threads compute
 * @param chain the transform's text, for those that read one; else empty
 */
public record Request(String work, Path folder, int limit, int threads, String chain) {
  /** Reads what {@link #arguments} wrote. */
  public static Request of(String... arguments) {
    return new Request(
        arguments[0],
        Path.of(arguments[1]),
        Integer.parseInt(arguments[2]),
        Integer.parseInt(arguments[3]),
        arguments[4]);
  }

  /** The arguments of the contestant's process. */
  public List<String> arguments() {
    return List.of(
        work, folder.toString(), Integer.toString(limit), Integer.toString(threads), chain);
  }

  /** The workload of this name. */
  public Workload workload() {
    return Workload.valueOf(work);
  }

  /** The set to train on. */
  public Digits train() {
    return Digits.train(folder, limit);
  }

  /** The set to tell. */
  public Digits test() {
    return Digits.test(folder);
  }
}
