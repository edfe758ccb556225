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
    String reason =
        hasClasses()
            ? "no native library of %s for %s".formatted(String.join(", ", missing), platform)
            : "ND4J is not on the class path";
    return Availability.unavailable(reason, remedy());
  }

  private String remedy() {
    return "add org.nd4j:nd4j-native:%s, org.bytedeco:javacpp:%s and org.bytedeco:openblas:%s, each"
            .formatted(version("nd4j"), version("javacpp"), version("openblas"))
        + " also with classifier %s, or use cpu".formatted(platform);
  }

  /** What was found, or what is missing. */
  String describe() {
    return probe() instanceof Availability.Unavailable unavailable
        ? unavailable.reason() + "; " + unavailable.remedy()
        : "all of its jars are on the class path; use cpu";
  }

  /**
   * What has no native library on the class path, and ND4J itself where its classes are missing.
   */
  private List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (!hasClasses() || !has("org/nd4j/linalg/cpu/nativecpu/bindings/", "jnind4jcpu")) {
      missing.add("nd4j-native");
    }
    for (String name : List.of("javacpp", "openblas")) {
      if (!has("org/bytedeco/" + name + "/", "jni" + name)) {
        missing.add(name);
      }
    }
    return missing;
  }

  private boolean hasClasses() {
    return loader.getResource("org/nd4j/linalg/factory/Nd4j.class") != null
        && loader.getResource("org/nd4j/linalg/cpu/nativecpu/CpuBackend.class") != null;
  }

  private boolean has(String folder, String library) {
    String file = folder + platform + "/" + System.mapLibraryName(library);
    return loader.getResource(file) != null;
  }

  private String version(String name) {
    return versions.getProperty(name);
  }
}
