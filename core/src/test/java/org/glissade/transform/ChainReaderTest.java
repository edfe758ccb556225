package org.glissade.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.glissade.spi.Catalog;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Spi;
import org.glissade.spi.Trait;
import org.glissade.spi.text.ChainText;
import org.glissade.spi.text.LocatedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChainReaderTest {
  private static final Setting<Double> BY = Setting.number("by", Range.any(), "The factor.");
  private static final Setting<ChainText> INNER = Setting.chain("inner", "What is repeated.");

  private final ChainReader reader =
      new ChainReader(
          Catalog.of(
              GradientTransformProvider.class, List.of(new ScaleProvider(), new AroundProvider())));

  /** A transform that refuses what its declaration takes. */
  private record Scale(double by) implements GradientTransform {
    Scale {
      if (by == 13) {
        throw new IllegalArgumentException("scale: by must not be 13");
      }
    }

    @Override
    public Gradients apply(Gradients gradients, StepContext step) {
      return gradients.times(by);
    }
  }

  private record Around(Chain inner) implements GradientTransform {
    @Override
    public Gradients apply(Gradients gradients, StepContext step) {
      return inner.apply(gradients, step);
    }
  }

  private abstract static class Named implements GradientTransformProvider {
    @Override
    public int spiVersion() {
      return Spi.VERSION;
    }

    @Override
    public String summary() {
      return "for a test";
    }

    @Override
    public Set<Trait> traits() {
      return Set.of();
    }
  }

  private static final class ScaleProvider extends Named {
    @Override
    public String name() {
      return "acme:scale";
    }

    @Override
    public List<Setting<?>> settings() {
      return List.of(BY);
    }

    @Override
    public GradientTransform create(Settings settings) {
      return new Scale(settings.get(BY));
    }
  }

  private static final class AroundProvider extends Named {
    @Override
    public String name() {
      return "around";
    }

    @Override
    public List<Setting<?>> settings() {
      return List.of(INNER);
    }

    @Override
    public GradientTransform create(Settings settings) {
      return create(settings, ChainReader.load());
    }

    @Override
    public GradientTransform create(Settings settings, ChainReader chains) {
      return new Around(chains.read(settings.get(INNER)));
    }
  }

  private static List<String> names(Chain chain) {
    return chain.links().stream().map(Link::name).toList();
  }

  @Test
  void makesTheRecordsThatJavaMakes() {
    Chain chain = reader.read("acme:scale(2) | acme:scale(by=3)");
    assertEquals(
        List.of(new Scale(2), new Scale(3)), chain.links().stream().map(Link::transform).toList());
  }

  @Test
  void linksAreNamedByTheirProviderAndNumberedWhereItComesAgain() {
    Chain chain = reader.read("acme:scale(2) | acme:scale(3) | slow: acme:scale(4)");
    assertEquals(List.of("acme:scale", "acme:scale-2", "slow"), names(chain));
  }

  @Test
  void numbersGiveWayToGivenNames() {
    Chain chain =
        reader.read(
            "around({acme:scale(1)}) | around({acme:scale(1)}) | around-2: around({acme:scale(1)})");
    assertEquals(List.of("around", "around-3", "around-2"), names(chain));
  }

  @Test
  void chainsWithinAChainAreReadFromTheSameCatalog() {
    Chain chain = reader.read("around({acme:scale(2) | slow: acme:scale(3)})");
    Around around = (Around) chain.links().get(0).transform();
    assertEquals(List.of("acme:scale", "slow"), names(around.inner()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acme:scale(2.0)",
        "acme:scale(2.0) | acme:scale(3.0) | slow: acme:scale(4.0)",
        "around({acme:scale(1) | around({acme:scale(2e3)})}) | acme:scale(0.5)"
      })
  void printsItselfBack(String text) {
    assertEquals(text, reader.read(text).toString());
    assertEquals(reader.read(text), reader.read(reader.read(text).toString()));
  }

  @Test
  void printsTheBestFormOfWhatWasWritten() {
    assertEquals("slow: acme:scale(2.0)", reader.read("  slow :acme:scale( by = 2 )").toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "acme:scale(2) | scal(3) # column 17: no gradient transform is named 'scal'; did you mean"
            + " 'acme:scale'? Known: acme:scale, around.",
        "acme:scale(x) # column 12: acme:scale: by must be a number, but was x",
        "acme:scale # column 1: acme:scale: by is missing; give a number",
        "acme:scale(1) | acme:scale(13) # column 17: scale: by must not be 13",
        "around({acme:scale(13)}) # column 9: scale: by must not be 13",
        "a: acme:scale(1) | a: acme:scale(2) # column 23: two links of this chain are called 'a';"
            + " give one of them another name"
      })
  void errorsPointAtTheMistake(String text, String message) {
    LocatedException mistake = assertThrows(LocatedException.class, () -> reader.read(text));
    assertEquals(message, mistake.getMessage());
  }
}
