package org.glissade.plan;

import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.glissade.tensor.Parameter;

/** Writes a plan for people. */
final class PlanPrinter implements Step.Visitor<String> {
  private final Plan plan;

  private PlanPrinter(Plan plan) {
    this.plan = plan;
  }

  static String print(Plan plan) {
    PlanPrinter printer = new PlanPrinter(plan);
    StringJoiner lines = new StringJoiner("\n");
    lines.add("plan " + plan.definition().name() + ": " + plan.definition().layout());
    int number = 1;
    for (Stage stage : plan.stages()) {
      if (number > 1) {
        lines.add("---");
      }
      for (Step step : stage.steps()) {
        lines.add("%3d  %s".formatted(number++, step.accept(printer)));
      }
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "%d steps, %d sweeps, %d barriers, %,d bytes%s",
            plan.steps().size(),
            plan.sweeps(),
            plan.barriers(),
            plan.bytes(),
            plan.hostLinks() == 0 ? "" : ", host links: " + plan.hostLinks()));
    return lines.toString();
  }

  @Override
  public String matMul(Step.MatMul step) {
    String a = step.a() + (step.transposeA() ? "ᵀ" : "");
    String b = step.b() + (step.transposeB() ? "ᵀ" : "");
    String finish = step.finish() == null ? "" : ", then " + step.finish();
    return "matmul  %s %s = %s · %s  (k = %d)%s"
        .formatted(step.out(), step.out().shape(), a, b, step.k(), finish);
  }

  @Override
  public String map(Step.Map step) {
    return "map     %s %s = %s".formatted(step.out(), step.shape(), step.code());
  }

  @Override
  public String reduce(Step.Reduce step) {
    return "reduce  %s %s = %s of %s over %d"
        .formatted(step.out(), step.out().shape(), label(step.fn()), step.code(), step.length());
  }

  @Override
  public String argMax(Step.ArgMax step) {
    return "argmax  %s %s = %s over %d"
        .formatted(step.out(), step.out().shape(), step.in(), step.length());
  }

  @Override
  public String take(Step.Take step) {
    return "take    %s = %d of %s from %s"
        .formatted(step.out(), step.count(), step.list(), step.position());
  }

  @Override
  public String random(Step.Random step) {
    return "random  %s %s = %s of stream %s at %s"
        .formatted(
            step.out(), step.out().shape(), label(step.distribution()), step.stream(), step.step());
  }

  @Override
  public String sweep(Step.Sweep step) {
    StringJoiner lines = new StringJoiner("\n");
    String guard = step.guard() == null ? "always" : "if " + step.guard();
    lines.add("sweep   " + (step.instead() ? "else " : "") + guard);
    for (Step.Body body : step.bodies()) {
      lines.add("       over " + names(body));
      for (Step.Reduction reduction : body.reductions()) {
        lines.add(
            "         %s = %s of %s within each %s"
                .formatted(
                    reduction.target(),
                    label(reduction.fn()),
                    CodePrinter.print(body.code(), reduction.value()),
                    reduction.partition()));
      }
      for (Step.FlatStore store : body.stores()) {
        lines.add(
            "         %s = %s"
                .formatted(store.target(), CodePrinter.print(body.code(), store.value())));
      }
    }
    return lines.toString();
  }

  private String names(Step.Body body) {
    int all = plan.definition().layout().parameters().size();
    if (body.parameters().size() == all) {
      return "all " + all + " parameters";
    }
    return body.parameters().stream()
        .map(plan.definition().layout().parameters()::get)
        .map(Parameter::path)
        .limit(4)
        .collect(Collectors.joining(", ", "", body.parameters().size() > 4 ? ", ..." : ""));
  }

  @Override
  public String scalars(Step.Scalars step) {
    return step.assignments().stream()
        .map(
            assignment ->
                assignment.target()
                    + (assignment.target().size() == 1
                        ? ""
                        : "[" + assignment.target().size() + "]")
                    + " = "
                    + assignment.code())
        .collect(Collectors.joining("\n         ", "scalars ", ""));
  }

  @Override
  public String host(Step.Host step) {
    String results =
        step.results().stream()
            .map(result -> result.target().name())
            .collect(Collectors.joining(", "));
    return "host    %s = %s of %s".formatted(results, step.link(), step.inputs());
  }

  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
