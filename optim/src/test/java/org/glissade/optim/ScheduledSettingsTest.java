package org.glissade.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.glissade.backend.Store;
import org.glissade.spi.CallType;
import org.glissade.spi.Catalog;
import org.glissade.spi.NumberType;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.text.CallText;
import org.glissade.spi.text.ChainParser;
import org.glissade.spi.text.LocatedException;
import org.glissade.spi.text.Value;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Variable;
import org.glissade.testkit.golden.UpdateProgram;
import org.glissade.testkit.spi.Listed;
import org.glissade.transform.GradientTransformProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every setting of the catalog that is a number or a schedule, with each call the kit tries. */
class ScheduledSettingsTest {
  private static final int CHANGE = 3;
  private static final int STEPS = 6;
  private static final Layout LAYOUT =
      Layout.of(
              List.of(
                  Models.parameter("dense-1/weight", Kind.WEIGHT, 3, 4),
                  Models.parameter("dense-1/bias", Kind.BIAS, 4),
                  Models.parameter("dense-2/scale", Kind.NORM, 4),
                  Models.parameter("embedding-3/table", Kind.EMBEDDING, 4, 2)))
          .grouped(parameter -> parameter.kind().label());

  /** A setting in a call, with a number and another that it is changed to. */
  private record Case(
      GradientTransformProvider provider, CallText call, Setting<?> setting, double a, double b) {
    Range range() {
      return ((CallType) setting.type()).numbers();
    }

    /** The call with another value of the setting, before a link that makes rules end small. */
    String with(String value) {
      Settings bound = Settings.bind(provider.settings(), call);
      CallText all = CallText.of(provider.name());
      for (Setting<?> other : provider.settings()) {
        if (other.name().equals(setting.name())) {
          all = all.with(other.name(), argument(value));
        } else if (bound.has(other.name())) {
          all = all.with(other.name(), written(other, bound));
        }
      }
      return all.print() + " | scale(0.5)";
    }

    String with(double value) {
      return with(Double.toString(value));
    }

    @Override
    public String toString() {
      return call.print() + " with " + setting.name();
    }
  }

  private static Value argument(String text) {
    String call = "x(" + text + ")";
    return ChainParser.parse(call).links().get(0).call().arguments().get(0).value();
  }

  private static <T> Value written(Setting<T> setting, Settings bound) {
    return setting.type().write(bound.get(setting));
  }

  static Stream<Case> cases() {
    Listed listed = Listed.transforms();
    List<Case> cases = new ArrayList<>();
    for (GradientTransformProvider provider :
        Catalog.load(GradientTransformProvider.class).providers()) {
      for (CallText call : listed.of(provider)) {
        for (Setting<?> setting : provider.settings()) {
          if (setting.type() instanceof CallType type && type.numberMeans().isPresent()) {
            cases.add(made(provider, call, setting, type.numbers()));
          }
        }
      }
    }
    return cases.stream().filter(ScheduledSettingsTest::isUsed);
  }

  /** Whether the setting can be given in this call, and does something then. */
  private static boolean isUsed(Case given) {
    try (UpdateProgram program =
        Models.program(LAYOUT, given.with("constant(" + given.a() + ")"))) {
      return !keys(given, program.store()).isEmpty();
    } catch (LocatedException refused) {
      return false;
    }
  }

  private static Case made(
      GradientTransformProvider provider, CallText call, Setting<?> setting, Range range) {
    Settings bound = Settings.bind(provider.settings(), call);
    double given = bound.has(setting.name()) ? number(written(setting, bound)) : Double.NaN;
    double a = among(range, given, 0.25, 2);
    return new Case(provider, call, setting, a, among(range, a * 0.75, a * 1.25));
  }

  /** A plain number that is not left out; NaN for a schedule. */
  private static double number(Value value) {
    try {
      double number = Double.parseDouble(value.print());
      return number == 0 ? Double.NaN : number;
    } catch (NumberFormatException schedule) {
      return Double.NaN;
    }
  }

  private static double among(Range range, double... candidates) {
    return DoubleStream.of(candidates)
        .filter(x -> Double.isFinite(x) && range.contains(x))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void followASchedule(Case given) {
    double[][] number = run(given, given.with(given.a()), false);
    double[][] constant = run(given, given.with("constant(" + given.a() + ")"), false);
    double[][] changed = run(given, given.with("constant(" + given.a() + ")"), true);
    double[][] stepped = run(given, given.with(points(given)), false);
    for (int i = 0; i < STEPS; i++) {
      assertArrayEquals(number[i], constant[i], "a number that may be changed, step " + i);
      assertArrayEquals(changed[i], stepped[i], "one that steps, step " + i);
    }
    assertArrayEquals(restarted(given)[STEPS - 1], stepped[STEPS - 1], "another plan from there");
  }

  private static String points(Case given) {
    return "points(\"0, %d\", \"%s, %s\")".formatted(CHANGE, given.a(), given.b());
  }

  /** The parameters after each step; where it is to be changed, it is so by the host. */
  private static double[][] run(Case given, String chain, boolean change) {
    try (UpdateProgram program = Models.program(LAYOUT, chain)) {
      begin(program);
      double[][] seen = new double[STEPS][];
      for (int i = 0; i < STEPS; i++) {
        if (change && i == CHANGE) {
          keys(given, program.store()).forEach(key -> change(program.store(), key, given));
        }
        seen[i] = step(program, i);
      }
      return seen;
    }
  }

  /** The lower bound that follows from an upper one is its negative. */
  private static void change(Store store, String key, Case given) {
    boolean mirrored = store.read(key)[0] == -given.a();
    store.set(key, mirrored ? -given.b() : given.b());
  }

  /** Up to the change with the one number, and from there with a plan that has the other. */
  private static double[][] restarted(Case given) {
    double[][] seen = new double[STEPS][];
    try (UpdateProgram first = Models.program(LAYOUT, given.with(given.a()));
        UpdateProgram second = Models.program(LAYOUT, given.with(given.b()))) {
      begin(first);
      begin(second);
      for (int i = 0; i < CHANGE; i++) {
        seen[i] = step(first, i);
      }
      for (Variable variable : first.store().variables().values()) {
        if (variable.role() != Variable.Role.SETTING) {
          second.store().write(variable.key(), first.store().read(variable.key()));
        }
      }
      for (int i = CHANGE; i < STEPS; i++) {
        seen[i] = step(second, i);
      }
    }
    return seen;
  }

  private static void begin(UpdateProgram program) {
    program.write(Models.uniform(1, 28, 1));
    program.curvature(0.5);
  }

  private static double[] step(UpdateProgram program, int i) {
    program.loss(2.5 / (i + 1));
    program.run(Models.uniform(10 + i, 28, i == 4 ? 3 : 1));
    return program.parameters();
  }

  /** Under which names a number that may be changed stands: those that a plan has not without. */
  private static Set<String> keys(Case given, Store with) {
    Set<String> keys = new TreeSet<>(settings(with));
    try (UpdateProgram scheduled = Models.program(LAYOUT, given.with(points(given)))) {
      keys.removeAll(settings(scheduled.store()));
    }
    String link = given.provider().name() + "/";
    assertTrue(keys.stream().allMatch(key -> key.startsWith(link)), keys::toString);
    return keys;
  }

  private static List<String> settings(Store store) {
    return store.variables().values().stream()
        .filter(variable -> variable.role() == Variable.Role.SETTING)
        .map(Variable::key)
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void refuseWhatIsOutOfRangeInARun(Case given) {
    try (UpdateProgram program =
        Models.program(LAYOUT, given.with("constant(" + given.a() + ")"))) {
      Store store = program.store();
      for (String key : keys(given, store)) {
        for (double bad : new double[] {-1, 1.5, 101, Double.NaN}) {
          if (!given.range().contains(bad) && !given.setting().name().equals("bound")) {
            IllegalArgumentException error =
                assertThrows(IllegalArgumentException.class, () -> store.set(key, bad), key);
            assertTrue(
                String.valueOf(error.getMessage()).startsWith(key + " must be a number"),
                error::getMessage);
          }
        }
        assertThrows(IllegalArgumentException.class, () -> store.set(key, Double.NaN), key);
        assertDoesNotThrow(() -> store.set(key, store.read(key)[0]));
      }
    }
  }

  /** A schedule with states is asked once in a step. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void followAPlateau(Case given) {
    if (given.a() > 0) {
      String plateau = "plateau(%s, least=%s)".formatted(given.a(), given.a() * 0.99);
      assertEquals(STEPS, run(given, given.with(plateau), false).length);
    }
  }

  @Test
  void areAllTried() {
    Set<String> tried = new TreeSet<>();
    cases().forEach(given -> tried.add(given.provider().name() + "/" + given.setting().name()));
    assertEquals(declared(CallType.class), tried);
  }

  /** The page says which numbers follow no schedule, and that no others do. */
  @Test
  void thePageNamesTheOthers() throws IOException {
    Path docs = Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolveSibling("docs");
    Set<String> excepted = new TreeSet<>();
    Pattern.compile("^\\| `([a-z0-9-]+)` \\| ((?:`[a-z0-9-]+`(?:, )?)+) \\| ", Pattern.MULTILINE)
        .matcher(Files.readString(docs.resolve("schedules.md")))
        .results()
        .forEach(
            row -> {
              for (String entry : row.group(2).replace("`", "").split(", ")) {
                excepted.add(entry + "/" + row.group(1));
              }
            });
    assertEquals(excepted, declared(NumberType.class));
  }

  private static Set<String> declared(Class<?> type) {
    Set<String> settings = new TreeSet<>();
    for (GradientTransformProvider provider :
        Catalog.load(GradientTransformProvider.class).providers()) {
      provider.settings().stream()
          .filter(setting -> type.isInstance(setting.type()))
          .forEach(setting -> settings.add(provider.name() + "/" + setting.name()));
    }
    return settings;
  }
}
