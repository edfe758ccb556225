package org.glissade.layer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.ShapeException;
import org.glissade.tensor.Variable;
import org.jspecify.annotations.Nullable;

/**
 * The parameters and buffers of one model. The first program that is described declares them; every
 * later one must declare the same and gets them again.
 */
public final class ParameterTable {
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final Map<String, Variable> buffers = new LinkedHashMap<>();
  private @Nullable Layout layout;

  /** The layout of all parameters. From the first call on no new ones can be declared. */
  public Layout layout() {
    if (layout == null) {
      layout = Layout.of(new ArrayList<>(parameters.values()));
    }
    return layout;
  }

  /** The parameters in the order of their declaration. */
  public List<Parameter> parameters() {
    return List.copyOf(parameters.values());
  }

  Parameter declare(Parameter parameter) {
    Parameter known = parameters.get(parameter.path());
    if (known == null) {
      if (layout != null) {
        throw new IllegalStateException(
            "Parameter %s was declared after the model was complete: a layer must declare the same"
                    .formatted(parameter.path())
                + " parameters in training and in evaluation");
      }
      parameters.put(parameter.path(), parameter);
      return parameter;
    }
    if (!known.shape().equals(parameter.shape())) {
      throw new ShapeException(
          "Parameter %s has shape %s in one program and %s in another: keep the shape of one example"
                  .formatted(parameter.path(), known.shape(), parameter.shape())
              + " the same");
    }
    return known;
  }

  Variable declare(Variable buffer) {
    Variable known = buffers.putIfAbsent(buffer.key(), buffer);
    return known == null ? buffer : known;
  }
}
