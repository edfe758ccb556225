package org.glissade.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.Main;

/** JMH with what it is asked for, and with its allocation profiler unless another is named. */
public final class Suites {
  private static final String PROFILER = "-prof";

  private Suites() {}

  /** Takes the arguments of JMH. */
  public static void main(String[] arguments) throws IOException {
    Main.main(arguments(arguments));
  }

  static String[] arguments(String... given) {
    List<String> all = new ArrayList<>(Arrays.asList(given));
    if (!all.contains(PROFILER)) {
      all.addAll(List.of(PROFILER, "gc"));
    }
    return all.toArray(String[]::new);
  }
}
