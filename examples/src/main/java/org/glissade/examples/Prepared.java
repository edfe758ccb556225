package org.glissade.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.glissade.examples.report.RunSettings;
import org.glissade.nn.Model;
import org.glissade.optim.lint.Finding;
import org.glissade.optim.lint.Linter;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Parameter;
import org.glissade.transform.Chain;

/**
 * A trial whose texts were read and whose shapes fit.
 *
 * @param trial what was asked for
 * @param network text of the network
 * @param chain from gradients to updates
 * @param model the network with its loss
 */
record Prepared(Trial trial, String network, Chain chain, Model model) {
  /**
   * What the report says of the run beside its transform.
   *
   * @param resumed after how many steps the run goes on; 0 where it begins
   */
  RunSettings settings(long resumed) {
    return new RunSettings(
        resumed == 0 ? beginning() : "from the checkpoint of step " + resumed,
        trial.pixels(),
        trial.batch(),
        trial.epochs(),
        widths());
  }

  /** What is the matter with the chain. */
  List<Finding> lint(Offers offers) {
    return new Linter(offers.transforms()).lint(chain);
  }

  /** What a checkpoint is to say of the run, by the name of the option that it comes from. */
  SortedMap<String, String> notes() {
    return new TreeMap<>(
        Map.of(
            "layers", trial.layers(),
            "init", trial.init(),
            "scale", PixelFactor.text(trial.scale())));
  }

  private String beginning() {
    return NetworkReader.isWidths(trial.layers())
        ? NetworkReader.beginning(trial.init())
        : trial.layers();
  }

  /** The group and what its runs have in common. */
  String heading(long resumed) {
    return trial.group() + ": " + settings(resumed).summary();
  }

  private List<Integer> widths() {
    List<Integer> widths = new ArrayList<>();
    widths.add(model.example().size());
    for (Parameter parameter : model.layout().parameters()) {
      if (parameter.kind() == Kind.WEIGHT) {
        widths.add(parameter.units());
      }
    }
    return widths;
  }
}
