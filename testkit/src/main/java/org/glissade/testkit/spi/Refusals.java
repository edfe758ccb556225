package org.glissade.testkit.spi;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.glissade.spi.CallType;
import org.glissade.spi.IntegerType;
import org.glissade.spi.NumberType;
import org.glissade.spi.Provider;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.TextType;
import org.glissade.spi.text.Argument;
import org.glissade.spi.text.CallText;
import org.glissade.spi.text.LocatedException;
import org.glissade.spi.text.NumberValue;
import org.glissade.spi.text.Value;
import org.glissade.spi.text.WordValue;
import org.junit.jupiter.api.DynamicTest;

/** What a provider must refuse: values that a setting does not take, and unknown settings. */
public final class Refusals {
  private static final Value WORD = WordValue.of("no-such-word");

  private Refusals() {}

  /**
   * Fails unless every wrong setting is refused with a message that names provider and setting.
   *
   * @param call one that is taken
   * @param read makes what a text in the notation of chains says
   */
  public static DynamicTest test(Provider provider, CallText call, Consumer<String> read) {
    return DynamicTest.dynamicTest(
        provider.name() + ": refuses wrong settings",
        () -> {
          CallText named = named(provider, call);
          for (Setting<?> setting : provider.settings()) {
            CallText rest = without(named, setting.name());
            for (Value wrong : wrong(setting)) {
              refused(rest.with(setting.name(), wrong), setting.name() + " must be ", read);
            }
            if (setting.required()) {
              refused(rest, setting.name() + " is missing", read);
            }
          }
          refused(named.with("no-such-setting", NumberValue.of(1)), "no setting is named ", read);
        });
  }

  private static void refused(CallText call, String reason, Consumer<String> read) {
    String text = call.print();
    LocatedException refusal = assertThrows(LocatedException.class, () -> read.accept(text), text);
    String message = String.valueOf(refusal.getMessage());
    assertTrue(message.contains(call.name() + ": " + reason), () -> text + " gives: " + message);
  }

  /** The call with every argument named. */
  private static CallText named(Provider provider, CallText call) {
    List<String> free = new ArrayList<>(provider.settings().stream().map(Setting::name).toList());
    call.arguments().forEach(argument -> argument.key().ifPresent(free::remove));
    CallText named = CallText.of(call.name());
    for (Argument argument : call.arguments()) {
      named = named.with(argument.key().orElseGet(() -> free.remove(0)), argument.value());
    }
    return named;
  }

  private static CallText without(CallText call, String key) {
    CallText rest = CallText.of(call.name());
    for (Argument argument : call.arguments()) {
      String own = argument.key().orElseThrow();
      rest = own.equals(key) ? rest : rest.with(own, argument.value());
    }
    return rest;
  }

  private static List<Value> wrong(Setting<?> setting) {
    if (setting.type() instanceof NumberType number) {
      return Stream.concat(Stream.of(WORD), outside(number.range())).toList();
    }
    if (setting.type() instanceof IntegerType integer) {
      Value broken = NumberValue.of(1.5);
      return Stream.concat(Stream.of(WORD, broken), outside(integer.range())).toList();
    }
    if (setting.type() instanceof CallType call && call.numberMeans().isPresent()) {
      return outside(call.numbers()).toList();
    }
    Value number = NumberValue.of(1);
    boolean anyWord = setting.type() instanceof TextType || setting.type() instanceof CallType;
    return anyWord ? List.of(number) : List.of(number, WORD);
  }

  private static Stream<Value> outside(Range range) {
    return DoubleStream.of(
            -1, 0, 1, 2, range.low(), range.high(), range.low() - 1, range.high() + 1)
        .filter(x -> !range.contains(x) && Double.isFinite(x))
        .distinct()
        .mapToObj(NumberValue::of);
  }
}
