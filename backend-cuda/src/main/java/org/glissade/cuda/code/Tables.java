package org.glissade.cuda.code;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Numbers that kernels look up. Equal tables are one. */
final class Tables {
  private static final int WIDTH = 16;

  private final Map<String, String> names = new LinkedHashMap<>();

  /** The name of a table of ints. */
  String ofInts(int... values) {
    return named("int", Arrays.stream(values).mapToObj(Integer::toString).toList());
  }

  /** The name of a table of doubles. */
  String ofDoubles(List<Double> values) {
    return named("double", values.stream().map(Literal::ofDouble).toList());
  }

  private String named(String type, List<String> values) {
    StringBuilder text = new StringBuilder(" = {");
    for (int i = 0; i < values.size(); i += WIDTH) {
      List<String> row = values.subList(i, Math.min(i + WIDTH, values.size()));
      text.append(i == 0 ? "" : ",\n  ").append(row.stream().collect(Collectors.joining(", ")));
    }
    String content = type + "|[" + Math.max(1, values.size()) + "]" + text + "};\n";
    return names.computeIfAbsent(content, key -> "table" + names.size());
  }

  /** All of them. */
  String text() {
    StringBuilder text = new StringBuilder();
    names.forEach(
        (content, name) -> {
          int bar = content.indexOf('|');
          text.append("static __device__ const ")
              .append(content, 0, bar)
              .append(' ')
              .append(name)
              .append(content.substring(bar + 1));
        });
    return text.append(text.isEmpty() ? "" : "\n").toString();
  }
}
