package org.glissade.cuda;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.glissade.backend.Backend;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.backend.Store;
import org.glissade.cuda.code.PlanCode;
import org.glissade.cuda.code.Products;
import org.glissade.data.Field;
import org.glissade.plan.Plan;
import org.glissade.reference.PlanBackend;

/** Writes the kernels of every plan that it is given, and runs the plan itself in double. */
final class WrittenKernels implements Backend {
  private final Backend plans = new PlanBackend();
  private final Set<String> sources = new LinkedHashSet<>();

  /** All sources so far. */
  List<String> sources() {
    return List.copyOf(sources);
  }

  /** Writes a plan: by itself, and with its products by the library, with and without a bias. */
  void write(Plan plan) {
    sources.add(PlanCode.of(plan).source());
    sources.add(PlanCode.of(plan, new Products(0, product -> true)).source());
    sources.add(PlanCode.of(plan, new Products(0, product -> !product.biased())).source());
  }

  @Override
  public String name() {
    return plans.name();
  }

  @Override
  public Session open(SessionOptions options) {
    Session session = plans.open(options);
    return new Session() {
      @Override
      public String description() {
        return session.description();
      }

      @Override
      public Store store() {
        return session.store();
      }

      @Override
      public void bind(String input, Field data) {
        session.bind(input, data);
      }

      @Override
      public Program compile(Plan plan) {
        write(plan);
        return session.compile(plan);
      }

      @Override
      public void close() {
        session.close();
      }
    };
  }
}
