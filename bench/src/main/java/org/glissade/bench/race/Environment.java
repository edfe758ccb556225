package org.glissade.bench.race;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the race is held on. */
final class Environment {
  private Environment() {}

  /** Name and value, in the order to tell them. */
  static Map<String, String> of(Course course) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("date", LocalDate.now(java.time.ZoneId.systemDefault()).toString());
    facts.put("processor", line("/proc/cpuinfo", "model name"));
    facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    facts.put("memory", line("/proc/meminfo", "MemTotal"));
    facts.put("system", property("os.name") + " " + property("os.version"));
    facts.put("JDK", property("java.vendor") + " " + property("java.vm.version"));
    facts.put("load", load() + " before");
    for (Rival rival : Rival.values()) {
      facts.put(rival.title(), course.classPath(rival).map(rival::version).orElse("not here"));
    }
    return facts;
  }

  /** How many processes wanted a core in the last minute. */
  static String load() {
    String line = read("/proc/loadavg");
    return line.isEmpty() ? "unknown" : line.split(" ")[0];
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }

  private static String line(String file, String name) {
    return read(file)
        .lines()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException elsewhere) {
      return "";
    }
  }
}
