package org.glissade.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.glissade.spi.Provider;
import org.glissade.spi.Setting;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransformProvider;

/**
 * A Markdown page of what providers declare, and the file in which it stands. A test that holds the
 * two together also writes the file, when it is run with {@code -Dglissade.regenerate=true}:
 *
 * <pre>{@code
 * CatalogPage page = CatalogPage.of("Acme", "What Acme adds.");
 * providers.forEach(provider -> page.add(provider, ""));
 * page.assertStandsIn(Path.of("docs/acme.md"));
 * }</pre>
 */
public final class CatalogPage {
  private static final String REGENERATE = "glissade.regenerate";

  private final StringBuilder text = new StringBuilder();

  private CatalogPage() {}

  /** A page without entries. */
  public static CatalogPage of(String title, String introduction) {
    CatalogPage page = new CatalogPage();
    page.text.append("# ").append(title).append("\n\n").append(introduction).append('\n');
    return page;
  }

  /**
   * Adds an entry: name, summary, traits, and each setting with its values, default and line.
   *
   * @param more Markdown that follows the summary; may be empty
   */
  public void add(Provider provider, String more) {
    text.append("\n## ").append(provider.name()).append("\n\n").append(provider.summary());
    text.append(more.isEmpty() ? "" : " " + more).append('\n');
    if (provider instanceof GradientTransformProvider transform) {
      text.append("\nTraits: ").append(traits(transform)).append('\n');
    }
    if (!provider.settings().isEmpty()) {
      text.append("\n| setting | values | default | |\n|---|---|---|---|\n");
      provider.settings().forEach(setting -> text.append(row(setting)));
    }
  }

  private static String traits(GradientTransformProvider transform) {
    String traits =
        transform.traits().stream().sorted().map(Trait::label).collect(Collectors.joining(", "));
    return traits.isEmpty() ? "none." : traits + ".";
  }

  private static <T> String row(Setting<T> setting) {
    String presence =
        setting
            .fallback()
            .map(value -> "`" + setting.type().write(value).print() + "`")
            .orElse(setting.required() ? "required" : "none");
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            setting.name(),
            cell(setting.type().describe()),
            cell(presence),
            cell(setting.documentation()));
  }

  private static String cell(String words) {
    return words.replace("|", "\\|");
  }

  /** The page as Markdown. */
  public String text() {
    return text.toString();
  }

  /** Fails unless the file holds this page; writes it instead if that was asked for. */
  public void assertStandsIn(Path file) {
    assertStandsIn(file, Boolean.getBoolean(REGENERATE));
  }

  void assertStandsIn(Path file, boolean regenerate) {
    try {
      if (regenerate) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text());
      }
      String found = Files.exists(file) ? Files.readString(file) : "";
      assertEquals(
          text(),
          found,
          () ->
              file.getFileName() + " is not what is declared: -D" + REGENERATE + "=true writes it");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
