package org.glissade.nd4j;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.glissade.backend.Availability;

/**
 * What of ND4J is on the class path. It looks for files only: no class of ND4J is loaded and no
 * native library touched.
 */
final class Nd4jLibrary {
  private final ClassLoader loader;
  private final Properties versions;
  private final String platform;

  Nd4jLibrary(ClassLoader loader, Properties versions, String platform) {
    this.loader = loader;
    this.versions = versions;
    this.platform = platform;
  }

  /** What this module's class loader sees. */
  static Nd4jLibrary load() {
    return new Nd4jLibrary(
        Nd4jLibrary.class.getClassLoader(),
        versions(),
        platform(System.getProperty("os.name"), System.getProperty("os.arch")));
  }

  private static Properties versions() {
    Properties versions = new Properties();
    try (InputStream in = Nd4jLibrary.class.getResourceAsStream("versions.properties")) {
      versions.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return versions;
  }

  /** A platform's name as ND4J's jars have it, such as {@code linux-x86_64}. */
  static String platform(String osName, String osArch) {
    String os = osName.toLowerCase(Locale.ROOT);
    String system = os.startsWith("mac") ? "macosx" : os.startsWith("win") ? "windows" : os;
    String arch =
        switch (osArch) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64" -> "arm64";
          default -> osArch;
        };
    return system + "-" + arch;
  }

  Availability probe() {
    List<String> missing = missing();
    if (missing.isEmpty()) {
      return Availability.available("ND4J %s, %s".formatted(version("nd4j"), platform));
    }
    boolean whole = missing.contains(nd4jNative());
    return Availability.unavailable(
        "%s ND4J is not on the class path".formatted(whole ? "" : "part of").strip(),
        "add %s, or use cpu".formatted(String.join(", ", missing)));
  }

  /** What was found, or what is missing. */
  String describe() {
    return probe() instanceof Availability.Unavailable unavailable
        ? unavailable.reason() + "; " + unavailable.remedy()
        : "all of its jars are on the class path; use cpu";
  }

  /** The coordinates of jars that are not there; jars that they bring are not named. */
  private List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (!has("org/nd4j/linalg/factory/Nd4j.class")
        || !has("org/nd4j/linalg/cpu/nativecpu/CpuBackend.class")) {
      missing.add(nd4jNative());
    }
    if (!has("org/nd4j/linalg/cpu/nativecpu/bindings/%s/" + file("jnind4jcpu"))) {
      missing.add(nd4jNative() + ":" + platform);
    }
    for (String name : List.of("javacpp", "openblas")) {
      if (!has("org/bytedeco/" + name + "/%s/" + file("jni" + name))) {
        missing.add("org.bytedeco:%s:%s:%s".formatted(name, version(name), platform));
      }
    }
    return missing;
  }

  private String nd4jNative() {
    return "org.nd4j:nd4j-native:" + version("nd4j");
  }

  private boolean has(String resource) {
    return loader.getResource(resource.formatted(platform)) != null;
  }

  private static String file(String library) {
    return System.mapLibraryName(library);
  }

  private String version(String name) {
    return versions.getProperty(name);
  }
}
