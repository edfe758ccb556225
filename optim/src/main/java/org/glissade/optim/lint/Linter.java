package org.glissade.optim.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glissade.spi.Catalog;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.text.CallText;
import org.glissade.spi.text.ChainParser;
import org.glissade.spi.text.ChainText;
import org.glissade.spi.text.LocatedException;
import org.glissade.transform.Chain;
import org.glissade.transform.ChainReader;
import org.glissade.transform.GradientTransformProvider;
import org.glissade.transform.Link;
import org.glissade.transform.OverExtent;

/**
 * Reads chains for links that do nothing, or something else than they seem to. It goes by the
 * traits and settings that providers declare, whoever they are; a setting called {@code extent}, or
 * {@link OverExtent}, says what a rule treats by itself. How tight a bound is it knows only of this
 * module. Of links that were made in Java it knows less than of links that were read from text.
 *
 * @param catalog where the providers are looked up
 */
public record Linter(Catalog<GradientTransformProvider> catalog) {
  private static final List<Rule> RULES =
      List.of(new LostLength(), new BehindRate(), new Dominated(), new BelowEpsilon());

  /** Knows every transform that is on the class path. */
  public static Linter load() {
    return new Linter(Catalog.load(GradientTransformProvider.class));
  }

  /** What is found in a chain and in the chains within it; nothing if it is well. */
  public List<Finding> lint(Chain chain) {
    List<Described> links = chain.links().stream().map(this::describe).toList();
    List<Finding> findings = new ArrayList<>();
    RULES.forEach(rule -> findings.addAll(rule.check(links)));
    for (Described link : links) {
      for (Chain inner : inside(link)) {
        lint(inner).forEach(finding -> findings.add(finding.within(link.name())));
      }
    }
    return List.copyOf(findings);
  }

  private Described describe(Link link) {
    Optional<CallText> call = call(link);
    return provider(call.map(CallText::name).orElse(link.transform().name()))
        .map(offer -> describe(link, offer, call))
        .orElse(new Described(link, Set.of(), List.of(), Optional.empty()));
  }

  private static Described describe(
      Link link, GradientTransformProvider offer, Optional<CallText> call) {
    List<Setting<?>> declared = offer.settings();
    Optional<Settings> settings = call.map(text -> Settings.bind(declared, text));
    return new Described(link, offer.traits(), declared, settings);
  }

  /** What was written, unless the link was made in Java and its text is that of a record. */
  private static Optional<CallText> call(Link link) {
    try {
      ChainText text = ChainParser.parse(link.text());
      return Optional.of(text.links().get(0).call()).filter(call -> text.links().size() == 1);
    } catch (LocatedException notAChain) {
      return Optional.empty();
    }
  }

  private Optional<GradientTransformProvider> provider(String name) {
    return catalog.providers().stream().filter(offer -> offer.name().equals(name)).findFirst();
  }

  private List<Chain> inside(Described link) {
    List<Chain> chains = new ArrayList<>();
    for (Setting<?> setting : link.declared()) {
      if (setting.type().javaType().equals(ChainText.class)) {
        link.settings()
            .filter(values -> values.has(setting.name()))
            .map(values -> new ChainReader(catalog).read(values.chain(setting.name())))
            .ifPresent(chains::add);
      }
    }
    if (link.settings().isEmpty() && link.transform() instanceof Chain chain) {
      chains.add(chain);
    }
    return chains;
  }
}
