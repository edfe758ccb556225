package org.glissade.optim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Effect;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Op;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;

/**
 * How many passes over all parameters a program needs at least, read from what was described and
 * not from what was planned: a number of a group exists only after a pass over its elements, and so
 * do computed values that are taken parameter by parameter.
 */
final class ReductionChains {
  private ReductionChains() {}

  /** One more, for the pass that writes, than the longest chain of passes that need each other. */
  static int sweeps(Definition definition) {
    List<Tensor> results = new ArrayList<>();
    for (Effect effect : definition.effects()) {
      results.add(effect.value());
      if (effect.when() != null) {
        results.add(effect.when());
      }
    }
    Map<Tensor, Integer> passes = new HashMap<>();
    for (Tensor node : Graph.needed(results)) {
      int before = node.inputs().stream().mapToInt(passes::get).max().orElse(0);
      passes.put(node, before + (endsAPass(node) ? 1 : 0));
    }
    return 1 + results.stream().mapToInt(passes::get).max().orElse(0);
  }

  private static boolean endsAPass(Tensor node) {
    if (node.op() instanceof Op.SegmentReduce) {
      return true;
    }
    return node.op() instanceof Op.Unpack && isComputed(node.input(0));
  }

  private static boolean isComputed(Tensor flat) {
    Op op = flat.op();
    boolean stored = op instanceof Op.Read || op instanceof Op.Input || op instanceof Op.Pack;
    return flat.space() == Space.FLAT && !stored;
  }
}
