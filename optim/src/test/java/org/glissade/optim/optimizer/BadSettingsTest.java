package org.glissade.optim.optimizer;

import static org.glissade.optim.Schedule.fixed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.glissade.optim.Moments;
import org.glissade.optim.Schedule;
import org.glissade.spi.CallType;
import org.glissade.spi.IntegerType;
import org.glissade.spi.NumberType;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.text.CallText;
import org.glissade.spi.text.LocatedException;
import org.glissade.tensor.Extent;
import org.glissade.transform.ChainReader;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.GradientTransformProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number out of its range is refused where it is given, from Java and from text alike. */
class BadSettingsTest {
  private static final Schedule RATE = Schedule.constant(0.1);
  private static final Schedule NONE = Schedule.fixed(0);
  private static final Schedule ONE = Schedule.fixed(1);
  private static final Moments USUAL = Moments.USUAL;
  private static final double NAN = Double.NaN;

  /**
   * One number of an optimiser.
   *
   * @param what how the message names it
   * @param make the optimiser with that number
   * @param bad numbers that it must refuse
   */
  private record Given(String what, DoubleFunction<GradientTransform> make, List<Double> bad) {}

  private static Given given(String what, DoubleFunction<GradientTransform> make, double... bad) {
    return new Given(what, make, Arrays.stream(bad).boxed().toList());
  }

  private static final List<Given> NUMBERS =
      List.of(
          given("acprop: b1", x -> new AcProp(RATE, b1(x), NONE), -0.1, 1, NAN),
          given("acprop: eps-root", x -> new AcProp(RATE, USUAL, fixed(x)), -0.1, NAN),
          given("adabelief: eps", x -> new AdaBelief(RATE, eps(x), NONE), 0, -1, NAN),
          given("adadelta: rho", x -> new AdaDelta(RATE, fixed(x), ONE), 1, NAN),
          given("adafactor: clip", x -> adafactor(0.8, x, 128), 0, NAN),
          given("adafactor: decay", x -> adafactor(x, 1, 128), 0, NAN),
          given("adafactor: min-dim", x -> adafactor(0.8, 1, (int) x), 0, -1),
          given("adagrad: initial", x -> new AdaGrad(RATE, x, ONE, AdaGrad.Dialect.OPTAX), -1, NAN),
          given(
              "adamax: b2", x -> new AdaMax(RATE, b2(x), RATE, AdaMax.Dialect.OPTAX), -0.1, 1, NAN),
          given("adan: b3", x -> new Adan(RATE, USUAL, fixed(x), NONE, RATE), 1, NAN),
          given("ademamix: alpha", x -> new AdEmaMix(RATE, USUAL, RATE, fixed(x)), -1, NAN),
          given("adopt: b2", x -> new Adopt(RATE, b2(x)), 1, NAN),
          given("amsgrad: eps", x -> new AmsGrad(RATE, eps(x), AmsGrad.Dialect.TORCH), 0, NAN),
          given("asgd: lambda", x -> new Asgd(RATE, fixed(x), ONE), -1, NAN),
          given("cocob: alpha", x -> new Cocob(fixed(x), 1), 0, NAN),
          given("dadapt-adamw: initial", x -> new DAdaptAdamW(RATE, USUAL, x, NONE), 0, NAN),
          given("dog: initial", x -> new Dog(RATE, x, ONE, Extent.GLOBAL), 0, -1, NAN),
          given("dowg: eps", x -> new Dowg(RATE, 1, fixed(x)), 0, NAN),
          given("fromage: min-norm", x -> new Fromage(RATE, fixed(x)), 0, -1, NAN),
          given("ftrl: l1", x -> new Ftrl(RATE, 1, fixed(x), NONE), -1, NAN),
          given("lamb: decay", x -> new Lamb(RATE, USUAL, Schedule.constant(x)), -1, NAN),
          given("lars: trust", x -> new Lars(RATE, RATE, RATE, fixed(x)), 0, NAN),
          given("lars: momentum", x -> new Lars(RATE, fixed(x), RATE, ONE), 0, 1, NAN),
          given("lion: b1", x -> new Lion(RATE, fixed(x), RATE, RATE), 1, NAN),
          given("lion: rate", Lion::new, 0, -1, NAN),
          given("madgrad: momentum", x -> new MadGrad(RATE, fixed(x), ONE), 1, NAN),
          given("mechanic: betas", x -> new Mechanic(1, NONE, ONE, (int) x), 0, -3),
          given("mechanic: initial", x -> new Mechanic(x, NONE, ONE, 1), 0, NAN),
          given("momo: bound", x -> new Momo(RATE, RATE, fixed(x), NONE), NAN),
          given("momo-adam: decay", x -> new MomoAdam(RATE, USUAL, NONE, fixed(x)), -1, NAN),
          given(
              "muon: steps",
              x -> new Muon(RATE, RATE, (int) x, ONE, RATE, Muon.Dialect.OPTAX),
              0,
              -5),
          given("nadam: decay", x -> nadamw(Schedule.constant(x)), -1, NAN),
          given("noisy-sgd: eta", x -> new NoisySgd(RATE, fixed(x), ONE), 0, NAN),
          given("novograd: b2", x -> new NovoGrad(RATE, b2(x), RATE), 1, NAN),
          given("optimistic-adam: alpha", x -> optimistic(x, 1), 0, NAN),
          given(
              "optimistic-gradient-descent: beta",
              x -> new OptimisticGradientDescent(RATE, ONE, fixed(x)),
              -1,
              NAN),
          given("polyak-sgd: max-rate", x -> new PolyakSgd(fixed(x), NONE, NONE, false), 0, NAN),
          given("prodigy: eps", x -> new Prodigy(RATE, eps(x), 1, NONE), 0, NAN),
          given("radam: b1", x -> new RAdam(RATE, b1(x), RAdam.Dialect.OPTAX), -0.5, 1, NAN),
          given(
              "rmsprop: decay",
              x -> new RmsProp(RATE, fixed(x), ONE, NONE, false, RmsProp.Dialect.OPTAX),
              1,
              NAN),
          given(
              "rprop: up",
              x -> new Rprop(1, RATE, fixed(x), ONE, ONE, Rprop.Dialect.TORCH),
              1,
              0.5,
              NAN),
          given("signum: beta", x -> new Signum(RATE, fixed(x)), 1, NAN),
          given("simplified-ademamix: b2", x -> new SimplifiedAdEmaMix(RATE, b2(x), NONE), 1, NAN),
          given("sm3: momentum", x -> new Sm3(RATE, fixed(x), ONE), -0.1, 1, NAN),
          given("yogi: initial", x -> new Yogi(RATE, USUAL, x), -1, NAN));

  private static Moments b1(double b1) {
    return new Moments(b1, 0.9, 1);
  }

  private static Moments b2(double b2) {
    return new Moments(0.9, b2, 1);
  }

  private static Moments eps(double eps) {
    return new Moments(0.9, 0.9, eps);
  }

  private static NAdam nadamw(Schedule decay) {
    return new NAdam(RATE, USUAL, decay, NAdam.Dialect.DL4J);
  }

  private static Adafactor adafactor(double decay, double clip, int minDim) {
    return new Adafactor(RATE, fixed(decay), fixed(clip), minDim, ONE, false);
  }

  private static OptimisticAdam optimistic(double alpha, double beta) {
    return new OptimisticAdam(RATE, USUAL, fixed(alpha), fixed(beta));
  }

  @Test
  void areRefusedInJava() {
    for (Given given : NUMBERS) {
      for (double bad : given.bad()) {
        IllegalArgumentException error =
            assertThrows(
                IllegalArgumentException.class,
                () -> given.make().apply(bad),
                () -> given.what() + " " + bad);
        assertTrue(String.valueOf(error.getMessage()).startsWith(given.what() + " must be "));
      }
    }
  }

  /** Those that have an entry on the pages of optimisers. */
  static Stream<GradientTransformProvider> optimisers() throws IOException {
    Path docs = Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolveSibling("docs");
    List<String> lines = new ArrayList<>();
    for (String page : List.of("", "-adaptive", "-rate-free")) {
      lines.addAll(Files.readAllLines(docs.resolve("transforms-optimizers" + page + ".md")));
    }
    ChainReader reader = ChainReader.load();
    return lines.stream()
        .filter(line -> line.startsWith("### "))
        .map(line -> line.substring(4))
        .map(name -> reader.catalog().get(CallText.of(name)));
  }

  private static String rate(GradientTransformProvider provider) {
    return provider.settings().stream().anyMatch(Setting::required) ? "0.1" : "";
  }

  @Test
  void thereAreFortyTwo() throws IOException {
    assertEquals(42, optimisers().count());
  }

  @ParameterizedTest
  @MethodSource("optimisers")
  void areRefusedInText(GradientTransformProvider provider) {
    for (Setting<?> setting : provider.settings()) {
      for (String bad : bad(setting)) {
        String given = "%s=%s".formatted(setting.name(), bad);
        boolean alone = rate(provider).isEmpty() || setting.required();
        String other = alone ? "" : rate(provider) + ", ";
        String text = "%s(%s%s)".formatted(provider.name(), other, given);
        LocatedException error =
            assertThrows(LocatedException.class, () -> ChainReader.load().read(text), text);
        String message = String.valueOf(error.getMessage());
        assertTrue(message.contains(provider.name() + ": " + setting.name() + " must be"), message);
      }
    }
  }

  private static List<String> bad(Setting<?> setting) {
    List<String> bad = new ArrayList<>();
    if (setting.type() instanceof NumberType number) {
      bad.add("word");
      bad.addAll(outside(number.range()));
    } else if (setting.type() instanceof IntegerType integer) {
      bad.add("1.5");
      bad.addAll(outside(integer.range()));
    } else if (setting.type() instanceof CallType call) {
      bad.addAll(outside(call.numbers()));
    } else if (setting.name().equals("dialect")) {
      bad.add("tensorflow");
    }
    return bad;
  }

  private static List<String> outside(Range range) {
    return Stream.of(-1.0, 0.0, 1.0, 2.0)
        .filter(x -> !range.contains(x))
        .map(x -> Integer.toString(x.intValue()))
        .toList();
  }
}
