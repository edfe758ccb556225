package org.glissade.optim;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.glissade.spi.CallType;
import org.glissade.spi.Catalog;
import org.glissade.spi.IntegerType;
import org.glissade.spi.NumberType;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.testkit.spi.Listed;
import org.glissade.transform.ChainReader;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.GradientTransformProvider;
import org.junit.jupiter.api.Test;

/**
 * Java refuses what texts refuse: each number of each record of the catalogue is replaced by NaN,
 * by infinities, and by what lies outside the range that the entry declares.
 */
class WrongNumbersTest {
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  /** Records whose numbers have names of their own, or are none of the entry's. */
  private static final Set<String> OTHERWISE_NAMED =
      Set.of("adamax decay", "clip-by-value low", "nadam decay");

  private final ChainReader reader = ChainReader.load();
  private int tried;

  @Test
  void areRefusedByEveryRecordOfTheCatalogue() throws ReflectiveOperationException {
    for (GradientTransformProvider provider :
        Catalog.load(GradientTransformProvider.class).providers()) {
      String text = Listed.transforms().of(provider).get(0).print();
      GradientTransform made = reader.read(text).links().get(0).transform();
      tryAll(provider, assertInstanceOf(Record.class, made, text), changed -> changed);
    }
    assertTrue(tried > 1200, () -> "only " + tried + " numbers were tried");
  }

  /** Tries each number of a record, and of the means that it holds. */
  private void tryAll(
      GradientTransformProvider provider, Record record, UnaryOperator<Object> within)
      throws ReflectiveOperationException {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Object own = component.getAccessor().invoke(record);
      Class<?> type = component.getType();
      if (own instanceof Moments moments) {
        tryAll(provider, moments, changed -> with(record, component, changed));
      } else if (type == double.class || type == int.class || type == Schedule.class) {
        for (double wrong : wrong(provider, component.getName())) {
          assertRefused(
              provider.name() + " with " + component.getName() + " = " + wrong,
              () -> within.apply(with(record, component, as(type, wrong))));
        }
      }
    }
  }

  private void assertRefused(String what, Supplier<Object> make) {
    tried++;
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, make::get, what);
    assertTrue(String.valueOf(refusal.getMessage()).contains(" must be "), refusal::getMessage);
  }

  private static Object as(Class<?> type, double number) {
    if (type == int.class) {
      return (int) number;
    }
    return type == double.class ? (Object) number : Schedule.constant(number);
  }

  /** The record with another value; what its constructor throws is thrown. */
  private static Object with(Record record, RecordComponent changed, Object value) {
    RecordComponent[] all = record.getClass().getRecordComponents();
    try {
      Object[] values = new Object[all.length];
      for (int i = 0; i < all.length; i++) {
        boolean same = all[i].getName().equals(changed.getName());
        values[i] = same ? value : all[i].getAccessor().invoke(record);
      }
      Class<?>[] types = Arrays.stream(all).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<?> made = record.getClass().getConstructor(types);
      return made.newInstance(values);
    } catch (InvocationTargetException thrown) {
      throw assertInstanceOf(IllegalArgumentException.class, thrown.getCause(), changed::toString);
    } catch (ReflectiveOperationException unreadable) {
      throw new LinkageError(changed.toString(), unreadable);
    }
  }

  /** Numbers outside the range of the setting that is named like a component. */
  private static List<Double> wrong(GradientTransformProvider provider, String component) {
    String name = component.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    Stream<? extends Setting<?>> settings =
        provider.settings().stream().filter(setting -> setting.name().equals(name));
    Setting<?> setting = settings.findFirst().orElse(null);
    if (setting == null) {
      assertTrue(
          OTHERWISE_NAMED.contains(provider.name() + " " + name), provider.name() + " " + name);
      return List.of(Double.NaN);
    }
    Range range = range(setting);
    double[] near = {range.low(), range.high(), range.low() - 1, range.high() + 1};
    double[] usual = {Double.NaN, -INFINITE, INFINITE, -1, 0, 1, 2};
    return DoubleStream.concat(DoubleStream.of(usual), DoubleStream.of(near))
        .filter(x -> !range.contains(x))
        .filter(x -> !(setting.type() instanceof IntegerType) || Math.abs(x) < Integer.MAX_VALUE)
        .distinct()
        .boxed()
        .toList();
  }

  private static Range range(Setting<?> setting) {
    if (setting.type() instanceof NumberType number) {
      return number.range();
    }
    if (setting.type() instanceof IntegerType integer) {
      return integer.range();
    }
    return assertInstanceOf(CallType.class, setting.type(), setting::describe).numbers();
  }
}
