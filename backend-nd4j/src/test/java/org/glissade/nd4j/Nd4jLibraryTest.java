package org.glissade.nd4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.URL;
import java.util.Properties;
import java.util.function.Predicate;
import org.glissade.backend.Availability;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said where jars are missing. */
class Nd4jLibraryTest {
  private static final String REMEDY =
      "add org.nd4j:nd4j-native:9.1, org.bytedeco:javacpp:9.2 and org.bytedeco:openblas:9.3, each"
          + " also with classifier linux-x86_64, or use cpu";

  /** A class path with all files but some. */
  private static final class Without extends ClassLoader {
    private final Predicate<String> missing;

    Without(Predicate<String> missing) {
      super(Nd4jLibraryTest.class.getClassLoader());
      this.missing = missing;
    }

    @Override
    public @Nullable URL getResource(String name) {
      return missing.test(name) ? null : super.getResource(name);
    }
  }

  private static Nd4jLibrary library(Predicate<String> missing) {
    Properties versions = new Properties();
    versions.setProperty("nd4j", "9.1");
    versions.setProperty("javacpp", "9.2");
    versions.setProperty("openblas", "9.3");
    return new Nd4jLibrary(new Without(missing), versions, "linux-x86_64");
  }

  private static void assertMissing(Predicate<String> missing, String reason) {
    assertEquals(Availability.unavailable(reason, REMEDY), library(missing).probe());
  }

  @Test
  void withAllJarsItIsAvailable() {
    var found = assertInstanceOf(Availability.Available.class, new Nd4jBackendProvider().probe());
    assertEquals(
        "ND4J %s, %s".formatted(System.getProperty("nd4j.version"), System.getProperty("platform")),
        found.found());
  }

  @Test
  void whatIsMissingIsNamed() {
    assertMissing(name -> true, "ND4J is not on the class path");
    assertMissing(name -> name.endsWith("/Nd4j.class"), "ND4J is not on the class path");
    assertMissing(name -> name.endsWith("/CpuBackend.class"), "ND4J is not on the class path");
    assertMissing(
        name -> name.contains("nativecpu/bindings/"),
        "no native library of nd4j-native for linux-x86_64");
    assertMissing(
        name -> name.contains("bytedeco/"),
        "no native library of javacpp, openblas for linux-x86_64");
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, linux-x86_64",
    "Linux, aarch64, linux-arm64",
    "Mac OS X, aarch64, macosx-arm64",
    "Windows 11, amd64, windows-x86_64",
    "Linux, ppc64le, linux-ppc64le"
  })
  void platformsAreCalledAsInTheJars(String os, String arch, String platform) {
    assertEquals(platform, Nd4jLibrary.platform(os, arch));
  }
}
