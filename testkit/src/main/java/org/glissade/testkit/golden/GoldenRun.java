package org.glissade.testkit.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.glissade.backend.Backend;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Shape;
import org.glissade.testkit.golden.GoldenCase.Line;
import org.glissade.transform.ChainReader;
import org.jspecify.annotations.Nullable;

/** One run of a script. */
final class GoldenRun implements AutoCloseable {
  private final GoldenCase golden;
  private final Backend backend;
  private final ChainReader chains;
  private final Rounding rounding;
  private final List<Parameter> parameters = new ArrayList<>();
  private double[] initial = {};
  private double[] gradient = {};
  private double[][] matrix = {};
  private double relative = 1e-9;
  private double absolute;
  private double[] before = {};
  private double[] losses = {};
  private boolean squaredLosses;
  private int step;
  private @Nullable UpdateProgram program;

  GoldenRun(GoldenCase golden, Backend backend, ChainReader chains, Rounding rounding) {
    this.golden = golden;
    this.backend = backend;
    this.chains = chains;
    this.rounding = rounding;
  }

  void execute(Line line) {
    String value = line.value();
    switch (line.key()) {
      case "parameter" -> declare(value);
      case "chain" -> compile(value);
      case "gradient", "gradient-offset" -> gradient = Numbers.parse(value);
      case "gradient-matrix" ->
          matrix = Arrays.stream(value.split(",", -1)).map(Numbers::parse).toArray(double[][]::new);
      case "run" -> run(Integer.parseInt(value));
      case "update" -> compare(line, Numbers.parse(value), minus(before, program().parameters()));
      case "losses" -> losses(value);
      case "updates" -> updates(line);
      case "parameters" -> compare(line, Numbers.parse(value), program().parameters());
      case "curvature" -> program().curvature(Double.parseDouble(value));
      case "weights" -> compare(line, Numbers.parse(value), program().weights());
      case "squares" -> compare(line, Numbers.parse(value), new double[] {squares()});
      case "tolerance" -> {
        relative = Numbers.parse(value)[0];
        absolute = Numbers.parse(value)[1];
      }
      default -> throw new IllegalArgumentException(golden.name() + ": unknown line " + line);
    }
  }

  private void declare(String text) {
    String[] declared = text.split("=", 2);
    String[] words = declared[0].strip().split(" ", -1);
    Shape shape =
        Shape.of(Arrays.stream(words[1].split("x", -1)).mapToInt(Integer::parseInt).toArray());
    double[] first = declared.length == 1 ? new double[shape.size()] : Numbers.parse(declared[1]);
    String layer = words[0].replaceFirst("/[^/]*$", "");
    Kind kind = Kind.valueOf(words[2].toUpperCase(Locale.ROOT));
    int unitAxis = words.length > 3 ? Integer.parseInt(words[3]) : shape.rank() - 1;
    parameters.add(new Parameter(words[0], layer, shape, kind, unitAxis, UpdateProgram.ZEROS));
    double[] all = Arrays.copyOf(initial, initial.length + first.length);
    System.arraycopy(first, 0, all, initial.length, first.length);
    initial = all;
  }

  private void compile(String chain) {
    program = new UpdateProgram(backend, Layout.of(parameters), chains.read(chain));
    program.write(initial);
  }

  private void run(int steps) {
    for (int i = 0; i < steps; i++) {
      before = program().parameters();
      if (squaredLosses) {
        program().loss(squares());
      } else if (step < losses.length) {
        program().loss(losses[step]);
      }
      step++;
      program().run(gradientAt(before));
    }
  }

  private void losses(String value) {
    squaredLosses = value.equals("squares");
    losses = squaredLosses ? losses : Numbers.parse(value);
  }

  private double[] gradientAt(double[] values) {
    double[] result = gradient.length == 0 ? new double[values.length] : gradient.clone();
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < values.length; j++) {
        result[i] += matrix[i][j] * values[j];
      }
    }
    return result;
  }

  private void updates(Line line) {
    for (double expected : Numbers.parse(line.value())) {
      run(1);
      compare(line, new double[] {expected}, minus(before, program().parameters()));
    }
  }

  private double squares() {
    return Arrays.stream(program().parameters()).map(x -> x * x).sum();
  }

  private void compare(Line line, double[] expected, double[] actual) {
    String where = golden.name() + " (" + golden.source() + "), " + line;
    assertEquals(expected.length, actual.length, where);
    double largest = Math.max(largest(expected), largest(before));
    for (int i = 0; i < expected.length; i++) {
      double own = absolute + relative * Math.abs(expected[i]);
      double allowed = Math.max(own, rounding.of(expected[i], largest));
      if (Double.isFinite(allowed) && allowed > 0) {
        assertEquals(expected[i], actual[i], allowed, where + " at " + i);
      } else {
        assertEquals(expected[i], actual[i] + 0.0, where + " at " + i);
      }
    }
  }

  private static double largest(double[] numbers) {
    return Arrays.stream(numbers).filter(Double::isFinite).map(Math::abs).max().orElse(0);
  }

  private static double[] minus(double[] a, double[] b) {
    double[] difference = new double[a.length];
    Arrays.setAll(difference, i -> a[i] - b[i]);
    return difference;
  }

  private UpdateProgram program() {
    if (program == null) {
      throw new IllegalArgumentException(golden.name() + " needs a chain before its first step");
    }
    return program;
  }

  @Override
  public void close() {
    if (program != null) {
      program.close();
    }
  }
}
