package org.glissade.transform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glissade.spi.Catalog;
import org.glissade.spi.Settings;
import org.glissade.spi.text.CallText;
import org.glissade.spi.text.ChainParser;
import org.glissade.spi.text.ChainText;
import org.glissade.spi.text.LinkText;
import org.glissade.spi.text.LocatedException;

/**
 * Makes a chain from its text form, such as {@code clip-by-norm(1.0, extent=parameter) |
 * sgd(0.01)}. The chain prints itself back as text that reads as an equal chain. A link is called
 * as its writer says ({@code slow: momentum(0.99)}), or else as its provider, numbered where that
 * comes again: {@code scale-2}.
 *
 * @param catalog where the names are looked up
 */
public record ChainReader(Catalog<GradientTransformProvider> catalog) {
  /** Reads chains of every transform that is on the class path. */
  public static ChainReader load() {
    return new ChainReader(Catalog.load(GradientTransformProvider.class));
  }

  /**
   * The chain that a text describes.
   *
   * @throws LocatedException if it describes none; the message begins with the column of the
   *     mistake and says what to do
   */
  public Chain read(String text) {
    return read(ChainParser.parse(text));
  }

  /** The chain that a parsed text describes; errors are those of {@link #read(String)}. */
  public Chain read(ChainText text) {
    Set<String> names = givenNames(text);
    List<Link> links = new ArrayList<>();
    for (LinkText link : text.links()) {
      CallText call = link.call();
      String name = link.givenName().orElseGet(() -> Chain.distinct(call.name(), names));
      links.add(link(name, link.givenName(), call));
    }
    return chain(links, text);
  }

  private static Chain chain(List<Link> links, ChainText text) {
    try {
      return Chain.of(links);
    } catch (IllegalArgumentException mistake) {
      throw LocatedException.at(text.links().get(0).call().position(), mistake);
    }
  }

  private Link link(String name, Optional<String> givenName, CallText call) {
    GradientTransformProvider provider = catalog.get(call);
    Settings settings = Settings.bind(provider.settings(), call);
    GradientTransform transform = create(provider, settings, call);
    return new Link(name, transform, new LinkText(givenName, settings.toCall()).print());
  }

  private GradientTransform create(
      GradientTransformProvider provider, Settings settings, CallText call) {
    try {
      return provider.create(settings, this);
    } catch (IllegalArgumentException mistake) {
      throw LocatedException.at(call.position(), mistake);
    }
  }

  private static Set<String> givenNames(ChainText text) {
    Set<String> names = new HashSet<>();
    for (LinkText link : text.links()) {
      if (link.givenName().isPresent() && !names.add(link.givenName().get())) {
        throw new LocatedException(
            link.call().position(),
            "two links of this chain are called '%s'; give one of them another name"
                .formatted(link.givenName().get()));
      }
    }
    return names;
  }
}
