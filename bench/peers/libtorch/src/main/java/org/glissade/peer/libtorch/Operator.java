package org.glissade.peer.libtorch;

import org.bytedeco.pytorch.Dispatcher;
import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.OperatorHandle;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorType;
import org.bytedeco.pytorch.Type;

/** An operator of libtorch that the bindings have no method for, such as those on lists. */
final class Operator {
  private final OperatorHandle handle;

  Operator(String name, String overload) {
    handle = Dispatcher.singleton().findSchemaOrThrow("aten::" + name, overload);
  }

  /** Computes in place, with no result or one that is an argument. */
  void run(IValue... arguments) {
    handle.callBoxed(new IValueVector(arguments));
  }

  /** Computes a list of tensors. */
  Tensor[] list(IValue... arguments) {
    IValueVector stack = new IValueVector(arguments);
    handle.callBoxed(stack);
    GenericList results = stack.get(0).toList();
    Tensor[] tensors = new Tensor[(int) results.size()];
    for (int i = 0; i < tensors.length; i++) {
      tensors[i] = results.get(i).toTensor();
    }
    return tensors;
  }

  /** Tensors as one argument. */
  static IValue argument(Tensor... tensors) {
    GenericList list = new GenericList(new Type.TypePtr(TensorType.get()));
    for (Tensor tensor : tensors) {
      list.push_back(new IValue(tensor));
    }
    return new IValue(list);
  }
}
