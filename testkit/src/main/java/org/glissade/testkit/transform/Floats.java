package org.glissade.testkit.transform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.glissade.reference.ReferenceBackend;
import org.glissade.tensor.DType;
import org.glissade.tensor.Variable;

/**
 * With which gradients floats cannot keep what a transform remembers: in double a state then holds
 * a number beyond the largest float, or one so small that a float has not all its digits. Where a
 * transform of Glissade needs such numbers on the way to its states, a line of a file says so, with
 * the reason.
 *
 * @param subject the transform in use
 * @param excepted the names of gradients that are excepted by the file
 */
record Floats(Subject subject, Set<String> excepted) {
  private static final String FILE = "float.exceptions";
  private static final int FIELDS = 3;

  static Floats of(Subject subject) {
    String name = subject.provider().name();
    return new Floats(
        subject,
        lines().stream()
            .map(line -> line.split("; ", FIELDS))
            .filter(line -> line[0].equals(name))
            .map(line -> line[1])
            .collect(Collectors.toSet()));
  }

  /** Entry, gradients and reason of each exception. */
  static List<String> lines() {
    InputStream file = Floats.class.getResourceAsStream(FILE);
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Whether this gradient is not to be tried in float. */
  boolean lack(String name, double[] gradient) {
    return excepted.contains(name) || (!Samples.moderate().containsKey(name) && !keep(gradient));
  }

  /** Whether a float can be each number that is kept in the first steps with this gradient. */
  private boolean keep(double[] gradient) {
    try (Stage stage = new Stage(new ReferenceBackend(), Samples.LAYOUT, subject.inUse())) {
      for (double[] given : List.of(gradient, Samples.ordinary(40), gradient, gradient)) {
        stage.run(given);
        Predicate<Variable> kept =
            variable ->
                variable.role() != Variable.Role.STATE
                    || variable.type() != DType.F32
                    || fits(stage.store().read(variable.key()));
        if (!stage.store().variables().values().stream().allMatch(kept)) {
          return false;
        }
      }
      return true;
    }
  }

  private static boolean fits(double[] values) {
    for (double value : values) {
      double size = Math.abs(value);
      if (size != 0 && !(size >= Float.MIN_NORMAL && size <= Float.MAX_VALUE)) {
        return false;
      }
    }
    return true;
  }
}
