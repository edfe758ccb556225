package org.glissade.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.glissade.spi.fixture.Bell;
import org.glissade.spi.fixture.Horn;
import org.glissade.spi.fixture.OtherBell;
import org.glissade.spi.fixture.Shout;
import org.glissade.spi.fixture.Theremin;
import org.glissade.spi.text.ChainParser;
import org.glissade.spi.text.LocatedException;
import org.junit.jupiter.api.Test;

class CatalogTest {
  private static final Catalog<SoundProvider> SOUNDS = of(new Horn(), new Bell());

  interface PlainSoundMakerProvider extends Provider {}

  private record Note(String name) implements SoundProvider {
    @Override
    public int spiVersion() {
      return Spi.VERSION;
    }

    @Override
    public String summary() {
      return name;
    }
  }

  @Test
  void providersAreFoundByName() {
    assertEquals(List.of("acme:horn", "bell"), List.copyOf(SOUNDS.names()));
    assertEquals("Bell", SOUNDS.get("bell").summary());
    assertEquals(
        "Horn", SOUNDS.get(ChainParser.parse("acme:horn").links().get(0).call()).summary());
    assertEquals(
        List.of("Horn", "Bell"), SOUNDS.providers().stream().map(Provider::summary).toList());
    assertEquals(List.of(), SOUNDS.problems());
    assertEquals(List.of(), SOUNDS.get("bell").settings());
  }

  @Test
  void theKindIsNamedAsPeopleDo() {
    assertEquals("sound", SOUNDS.kind());
    assertEquals("plain sound maker", Catalog.of(PlainSoundMakerProvider.class, List.of()).kind());
  }

  @Test
  void anUnknownNameIsAnsweredWithWhatThereIs() {
    UnknownProviderException unknown =
        assertThrows(UnknownProviderException.class, () -> SOUNDS.get("bel"));
    assertEquals("bel", unknown.name());
    assertEquals(Optional.of("bell"), unknown.nearest());
    assertEquals(List.of("acme:horn", "bell"), unknown.known());
    assertEquals(List.of(), unknown.problems());
    assertFalse(unknown.isShortened());
  }

  @Test
  void aNameOfTwoBelongsToNeitherAndHidesNoOther() {
    Catalog<SoundProvider> catalog = of(new Bell(), new Horn(), new OtherBell());
    assertEquals(List.of("acme:horn"), List.copyOf(catalog.names()));
    assertEquals("Horn", catalog.get("acme:horn").summary());
    assertEquals(1, catalog.problems().size());
    assertThrows(LocatedException.class, () -> catalog.get("bell"));
  }

  @Test
  void malformedNamesAndNewerProvidersAreLeftOut() {
    Catalog<SoundProvider> catalog = of(new Bell(), new Shout(), new Theremin());
    assertEquals(List.of("bell"), List.copyOf(catalog.names()));
    assertEquals(
        List.of(Shout.class.getName(), Theremin.class.getName()),
        catalog.problems().stream().map(Problem::what).toList());
    UnknownProviderException unknown =
        assertThrows(UnknownProviderException.class, () -> catalog.get("theremin"));
    assertEquals(catalog.problems(), unknown.problems());
    assertTrue(String.valueOf(unknown.getMessage()).contains("built for version 2"));
  }

  @Test
  void whatIsSaidOfAWrongName() {
    Golden golden = new Golden();
    golden.addError("a slip", () -> SOUNDS.get("blel"));
    golden.addError("without its vendor", () -> SOUNDS.get("horn"));
    golden.addError("nothing near", () -> SOUNDS.get("harpsichord"));
    golden.addError("within a chain", () -> get(SOUNDS, "bell | x: bells(2)", 1));
    Catalog<SoundProvider> scale =
        of(
            Stream.of("do", "re", "mi", "fa", "sol", "la", "ti", "sharp", "natural", "flat", "rest")
                .map(Note::new)
                .toArray(SoundProvider[]::new));
    golden.addError("near one of many", () -> scale.get("natrual"));
    golden.addError("near some of many", () -> scale.get("da"));
    golden.addError("near none of many", () -> scale.get("harpsichord"));
    golden.addError("no provider at all", () -> of().get("bell"));
    golden.addError(
        "some left out", () -> of(new Bell(), new Shout(), new Theremin()).get("theremin"));
    golden.addError("twins", () -> of(new Bell(), new Horn(), new OtherBell()).get("bell"));
    golden.addError("twins in a chain", () -> get(of(new Bell(), new OtherBell()), "bell", 0));
    golden.assertSameAs(CatalogTest.class, "catalog-errors.golden");
  }

  @Test
  void theCatalogKeepsTheProvidersThatItWasGiven() {
    Bell bell = new Bell();
    assertSame(bell, of(bell).get("bell"));
  }

  private static SoundProvider get(Catalog<SoundProvider> catalog, String chain, int link) {
    return catalog.get(ChainParser.parse(chain).links().get(link).call());
  }

  private static Catalog<SoundProvider> of(SoundProvider... providers) {
    return Catalog.of(SoundProvider.class, Arrays.asList(providers));
  }
}
