package org.glissade.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
