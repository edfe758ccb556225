package org.glissade.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glissade.spi.Catalog;
import org.glissade.spi.Setting;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransformProvider;
import org.junit.jupiter.api.Test;

class ProvidersTest {
  private static final String SERVICE = GradientTransformProvider.class.getName();

  private final Catalog<GradientTransformProvider> catalog =
      Catalog.load(GradientTransformProvider.class);

  private static Path classes() throws URISyntaxException {
    return Path.of(ClipByNorm.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** The provider classes that were compiled. */
  private static Set<String> compiled() throws IOException, URISyntaxException {
    Path folder = classes().resolve("org/glissade/optim/provider");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("Provider.class") && !name.equals("ScheduleProvider.class"))
          .map(name -> "org.glissade.optim.provider." + name.replace(".class", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void servicesFileNamesEveryProvider() throws IOException, URISyntaxException {
    String file = Files.readString(classes().resolve("META-INF/services/" + SERVICE));
    assertEquals(compiled(), new TreeSet<>(file.lines().toList()));
  }

  @Test
  void moduleProvidesEveryProvider() throws IOException, URISyntaxException {
    try (InputStream in = Files.newInputStream(classes().resolve("module-info.class"))) {
      ModuleDescriptor.Provides provides =
          ModuleDescriptor.read(in).provides().stream()
              .filter(p -> p.service().equals(SERVICE))
              .findFirst()
              .orElseThrow();
      assertEquals(compiled(), new TreeSet<>(provides.providers()));
    }
  }

  @Test
  void everyProviderLoads() throws IOException, URISyntaxException {
    assertEquals(List.of(), catalog.problems());
    assertEquals(compiled().size(), catalog.names().size());
  }

  /** What the command line lists: a golden page. */
  @Test
  void declarationsReadAsReviewed() throws IOException {
    StringBuilder page = new StringBuilder();
    for (GradientTransformProvider provider : catalog.providers()) {
      page.append(provider.name()).append(": ").append(provider.summary()).append('\n');
      String traits =
          provider.traits().stream().sorted().map(Trait::label).collect(Collectors.joining(", "));
      page.append("  traits: ").append(traits).append('\n');
      for (Setting<?> setting : provider.settings()) {
        page.append("  ").append(setting.describe());
        page.append(". ").append(setting.documentation()).append('\n');
      }
    }
    assertEquals(resource("declarations.golden"), page.toString());
  }

  @Test
  void summariesAreOneLine() {
    for (GradientTransformProvider provider : catalog.providers()) {
      assertEquals(1, provider.summary().lines().count(), provider.name());
      assertTrue(provider.summary().length() <= 80, provider.name());
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ProvidersTest.class.getResourceAsStream(name)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
