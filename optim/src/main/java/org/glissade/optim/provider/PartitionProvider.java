package org.glissade.optim.provider;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.glissade.optim.PartitionByGroup;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.ChainText;
import org.glissade.spi.text.LinkText;
import org.glissade.transform.ChainReader;
import org.glissade.transform.GradientTransform;

/** Offers {@link PartitionByGroup}. */
public final class PartitionProvider extends Offer {
  private static final Setting<ChainText> RULES =
      Setting.chain("rules", "A link for each group, named as the group: {head: sgd(0.1) | ...}.");

  /** Made by the service loader. */
  public PartitionProvider() {
    super(
        PartitionByGroup.NAME,
        "a rule for each named group of parameters",
        Set.of(Trait.STATEFUL, Trait.NEEDS_VALUES, Trait.NEEDS_LOSS),
        RULES);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return create(settings, ChainReader.load());
  }

  @Override
  public GradientTransform create(Settings settings, ChainReader chains) {
    Map<String, GradientTransform> rules = new LinkedHashMap<>();
    for (LinkText link : settings.get(RULES).links()) {
      String group =
          link.givenName()
              .orElseThrow(
                  () -> settings.refuse(RULES.name(), "named as groups, as in {head: sgd(0.1)}"));
      GradientTransform rule = chains.read(ChainText.of(LinkText.of(link.call())));
      if (rules.put(group, rule) != null) {
        throw settings.refuse(RULES.name(), "one rule for each group, and " + group + " has two");
      }
    }
    return new PartitionByGroup(rules);
  }
}
