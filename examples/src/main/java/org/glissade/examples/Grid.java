package org.glissade.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chains that differ in what stands before their descent. */
final class Grid {
  private static final Pattern POLICY = Pattern.compile("^\\s*non-finite\\([^)]*\\)\\s*\\|\\s*");
  private static final List<String> USUAL =
      List.of(
          "clip-by-norm(0.1, extent=parameter)",
          "clip-by-norm(1.0, extent=parameter)",
          "clip-by-norm(10.0, extent=parameter)",
          "renormalize(0.1, extent=parameter)",
          "renormalize(1.0, extent=parameter)");

  private Grid() {}

  /** The chain itself, and behind each of some usual clips. */
  static List<String> usual(String chain) {
    List<String> chains = new ArrayList<>(List.of(chain));
    USUAL.forEach(rule -> chains.add(behind(rule, chain)));
    return chains;
  }

  /** The chain with a rule before it; a policy stays first. */
  static String behind(String rule, String chain) {
    Matcher policy = POLICY.matcher(chain);
    String first = policy.lookingAt() ? policy.group() : "";
    return first + rule + " | " + chain.substring(first.length()).strip();
  }
}
