package org.glissade.cuda;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code ptxas -v} says of registers that did not suffice. */
final class Spills {
  private static final Pattern LINE =
      Pattern.compile(
          "Compiling entry function '(\\S+)' for '(\\w+)'"
              + "|(\\d+) bytes spill stores, (\\d+) bytes spill loads");

  private final List<String> found = new ArrayList<>();
  private int kernels;
  private String current = "";

  /** Reads a log. */
  void read(String log) {
    Matcher line = LINE.matcher(log);
    while (line.find()) {
      if (line.group(1) != null) {
        current = line.group(1) + " on " + line.group(2);
        kernels++;
      } else if (!line.group(3).equals("0") || !line.group(4).equals("0")) {
        found.add(current + ": " + line.group());
      }
    }
  }

  /** Kernels of all logs. */
  int kernels() {
    return kernels;
  }

  /** Those that spill, and how many bytes. */
  List<String> found() {
    return found;
  }
}
