package org.glissade.testkit;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.glissade.backend.Backend;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.data.Field;
import org.glissade.tensor.Shape;
import org.junit.jupiter.api.Test;

/** The kit itself: each wrong backend must fail where it is wrong. */
class BackendContractKitTest {
  private static BackendContract contract(Backend backend) {
    return new BackendContract() {
      @Override
      public Backend backend() {
        return backend;
      }

      @Override
      public Set<Guarantee> guarantees() {
        return EnumSet.allOf(Guarantee.class);
      }
    };
  }

  private static Outcome results(Backend backend, String family) {
    return Outcome.of(contract(backend).results(), family::equals);
  }

  private static Outcome sessions(Backend backend) {
    return Outcome.of(contract(backend).sessions());
  }

  private static Outcome guarantee(Backend backend, String name) {
    return Outcome.of(contract(backend).declaredGuarantees(), test -> test.equals(name));
  }

  @Test
  void aBackendWithNothingWrongPasses() {
    Backend nothingWrong = new WrongBackend();
    Outcome.of(
            contract(nothingWrong).results(),
            Set.of("fusions", "next values", "random numbers")::contains)
        .mustPass();
    sessions(nothingWrong).mustPass();
    guarantee(nothingWrong, "same bits for any number of threads: a small network").mustPass();
  }

  @Test
  void lowPrecision() {
    Backend wrong = reading(number -> number * (1 + 3e-6));
    results(wrong, "fusions")
        .mustFail("softmax", "ulp", "seed 42", "output log-sum-exp", "expected:");
  }

  @Test
  void doublesOfFloatPrecision() {
    results(reading(number -> (float) number), "parameters and their groups")
        .mustFail("unit of 6 parameters", "in double 1e-12");
  }

  @Test
  void lostNaN() {
    results(reading(number -> Double.isNaN(number) ? 0 : number), "shapes, indices and casts")
        .mustFail("transpose", "NaN", "mixed");
  }

  @Test
  void lostInfinities() {
    results(
            reading(number -> Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, number))),
            "shapes, indices and casts")
        .mustFail("transpose", "Infinity");
  }

  @Test
  void denormalsFlushed() {
    results(
            reading(number -> Math.abs(number) < Float.MIN_NORMAL ? 0 : number),
            "shapes, indices and casts")
        .mustFail("transpose");
  }

  @Test
  void otherRandomNumbers() {
    Backend wrong =
        new WrongBackend() {
          @Override
          SessionOptions opened(SessionOptions options) {
            return new SessionOptions(options.seed() + 1, options.threads());
          }
        };
    results(wrong, "random numbers").mustFail("random UNIFORM");
    sessions(wrong).mustFail("equal seeds");
  }

  private static Backend reading(DoubleUnaryOperator wrong) {
    return new WrongBackend() {
      @Override
      double read(double number, SessionOptions options) {
        return wrong.applyAsDouble(number);
      }
    };
  }

  @Test
  void conditionsIgnored() {
    Backend wrong = WrongBackend.ignoringConditions();
    Outcome outcome = results(wrong, "next values");
    for (String space : List.of("dense", "flat", "column", "scalar")) {
      outcome.mustFail(space + " variables under conditions", "holds");
      outcome.mustFail(space + " variable kept");
    }
  }

  @Test
  void nextValuesForgotten() {
    Backend wrong = WrongBackend.withEffects(effects -> effects.subList(0, 1));
    results(wrong, "training steps").mustFail("a network by momentum", "variable");
  }

  @Test
  void staleData() {
    Set<Object> bound = new HashSet<>();
    Backend wrong =
        new WrongBackend() {
          @Override
          void bind(Session session, String input, Field data) {
            if (bound.add(List.of(session, input))) {
              session.bind(input, data);
            }
          }
        };
    sessions(wrong).mustFail("data bound again");
    results(wrong, "fusions").mustFail("softmax", "run 1 (large)");
  }

  @Test
  void inputsMadeUp() {
    Backend wrong =
        new WrongBackend() {
          @Override
          void bind(Session session, String input, Field data) {
            session.bind("x", Field.f32(Shape.of(), new float[3]));
          }
        };
    Outcome outcome = sessions(wrong);
    outcome.mustFail("an input without data");
    outcome.mustFail("data of another shape");
  }

  @Test
  void nothingToSay() {
    Backend wrong =
        new WrongBackend() {
          @Override
          String description(Session session) {
            return "";
          }
        };
    sessions(wrong).mustFail("a session says");
  }

  @Test
  void storeThatRounds() {
    Backend wrong =
        new WrongBackend() {
          @Override
          double[] toStore(String key, double[] values) {
            return Arrays.stream(values).map(x -> x * (1 + 1e-15)).toArray();
          }
        };
    Outcome outcome = sessions(wrong);
    outcome.mustFail("a variable is read");
    outcome.mustFail("a restored snapshot");
  }

  @Test
  void storeThatLendsItsArrays() {
    Map<String, double[]> lent = new HashMap<>();
    Backend wrong =
        new WrongBackend() {
          @Override
          double[] toStore(String key, double[] values) {
            lent.put(key, values.clone());
            return values;
          }

          @Override
          double[] fromStore(String key, double[] values) {
            return lent.getOrDefault(key, values);
          }
        };
    sessions(wrong).mustFail("a variable is read");
  }

  @Test
  void programsApart() {
    Backend wrong =
        new WrongBackend() {
          @Override
          void run(Program program, SessionOptions options) {
            if (program.plan().definition().effects().isEmpty()) {
              program.run();
            }
          }
        };
    sessions(wrong).mustFail("programs of a session share one Store");
  }

  @Test
  void bitsOfThreads() {
    Backend wrong =
        new WrongBackend() {
          @Override
          double read(double number, SessionOptions options) {
            return options.threads() == 3 ? Math.nextUp((float) number) : number;
          }
        };
    guarantee(wrong, "same bits for any number of threads: a small network")
        .mustFail("same bits", "threads 3");
  }
}
