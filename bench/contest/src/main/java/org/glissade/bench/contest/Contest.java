package org.glissade.bench.contest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A contestant's side of the talk: lines come in, each is answered by one line that begins with
 * {@link #MARK}. Whatever else a library prints has no mark and is no answer. The process ends with
 * its input.
 */
public final class Contest {
  /** How an answer begins. */
  public static final String MARK = "race: ";

  /** Asks for a turn; answered by the numbers that it measured. */
  public static final String TURN = "turn";

  /** Asks how much of the test set is told rightly; answered by one number. */
  public static final String ACCURACY = "accuracy";

  /** The answer once a contestant can take turns. */
  public static final String READY = "ready";

  private Contest() {}

  /** Opens the work that the arguments ask for and serves until the input ends. */
  public static void serve(String[] arguments, Function<Request, Work> contestant) {
    try (Work work = contestant.apply(Request.of(arguments));
        BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      serve(work, in, System.out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void serve(Work work, BufferedReader in, PrintStream out) throws IOException {
    answer(out, READY);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      switch (line) {
        case TURN -> answer(out, numbers(work.turn()));
        case ACCURACY -> answer(out, numbers(work.accuracy()));
        default ->
            throw new IllegalArgumentException(
                "asked for '%s', but there is only %s and %s".formatted(line, TURN, ACCURACY));
      }
    }
  }

  private static void answer(PrintStream out, String text) {
    out.println(MARK + text);
    out.flush();
  }

  private static String numbers(double... values) {
    return Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(" "));
  }
}
