package org.glissade.optim.provider;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;

/** Reads several numbers from one text, such as {@code "0, 30, 80"}. */
final class Numbers {
  private Numbers() {}

  static List<Double> of(Setting<String> setting, Settings settings) {
    return parse(setting, settings, Double::valueOf, "numbers with commas");
  }

  static List<Integer> steps(Setting<String> setting, Settings settings) {
    return parse(setting, settings, Integer::valueOf, "whole numbers with commas");
  }

  private static <T> List<T> parse(
      Setting<String> setting, Settings settings, Function<String, T> number, String expected) {
    try {
      return Arrays.stream(settings.get(setting).split(",", -1))
          .map(String::strip)
          .map(number)
          .toList();
    } catch (NumberFormatException notANumber) {
      throw settings.refuse(setting.name(), expected + ", such as \"30, 80\"");
    }
  }
}
