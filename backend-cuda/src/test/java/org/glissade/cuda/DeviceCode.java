package org.glissade.cuda;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glissade.cuda.code.PlanCode;

/**
 * Kernels of many programs as files for a compiler, each but once: kernels that differ in names,
 * places in memory, tables or constants alone count as one.
 */
final class DeviceCode {
  private static final String C = "extern \"C\" ";
  private static final String KERNEL = C + "__global__ ";
  private static final Pattern TABLE =
      Pattern.compile("static __device__ const \\w+ (table\\d+)\\[[^;]*;\n");
  private static final Pattern NAME =
      Pattern.compile("\\b(?:store_\\w+|in_\\w+|(?:flat|table|stage|s|t)\\d+\\w*)\\b");
  private static final Pattern TITLE = Pattern.compile(" *//.*\n");
  private static final Pattern CONSTANT =
      Pattern.compile("-?0x1\\.[0-9a-f]+p-?\\d+f?|\\(memory \\+ \\d+\\)");

  private final Set<String> known = new HashSet<>();
  private final List<String> pieces = new ArrayList<>();

  /** Adds those kernels of a program that are like none so far. */
  void add(String source) {
    StringBuilder fresh = new StringBuilder();
    for (String kernel :
        source.substring(source.indexOf(KERNEL)).split("(?=" + Pattern.quote(KERNEL) + ")")) {
      if (known.add(likeness(kernel))) {
        fresh.append(kernel.substring(C.length()));
      }
    }
    if (!fresh.isEmpty()) {
      StringBuilder piece = new StringBuilder("namespace program" + pieces.size() + " {\n");
      TABLE
          .matcher(source)
          .results()
          .filter(table -> fresh.indexOf(table.group(1)) >= 0)
          .forEach(table -> piece.append(table.group()));
      pieces.add(piece.append(fresh).append("}\n").toString());
    }
  }

  private static String likeness(String kernel) {
    String plain = TITLE.matcher(CONSTANT.matcher(kernel).replaceAll("0")).replaceAll("");
    Map<String, String> names = new HashMap<>();
    StringBuilder text = new StringBuilder();
    Matcher name = NAME.matcher(plain);
    while (name.find()) {
      names.putIfAbsent(name.group(), "n" + names.size());
      name.appendReplacement(text, names.get(name.group()));
    }
    return name.appendTail(text).toString();
  }

  /** One in so many of what has been added, as so many files of about the same size. */
  List<String> files(int share, int count) throws IOException {
    List<StringBuilder> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      files.add(new StringBuilder(resource("preamble.cu") + resource("random.cu")));
    }
    for (int i = 0; i < pieces.size(); i += share) {
      files.get(i / share % count).append(pieces.get(i));
    }
    return files.stream().map(StringBuilder::toString).toList();
  }

  /** How many kernels there are in a file. */
  static int kernels(String file) {
    return file.split(Pattern.quote(KERNEL.substring(C.length())), -1).length - 1;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = PlanCode.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
