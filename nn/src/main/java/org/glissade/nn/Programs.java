package org.glissade.nn;

import java.util.HashMap;
import java.util.Map;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.tensor.DType;
import org.glissade.tensor.Graph;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.UpdateStage;
import org.jspecify.annotations.Nullable;

/** The programs of one model in one session, each compiled when it is first asked for. */
final class Programs {
  private final Model model;
  private final Session session;
  private final GradientTransform chain;
  private final Map<Purpose, Program> compiled = new HashMap<>();
  private @Nullable Boolean averaged;

  Programs(Model model, Session session, GradientTransform chain) {
    this.model = model;
    this.session = session;
    this.chain = chain;
  }

  Program evaluate(int batch, Examples data) {
    return get(new Purpose.Evaluate(batch, data, weights()));
  }

  Program predict(int batch, DType features) {
    return get(new Purpose.Predict(batch, features, weights()));
  }

  /** The chain, if it says with which weights to evaluate. */
  private @Nullable GradientTransform weights() {
    if (averaged == null) {
      averaged = UpdateStage.evaluation(new Graph(), model.layout(), chain).isPresent();
    }
    return averaged ? chain : null;
  }

  Model model() {
    return model;
  }

  Session session() {
    return session;
  }

  Program get(Purpose purpose) {
    Program program = compiled.get(purpose);
    if (program == null) {
      program = session.compile(model.plan(purpose));
      compiled.put(purpose, program);
    }
    return program;
  }
}
