package org.glissade.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.glissade.tensor.DType;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Op;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;
import org.jspecify.annotations.Nullable;

/** Gives every tensor that needs memory its place. */
final class Memory {
  private final Layout layout;
  private final @Nullable Tensor gradients;
  private final List<Slot> slots = new ArrayList<>();
  private final Map<String, Slot> named = new HashMap<>();
  private final Map<Tensor, Slot> own = new HashMap<>();
  private final Map<Tensor, View> placed = new HashMap<>();

  Memory(Definition definition) {
    this.layout = definition.layout();
    this.gradients = definition.gradients();
  }

  /** All slots, by id. */
  List<Slot> slots() {
    return slots;
  }

  /** The place of any tensor that is in memory. */
  View place(Tensor node) {
    return node.space() == Space.DENSE ? view(node) : View.of(slot(node), node.shape());
  }

  /** The place of a dense tensor that is in memory. */
  View view(Tensor node) {
    Op op = node.op();
    if (op instanceof Op.Reshape) {
      return view(node.input(0)).reshape(node.shape());
    }
    if (op instanceof Op.Input input) {
      return View.of(input(input, node), node.shape());
    }
    if (op instanceof Op.ReadParameter read) {
      return part(parameters(), layout, layout.indexOf(read.parameter()));
    }
    if (op instanceof Op.Unpack unpack) {
      int index = unpack.layout().indexOf(unpack.parameter());
      return part(slot(node.input(0)), unpack.layout(), index);
    }
    View place = placed.get(node);
    return place != null ? place : View.of(slot(node), node.shape());
  }

  /** The slot of a tensor that has one of its own, or of the input or variable that it reads. */
  Slot slot(Tensor node) {
    if (node.op() instanceof Op.Input input) {
      return input(input, node);
    }
    if (node.op() instanceof Op.Read read) {
      return variable(read.variable());
    }
    return own.computeIfAbsent(node, this::ownSlot);
  }

  /** A slot for what a tensor was before the program changed the Store. */
  Slot copy(Tensor node) {
    Slot.Storage storage =
        switch (node.space()) {
          case DENSE -> Slot.Storage.ARENA;
          case FLAT -> Slot.Storage.FLAT;
          case COLUMN, SCALAR -> Slot.Storage.SMALL;
        };
    return add("old" + node.id(), node.type(), node.shape().size(), storage);
  }

  /** A slot that is 0 wherever a condition holds. */
  Slot otherwise(Tensor condition) {
    return add("else" + condition.id(), DType.F64, 1, Slot.Storage.SMALL);
  }

  /** The slot of a variable. */
  Slot variable(Variable variable) {
    return named.computeIfAbsent(
        "variable " + variable.key(),
        key ->
            add(variable.key(), variable.type(), variable.shape().size(), Slot.Storage.VARIABLE));
  }

  /** Puts a tensor into its part of a flat buffer; false if it has a place already. */
  boolean place(Tensor node, Tensor flat, int parameter) {
    if (placed.containsKey(node)) {
      return false;
    }
    View part = part(slot(flat), layout, parameter);
    placed.put(node, part.reshape(node.shape()));
    return true;
  }

  /** The part of a flat buffer that belongs to a parameter. */
  static View part(Slot flat, Layout layout, int parameter) {
    Shape shape = layout.parameters().get(parameter).shape();
    return new View(flat, layout.offset(parameter), shape);
  }

  private Slot parameters() {
    return named.computeIfAbsent(
        "variable " + Variable.PARAMETERS,
        key -> add(Variable.PARAMETERS, DType.F32, layout.size(), Slot.Storage.VARIABLE));
  }

  private Slot input(Op.Input input, Tensor node) {
    return named.computeIfAbsent(
        "input " + input.name(),
        key -> add(input.name(), node.type(), node.shape().size(), Slot.Storage.INPUT));
  }

  private Slot ownSlot(Tensor node) {
    int size = node.shape().size();
    return switch (node.space()) {
      case FLAT ->
          add(
              node.equals(gradients) ? Definition.GRADIENTS : "flat" + node.id(),
              DType.F32,
              size,
              Slot.Storage.FLAT);
      case COLUMN, SCALAR -> add("s" + node.id(), DType.F64, size, Slot.Storage.SMALL);
      case DENSE ->
          node.type() == DType.I32
              ? add("i" + node.id(), DType.I32, size, Slot.Storage.SMALL)
              : add("t" + node.id(), DType.F32, size, Slot.Storage.ARENA);
    };
  }

  private Slot add(String name, DType type, int size, Slot.Storage storage) {
    Slot slot = new Slot(slots.size(), name, type, size, storage);
    slots.add(slot);
    return slot;
  }
}
