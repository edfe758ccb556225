package org.glissade.optim.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.glissade.spi.text.CallText;
import org.glissade.spi.text.ChainParser;
import org.glissade.spi.text.NumberValue;
import org.glissade.spi.text.TextValue;
import org.glissade.spi.text.Value;
import org.glissade.transform.Chain;
import org.glissade.transform.ChainReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/schedules.md names every schedule once, and its chains can be read. */
class SchedulesPageTest {
  private static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();

  private static String page() throws IOException {
    return Files.readString(MODULE.resolveSibling("docs/schedules.md"));
  }

  static Stream<ScheduleProvider> schedules() {
    return Schedules.all().stream();
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void everyScheduleHasItsRow(ScheduleProvider provider) throws IOException {
    assertEquals(2, page().split("\n\\| `" + provider.name() + "` \\| ", -1).length);
  }

  @Test
  void itsChainsCanBeRead() throws IOException {
    List<String> lines =
        Pattern.compile("^    ((?:learning-rate|clip-by-norm)\\(.*)$", Pattern.MULTILINE)
            .matcher(page())
            .results()
            .map(match -> match.group(1))
            .toList();
    assertEquals(5, lines.size());
    for (String line : lines) {
      Chain chain = ChainReader.load().read(line);
      assertEquals(chain, ChainReader.load().read(chain.toString()));
    }
  }

  /** Whatever its settings are called, a schedule that was read prints itself back. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "constant(value=-1.0)",
        "linear(1.0, steps=3, begin=2)",
        "cosine(1.0, total=9, exponent=2.0)",
        "points(\"0, 2\", values=\"1, 2\", curve=cosine)",
        "multi-step(1.0, factor=0.5, at=\"3\")",
        "one-cycle(1.0, total=9, fall=0.9, dialect=pytorch)",
        "cycle(0.0, high=1.0, down=3)",
        "plateau(1.0, over=3)",
        "plateau(1.0, watch=validation-error)",
        "join({constant(1.0) | linear(1.0, steps=2)}, at=\"4\")",
        "restart(cosine(1.0, total=2), every=2, longer=1.5)",
        "product({constant(1.0) | constant(2.0)})",
        "epochs(exponential(1.0, factor=0.5, every=1), updates=3)"
      })
  void printsItselfBack(String text) {
    Chain chain = ChainReader.load().read("scale(" + text + ")");
    assertEquals(chain, ChainReader.load().read(chain.toString()));
    CallText call = ChainParser.parse(text).links().get(0).call();
    for (Value value : call.arguments().stream().map(argument -> argument.value()).toList()) {
      if (value instanceof NumberValue || value instanceof TextValue) {
        assertTrue(chain.toString().contains(value.print()), chain.toString());
      }
    }
  }
}
