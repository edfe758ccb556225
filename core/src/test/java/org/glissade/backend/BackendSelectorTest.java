package org.glissade.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glissade.spi.Catalog;
import org.glissade.spi.Spi;
import org.junit.jupiter.api.Test;

class BackendSelectorTest {
  private static final Availability NO_DRIVER =
      Availability.unavailable("no CUDA driver was found", "install one, or use cpu");

  private final Map<String, String> properties = new HashMap<>();
  private final Map<String, String> variables = new HashMap<>();
  private final BackendProvider reference =
      provider("reference", 0, Availability.available("interpreter in double"));
  private final BackendProvider cpu =
      provider("cpu", 10, Availability.available("Vector API, 16 float lanes"));
  private final BackendProvider cuda = provider("cuda", 20, NO_DRIVER);

  private static BackendProvider provider(String name, int rank, Availability availability) {
    BackendProvider provider = mock(BackendProvider.class);
    Backend backend = mock(Backend.class);
    when(provider.name()).thenReturn(name);
    when(provider.spiVersion()).thenReturn(Spi.VERSION);
    when(provider.rank()).thenReturn(rank);
    when(provider.probe()).thenReturn(availability);
    when(provider.backend()).thenReturn(backend);
    return provider;
  }

  private BackendSelector among(BackendProvider... providers) {
    Catalog<BackendProvider> catalog = Catalog.of(BackendProvider.class, List.of(providers));
    return new BackendSelector(catalog, properties::get, variables::get);
  }

  @Test
  void autoTakesTheBestThatCanRun() {
    assertSame(cpu.backend(), among(reference, cpu, cuda).select().backend());
    assertSame(reference.backend(), among(reference).select().backend());
  }

  @Test
  void theArgumentComesBeforeThePropertyBeforeTheVariable() {
    BackendSelector selector = among(reference, cpu, cuda);
    variables.put(BackendSelector.VARIABLE, "reference");
    assertSame(reference.backend(), selector.select().backend());
    properties.put(BackendSelector.PROPERTY, "cpu");
    assertSame(cpu.backend(), selector.select(Optional.of(" ")).backend());
    assertSame(reference.backend(), selector.select(Optional.of("reference")).backend());
    variables.put(BackendSelector.VARIABLE, "reference");
    properties.put(BackendSelector.PROPERTY, "auto");
    assertSame(cpu.backend(), selector.select().backend(), "auto is a choice too");
  }

  @Test
  void knowsWhetherSomeoneAsks() {
    BackendSelector selector = among(cpu);
    assertFalse(selector.isAskedFor(Optional.of("")));
    assertTrue(selector.isAskedFor(Optional.of("cpu")));
    variables.put(BackendSelector.VARIABLE, "cpu");
    assertTrue(selector.isAskedFor(Optional.empty()));
    variables.clear();
    properties.put(BackendSelector.PROPERTY, "cpu");
    assertTrue(selector.isAskedFor(Optional.empty()));
  }

  @Test
  void candidatesStandByRank() {
    assertEquals(
        List.of("cuda", "cpu", "reference"),
        among(reference, cuda, cpu).candidates().stream()
            .map(candidate -> candidate.provider().name())
            .toList());
  }

  @Test
  void aProbeThatFailsIsAnAnswerToo() {
    BackendProvider broken = provider("acme:npu", 99, NO_DRIVER);
    when(broken.probe()).thenThrow(new NoClassDefFoundError("acme/Npu"));
    assertSame(cpu.backend(), among(broken, cpu).select().backend());
  }

  @Test
  void saysWhatWasTakenOrWhatToDo() throws IOException {
    properties.put(BackendSelector.PROPERTY, "cpu");
    StringBuilder said = new StringBuilder();
    tell(said, "by property", among(reference, cpu), "");
    properties.clear();
    variables.put(BackendSelector.VARIABLE, "cpu");
    tell(said, "by variable", among(reference, cpu), "");
    variables.clear();
    tell(said, "by argument", among(reference, cpu), "cpu");
    tell(said, "auto", among(reference, cpu, cuda), "");
    tell(said, "auto, alone", among(cpu), "auto");
    tell(said, "misspelt", among(reference, cpu), "cpuu");
    tell(said, "unlike anything", among(reference, cpu), "quantum");
    tell(said, "ours, missing", among(reference, cpu), "cuda");
    tell(said, "cannot run", among(reference, cuda), "cuda");
    tell(said, "none can run", among(cuda), "");
    tell(said, "none there", among(), "");
    try (InputStream file = getClass().getResourceAsStream("selector.golden")) {
      assertEquals(new String(file.readAllBytes(), StandardCharsets.UTF_8), said.toString());
    }
  }

  private static void tell(
      StringBuilder into, String about, BackendSelector selector, String argument) {
    into.append("# ").append(about).append('\n');
    try {
      into.append(selector.select(Optional.of(argument)).reason());
    } catch (IllegalArgumentException mistake) {
      into.append("error: ").append(mistake.getMessage());
    }
    into.append('\n');
  }

  @Test
  void findsTheReferenceOnTheClassPath() {
    assertEquals(
        "reference", BackendSelector.load().select(Optional.of("reference")).backend().name());
    assertThrows(
        IllegalArgumentException.class,
        () -> BackendSelector.load().select(Optional.of("no-such-backend")));
  }
}
