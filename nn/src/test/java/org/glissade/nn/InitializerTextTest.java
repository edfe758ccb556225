package org.glissade.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.glissade.tensor.Initializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InitializerTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "he",
        "lecun",
        "xavier",
        "zeros",
        "normal(0.05)",
        "truncated-normal(0.05)",
        "uniform(-0.5, 0.25)"
      })
  void whatIsPrintedReadsAsTheSame(String text) {
    Initializer parsed = InitializerText.parse(text);
    assertEquals(text, parsed.toString());
    assertEquals(parsed, InitializerText.parse(parsed.toString()));
  }

  @Test
  void sigmaIsOneUnlessGiven() {
    assertEquals(Initializers.normal(1), InitializerText.parse("normal"));
    assertEquals(Initializers.truncatedNormal(1), InitializerText.parse("truncated-normal"));
    assertEquals(Initializers.uniform(-1, 1), InitializerText.parse("uniform(high=1, low=-1)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "xaver # column 1: no initialiser is named 'xaver'; did you mean 'xavier'? Known: he,"
            + " lecun, normal, truncated-normal, uniform, xavier, zeros.",
        "normal(-1) # column 8: normal: sigma must be > 0, but was -1",
        "uniform(1, 0) # column 12: uniform: high must be above low (1.0), but was 0.0",
        "he | zeros # column 1: an initialiser is one name, such as he or normal(0.05), but was"
            + " 'he | zeros'"
      })
  void mistakesSayWhatIsTaken(String text, String message) {
    IllegalArgumentException mistake =
        assertThrows(IllegalArgumentException.class, () -> InitializerText.parse(text));
    assertEquals(message, mistake.getMessage());
  }
}
