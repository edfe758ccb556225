package org.glissade.testkit.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.glissade.spi.CallType;
import org.glissade.spi.ChoiceType;
import org.glissade.spi.FlagType;
import org.glissade.spi.IntegerType;
import org.glissade.spi.NumberType;
import org.glissade.spi.Provider;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.SettingType;
import org.glissade.spi.text.Argument;
import org.glissade.spi.text.CallText;
import org.glissade.spi.text.ChainParser;
import org.glissade.spi.text.NumberValue;
import org.glissade.spi.text.Value;
import org.glissade.spi.text.WordValue;

/** Settings to try a provider with. */
public final class Examples {
  private static final double[] USUAL = {0.5, 1, 2, 0.1, 10, 0, -1, 100, 1000};

  private static final double[] SMALL = {0.1, 0.5, 1, 2, 10};

  private static final double[] WHOLE = {2, 1, 3, 0, 10, 100, 1000, -1};

  private Examples() {}

  /**
   * Calls of a provider.
   *
   * @param arguments each in text, such as {@code 1.0, extent=parameter}
   */
  public static List<CallText> of(Provider provider, List<String> arguments) {
    return arguments.stream()
        .map(text -> ChainParser.parse(provider.name() + "(" + text + ")"))
        .map(chain -> chain.links().get(0).call())
        .toList();
  }

  /**
   * A call with what a setting needs, and one for each other word of each choice. A required number
   * is a usual one of its range; what has a default or may be left out is left out.
   */
  public static List<CallText> of(Provider provider) {
    CallText first = CallText.of(provider.name());
    for (Setting<?> setting : provider.settings()) {
      if (setting.required()) {
        first = first.with(setting.name(), usual(provider, setting).get(0));
      }
    }
    List<CallText> calls = new ArrayList<>(List.of(first));
    for (Setting<?> setting : provider.settings()) {
      if (isChoice(setting)) {
        List<Value> words = usual(provider, setting);
        words
            .subList(setting.required() ? 1 : 0, words.size())
            .forEach(word -> calls.add(replaced(calls.get(0), setting.name(), word)));
      }
    }
    return calls;
  }

  private static boolean isChoice(Setting<?> setting) {
    return setting.type() instanceof ChoiceType<?> || setting.type() instanceof FlagType;
  }

  private static CallText replaced(CallText call, String key, Value value) {
    CallText result = CallText.of(call.name());
    for (Argument argument : call.arguments()) {
      String own = argument.key().orElseThrow();
      if (!own.equals(key)) {
        result = result.with(own, argument.value());
      }
    }
    return result.with(key, value);
  }

  private static List<Value> usual(Provider provider, Setting<?> setting) {
    SettingType<?> type = setting.type();
    if (type instanceof NumberType number) {
      return List.of(NumberValue.of(within(number.range(), USUAL)));
    }
    if (type instanceof IntegerType integer) {
      return List.of(NumberValue.of((int) within(integer.range(), WHOLE)));
    }
    if (type instanceof FlagType) {
      return List.of(WordValue.of("true"), WordValue.of("false"));
    }
    if (type instanceof ChoiceType<?> choice) {
      return choice.options().keySet().stream().<Value>map(WordValue::of).toList();
    }
    if (type instanceof CallType call && call.numberMeans().isPresent()) {
      return List.of(NumberValue.of(within(call.numbers(), SMALL)));
    }
    throw new IllegalArgumentException(
        "%s: no example can be made up for %s; give the arguments of one in text"
            .formatted(provider.name(), setting.describe()));
  }

  private static double within(Range range, double... candidates) {
    double middle = range.low() + (range.high() - range.low()) / 2;
    return DoubleStream.concat(DoubleStream.of(candidates), DoubleStream.of(middle))
        .filter(range::contains)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no example can be made up for a number " + range));
  }
}
