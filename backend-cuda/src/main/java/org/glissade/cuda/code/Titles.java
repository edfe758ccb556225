package org.glissade.cuda.code;

import java.util.stream.Collectors;
import org.glissade.plan.Step;
import org.glissade.plan.View;

/** What a step does, in a few words, for the comments in generated code. */
final class Titles implements Step.Visitor<String> {
  /** One line. */
  static String of(Step step) {
    return step.accept(new Titles()).replace('\\', '/').replace('\n', ' ');
  }

  private static String out(View view) {
    return view + " " + view.shape();
  }

  @Override
  public String matMul(Step.MatMul step) {
    return "matmul " + out(step.out()) + ", k = " + step.k();
  }

  @Override
  public String map(Step.Map step) {
    return "map " + out(step.out());
  }

  @Override
  public String reduce(Step.Reduce step) {
    return "reduce " + out(step.out()) + " over " + step.length();
  }

  @Override
  public String argMax(Step.ArgMax step) {
    return "argmax " + out(step.out());
  }

  @Override
  public String take(Step.Take step) {
    return "take " + step.out() + " of " + step.list();
  }

  @Override
  public String random(Step.Random step) {
    return "random " + out(step.out()) + " of stream " + step.stream();
  }

  @Override
  public String sweep(Step.Sweep step) {
    return "sweep " + (step.guard() == null ? "always" : "if " + step.guard());
  }

  @Override
  public String host(Step.Host step) {
    return "host " + step.link();
  }

  @Override
  public String scalars(Step.Scalars step) {
    return step.assignments().stream()
        .map(assignment -> assignment.target().name())
        .collect(Collectors.joining(", ", "scalars ", ""));
  }
}
