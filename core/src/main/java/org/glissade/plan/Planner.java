package org.glissade.plan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Op;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;

/** Makes plans. Planning needs no hardware and gives the same plan for the same program. */
public final class Planner {
  private Planner() {}

  /** Plans a program: what is fused, in which order it runs, and where everything lies. */
  public static Plan plan(Definition definition) {
    return plan(definition, FusionRules.ALL);
  }

  /** Plans a program with some of the fusions only. */
  public static Plan plan(Definition definition, FusionRules rules) {
    Nodes nodes = new Nodes(definition);
    Fusion fusion = new Fusion(nodes, rules);
    Memory memory = new Memory(definition.layout());
    List<Step> steps = new Schedule(definition, nodes, fusion, memory).steps();
    Map<String, View> outputs = outputs(definition, memory);
    Arena arena = Arena.of(memory.slots(), steps, outputs.values());
    return new Plan(definition, memory.slots(), steps, outputs, arena.offsets(), arena.size());
  }

  private static Map<String, View> outputs(Definition definition, Memory memory) {
    Map<String, View> outputs = new TreeMap<>();
    definition.outputs().forEach((name, node) -> outputs.put(name, view(memory, node)));
    if (definition.gradients() != null) {
      outputs.put(Definition.GRADIENTS, view(memory, definition.gradients()));
    }
    return outputs;
  }

  private static View view(Memory memory, Tensor node) {
    if (node.space() == Space.DENSE) {
      return memory.view(node);
    }
    boolean old =
        node.op() instanceof Op.Read
            && (node.space() == Space.SCALAR || node.space() == Space.COLUMN);
    return View.of(old ? memory.copy(node) : memory.slot(node), node.shape());
  }
}
