package org.glissade.testkit.backend;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.glissade.backend.Backend;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.plan.FusionRules;
import org.glissade.plan.Planner;
import org.glissade.tensor.DType;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;

/** One case running in a session of its own. */
final class Lane implements AutoCloseable {
  private final Case tested;
  private final Session session;
  private final Program program;
  private final String description;

  Lane(Case tested, Backend backend, SessionOptions options, FusionRules rules) {
    this.tested = tested;
    this.session = backend.open(options);
    tested.feeds().get(0).inputs().forEach(session::bind);
    this.program = session.compile(Planner.plan(tested.definition(), rules));
    this.description =
        "backend %s, seed %d, threads %d, %s"
            .formatted(backend.name(), options.seed(), options.threads(), rules);
  }

  /** Binds and writes what the host gives, and runs once. */
  void run(Feed feed) {
    feed.inputs().forEach(session::bind);
    feed.variables().forEach(session.store()::write);
    program.run();
  }

  /** All outputs and variables. */
  List<Result> results() {
    Definition definition = tested.definition();
    Map<String, Tensor> outputs = new TreeMap<>(definition.outputs());
    Tensor gradients = definition.gradients();
    if (gradients != null) {
      outputs.put(Definition.GRADIENTS, gradients);
    }
    List<Result> results = new ArrayList<>();
    outputs.forEach((name, tensor) -> results.add(output(name, tensor)));
    session.store().variables().values().forEach(variable -> results.add(variable(variable)));
    return results;
  }

  private Result output(String name, Tensor tensor) {
    double[] values = new double[tensor.shape().size()];
    if (tensor.type() == DType.F64) {
      program.read(name, values);
    } else {
      float[] floats = new float[values.length];
      program.read(name, floats);
      for (int i = 0; i < floats.length; i++) {
        values[i] = floats[i];
      }
    }
    return new Result("output " + name, tensor.type(), tensor.shape(), values);
  }

  private Result variable(Variable variable) {
    double[] values = session.store().read(variable.key());
    return new Result("variable " + variable, variable.type(), variable.shape(), values);
  }

  /** Gives this lane the state of another, so that both start the next run alike. */
  void follow(Lane other) {
    for (Variable variable : other.session.store().variables().values()) {
      double[] values = other.session.store().read(variable.key());
      if (variable.type() == DType.F32) {
        for (int i = 0; i < values.length; i++) {
          values[i] = (float) values[i];
        }
      }
      session.store().write(variable.key(), values);
    }
  }

  Program program() {
    return program;
  }

  @Override
  public void close() {
    session.close();
  }

  @Override
  public String toString() {
    return description;
  }
}
