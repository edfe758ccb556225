package org.glissade.nn;

import java.util.Locale;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Parameter;

/** Prints the parameters of a model. */
final class ModelSummary {
  private ModelSummary() {}

  static String of(Layout layout) {
    int width = layout.parameters().stream().mapToInt(p -> p.path().length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    long total = 0;
    for (Parameter parameter : layout.parameters()) {
      int size = parameter.shape().size();
      total += size;
      text.append(parameter.path())
          .append(" ".repeat(width - parameter.path().length()))
          .append(String.format(Locale.ROOT, "  %,12d  %s%n", size, parameter.shape()));
    }
    return text.append(String.format(Locale.ROOT, "%,d parameters%n", total))
        .toString()
        .replace(System.lineSeparator(), "\n");
  }
}
