package org.glissade.testkit.backend;

import java.util.Map;
import org.glissade.data.Field;

/**
 * What the host does before one run.
 *
 * @param label what kind of data it is, for messages
 * @param inputs what it binds
 * @param variables what it writes to the Store
 */
record Feed(String label, Map<String, Field> inputs, Map<String, double[]> variables) {
  Feed {
    inputs = Map.copyOf(inputs);
    variables = Map.copyOf(variables);
  }
}
