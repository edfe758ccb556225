package org.glissade.nn;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.glissade.transform.Observation;

/**
 * The norms of what a link of the chain was given and of what it made of it, in the step that was
 * made last. They are by-products: what nobody reads costs nothing, and reading allocates nothing.
 * A chain knows them where it takes a norm, and behind it as far as only numbers are multiplied;
 * {@link TrainerBuilder#measured} gives all.
 */
public final class LinkNorms {
  private final String link;
  private final Optional<NormReader> before;
  private final Optional<NormReader> after;
  private final Optional<String> condition;
  private final LastOutputs outputs;

  LinkNorms(Observation seen, LastOutputs outputs) {
    this.link = seen.link();
    this.before = seen.before().map(norm -> new NormReader(LinkOutputs.before(seen), norm));
    this.after = seen.after().map(norm -> new NormReader(LinkOutputs.after(seen), norm));
    this.condition = seen.condition().map(holds -> LinkOutputs.condition(seen));
    this.outputs = outputs;
  }

  /** The path of its name, such as {@code clip-by-norm}. */
  public String link() {
    return link;
  }

  /** What each norm before belongs to, such as parameter paths; empty where they are unknown. */
  public List<String> groupsBefore() {
    return before.map(NormReader::groups).orElse(List.of());
  }

  /** What each norm after belongs to; empty where they are unknown. */
  public List<String> groupsAfter() {
    return after.map(NormReader::groups).orElse(List.of());
  }

  /** Whether both norms are known over the same groups, so that their ratio is a coefficient. */
  public boolean hasCoefficients() {
    return before.isPresent() && groupsBefore().equals(groupsAfter());
  }

  /** Whether the link was applied: not in a step that was skipped. */
  public boolean applied() {
    return condition.isEmpty() || outputs.scalar(condition.get()) != 0;
  }

  /** The norms before, a number for each group; NaN where the link was not applied. */
  public void before(double[] into) {
    read(before, into);
  }

  /** The norms after, a number for each group; NaN where the link was not applied. */
  public void after(double[] into) {
    read(after, into);
  }

  private void read(Optional<NormReader> norms, double[] into) {
    if (norms.isPresent() && applied()) {
      norms.get().read(outputs, into);
    } else {
      Arrays.fill(into, Double.NaN);
    }
  }
}
