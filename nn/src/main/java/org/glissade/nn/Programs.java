package org.glissade.nn;

import java.util.HashMap;
import java.util.Map;
import org.glissade.backend.Program;
import org.glissade.backend.Session;

/** The programs of one model in one session, each compiled when it is first asked for. */
final class Programs {
  private final Model model;
  private final Session session;
  private final Map<Purpose, Program> compiled = new HashMap<>();

  Programs(Model model, Session session) {
    this.model = model;
    this.session = session;
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
