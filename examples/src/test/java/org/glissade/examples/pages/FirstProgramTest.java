package org.glissade.examples.pages;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.glissade.examples.FirstProgram;
import org.junit.jupiter.api.Test;

/** The program of the README does what the README says. */
class FirstProgramTest {
  @Test
  void learns() {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      FirstProgram.main(new String[0]);
    } finally {
      System.setOut(console);
    }
    String text = printed.toString(StandardCharsets.UTF_8);
    assertTrue(text.matches("test accuracy 0\\.9[2-4]\\d\\d\\R"), text);
  }
}
