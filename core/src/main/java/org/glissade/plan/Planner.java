package org.glissade.plan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.glissade.tensor.Definition;

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
    Memory memory = new Memory(definition);
    OldValues old = new OldValues(definition, memory);
    List<Step> steps = new Schedule(definition, nodes, fusion, memory, old).steps();
    Map<String, View> outputs = new TreeMap<>();
    definition.outputs().forEach((name, node) -> outputs.put(name, old.view(node)));
    if (definition.gradients() != null) {
      outputs.put(Definition.GRADIENTS, old.view(definition.gradients()));
    }
    List<Stage> stages = Stages.of(steps);
    Arena arena = Arena.of(memory.slots(), stages, outputs.values());
    return new Plan(definition, memory.slots(), stages, outputs, arena.offsets(), arena.size());
  }
}
