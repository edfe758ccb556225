package org.glissade.examples;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Where a program prints.
 *
 * @param charset in which both streams write
 */
record Terminal(PrintStream out, PrintStream err, Charset charset) {
  /**
   * The program's own. Where a machine names no language Java would write ASCII, while terminals
   * read UTF-8.
   */
  static Terminal ofSystem() {
    String locale = System.getProperty("native.encoding", "UTF-8");
    Charset named = Charset.forName(System.getProperty("stdout.encoding", locale));
    Charset charset = named.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : named;
    return new Terminal(
        new PrintStream(System.out, true, charset),
        new PrintStream(System.err, true, charset),
        charset);
  }

  /** Writes to a stream of this terminal. */
  PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, charset), true);
  }
}
