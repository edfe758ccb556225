package org.glissade.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceLoader;
import org.glissade.spi.fixture.Bell;
import org.glissade.spi.fixture.Broken;
import org.glissade.spi.fixture.Horn;
import org.glissade.spi.fixture.Library;
import org.glissade.spi.fixture.NeedsLibrary;
import org.glissade.spi.fixture.NeedsLibraryLater;
import org.glissade.spi.fixture.OtherBell;
import org.glissade.spi.fixture.Shout;
import org.glissade.spi.fixture.Theremin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoveryTest {
  @TempDir Path folder;

  @Test
  void aJarIsFoundByWhatItsServicesFileLists() throws IOException {
    assertFinds(
        List.of("acme:horn", "bell"), jar("a.jar").provider(Bell.class).provider(Horn.class));
  }

  @Test
  void aClassInTwoJarsIsOneProvider() throws IOException {
    assertFinds(
        List.of("bell"), jar("a.jar").provider(Bell.class), jar("b.jar").provider(Bell.class));
  }

  @Test
  void noJarIsNoProblem() throws IOException {
    assertFinds(List.of());
  }

  /** The good provider is found before, between and after every kind of broken one. */
  @Test
  void nothingThatIsBrokenHidesAnother() throws IOException {
    Class<?> newer = Horn.class;
    List<ProviderJar> broken =
        List.of(
            jar("organ-1.2.jar").provider(NeedsLibrary.class),
            jar("late.jar").provider(NeedsLibraryLater.class),
            jar("broken.jar").provider(Broken.class),
            jar("newer-java.jar").listing(newer.getName()).holding(newer, 99),
            jar("empty.jar").listing("com.acme.Missing # not there"),
            jar("stranger.jar").provider(Library.class),
            jar("garbled.jar").listing("two words"),
            jar("shout.jar").provider(Shout.class),
            jar("future.jar").provider(Theremin.class));
    Golden golden = new Golden();
    for (ProviderJar jar : broken) {
      ProviderJar good = jar("good.jar").provider(Bell.class);
      List<Problem> problems = problems(jar, good);
      assertEquals(problems, problems(good, jar));
      assertEquals(1, problems.size(), problems.toString());
      golden.add(problems.get(0).where(), problems.get(0).describe());
    }
    golden.assertSameAs(DiscoveryTest.class, "problems.golden");
  }

  @Test
  void allProblemsAreKept() throws IOException {
    List<Problem> problems =
        problems(
            jar("organ.jar").provider(NeedsLibrary.class),
            jar("late.jar").provider(NeedsLibraryLater.class),
            jar("good.jar").provider(Bell.class).provider(Broken.class),
            jar("garbled.jar").listing("two words"),
            jar("empty.jar").listing("com.acme.Missing"));
    assertEquals(
        List.of("organ.jar", "good.jar", "garbled.jar", "empty.jar", "late.jar"),
        problems.stream().map(Problem::where).toList());
  }

  @Test
  void twinsAreNamedWithTheirJars() throws IOException {
    ProviderJar one = jar("one.jar").provider(Bell.class);
    ProviderJar two = jar("two.jar").provider(OtherBell.class).provider(Horn.class);
    try (URLClassLoader loader = ProviderJar.over(one, two)) {
      Catalog<SoundProvider> catalog = Catalog.load(SoundProvider.class, loader);
      assertEquals(List.of("acme:horn"), List.copyOf(catalog.names()));
      Golden golden = new Golden();
      golden.addError("twins", () -> catalog.get("bell"));
      golden.add("as a problem", catalog.problems().get(0).describe());
      golden.assertSameAs(DiscoveryTest.class, "twins.golden");
    }
  }

  /** ServiceLoader's iterator may fail again and again without advancing. */
  @Test
  void aSearchThatDoesNotAdvanceEnds() {
    Discovery<SoundProvider> search =
        new Discovery<>(SoundProvider.class, DiscoveryTest.class.getClassLoader());
    int[] calls = new int[1];
    search.search(
        new Iterator<ServiceLoader.Provider<SoundProvider>>() {
          @Override
          public boolean hasNext() {
            calls[0]++;
            throw new NoClassDefFoundError("acme/Lib");
          }

          @Override
          public ServiceLoader.Provider<SoundProvider> next() {
            throw new AssertionError("hasNext never says yes");
          }
        });
    assertEquals(Discovery.MAX_FAILURES, calls[0]);
    assertEquals(
        List.of("NoClassDefFoundError: acme/Lib", "the search stopped after 100 failures"),
        search.problems().stream().map(Problem::reason).toList());
  }

  /** What is no failure of a provider is not for a catalog to judge. */
  @Test
  void errorsOfTheMachineAreNotSwallowed() {
    Discovery<SoundProvider> search =
        new Discovery<>(SoundProvider.class, DiscoveryTest.class.getClassLoader());
    Iterator<ServiceLoader.Provider<SoundProvider>> exhausted =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            throw new OutOfMemoryError("none left");
          }

          @Override
          public ServiceLoader.Provider<SoundProvider> next() {
            throw new AssertionError("hasNext never says yes");
          }
        };
    assertThrows(OutOfMemoryError.class, () -> search.search(exhausted));
  }

  @Test
  void originsAreTheNamesOfJarsAndFolders() {
    assertEquals(
        "acme-1.2.jar", Origin.of("jar:file:/home/x/acme-1.2.jar!/META-INF/a", "META-INF/a"));
    assertEquals("classes/", Origin.of("file:/home/x/target/classes/META-INF/a", "META-INF/a"));
    assertEquals(
        "acme.jar", Origin.of("jar:nested:/x/app.jar/!lib/acme.jar!/META-INF/a", "META-INF/a"));
    assertEquals("java.base", Origin.of(String.class));
    assertTrue(Origin.of(Test.class).startsWith("junit-jupiter-api-"), Origin.of(Test.class));
    assertTrue(Origin.of(Test.class).endsWith(".jar"), Origin.of(Test.class));
    assertEquals("test-classes/", Origin.of(DiscoveryTest.class));
  }

  private ProviderJar jar(String name) {
    return new ProviderJar(folder, name);
  }

  private static void assertFinds(List<String> names, ProviderJar... jars) throws IOException {
    try (URLClassLoader loader = ProviderJar.over(jars)) {
      Catalog<SoundProvider> catalog = Catalog.load(SoundProvider.class, loader);
      assertEquals(List.of(), catalog.problems());
      assertEquals(names, List.copyOf(catalog.names()));
    }
  }

  private static List<Problem> problems(ProviderJar... jars) throws IOException {
    try (URLClassLoader loader = ProviderJar.over(jars)) {
      Catalog<SoundProvider> catalog = Catalog.load(SoundProvider.class, loader);
      assertEquals(List.of("bell"), List.copyOf(catalog.names()));
      return catalog.problems();
    }
  }
}
