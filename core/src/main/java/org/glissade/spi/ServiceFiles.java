package org.glissade.spi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which provider classes the files below {@code META-INF/services} list, and in which jar. {@link
 * java.util.ServiceLoader} does not say this of a class that it could not load.
 */
final class ServiceFiles {
  private final String resource;
  private final Map<String, String> origins = new LinkedHashMap<>();

  ServiceFiles(Class<?> kind, ClassLoader loader) {
    this.resource = "META-INF/services/" + kind.getName();
    try {
      for (URL file : Collections.list(loader.getResources(resource))) {
        read(file);
      }
    } catch (IOException unreadable) {
      // ServiceLoader meets the same failure, and its report is the one that is kept.
      origins.clear();
    }
  }

  /** The listed classes and their origins, in the order of the class path. */
  Map<String, String> origins() {
    return Collections.unmodifiableMap(origins);
  }

  /** The problem of the service file that a message of ServiceLoader names, if it names one. */
  @Nullable Problem problemIn(String message) {
    int name = message.indexOf(resource);
    if (name < 0) {
      return null;
    }
    String address = message.substring(message.indexOf(": ") + 2, name + resource.length());
    String reason =
        message
            .substring(name + resource.length())
            .replaceFirst("^:([0-9]+):.*", "line $1 is not the name of a class");
    return new Problem(resource, Origin.of(address, resource), reason, "correct the file");
  }

  private void read(URL file) throws IOException {
    String origin = Origin.of(file.toString(), resource);
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(file.openStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String name = line.replaceFirst("#.*", "").strip();
        if (!name.isEmpty()) {
          origins.putIfAbsent(name, origin);
        }
      }
    }
  }
}
