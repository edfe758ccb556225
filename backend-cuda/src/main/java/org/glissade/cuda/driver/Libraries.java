package org.glissade.cuda.driver;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;

/**
 * Finds CUDA's libraries before the binding needs them. The binding resolves a function when it is
 * first called, and a function that is not there ends the JVM; so each library is opened by itself
 * first, and each function looked for.
 */
final class Libraries {
  /** Where the redistributable jars have theirs. */
  private static final String BUNDLE = "/org/bytedeco/cuda/linux-x86_64/";

  private Libraries() {}

  /**
   * Opens a library: from the folders of {@code java.library.path}, or wherever the system finds
   * it, or from a jar of the redistributable ones.
   *
   * @return why it cannot be opened, or nothing if it is open
   */
  static Optional<String> open(String file) {
    try {
      Loader.loadGlobal(named(file).orElse(file));
      return Optional.empty();
    } catch (UnsatisfiedLinkError missing) {
      return bundled(file) ? Optional.empty() : Optional.of(String.valueOf(missing.getMessage()));
    }
  }

  private static Optional<String> named(String file) {
    String folders = System.getProperty("java.library.path", "");
    return Stream.of(folders.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> new File(folder, file))
        .filter(File::isFile)
        .map(File::getAbsolutePath)
        .findFirst();
  }

  /** Unpacks and opens a library of the class path; false if there is none. */
  private static boolean bundled(String file) {
    URL packed = Libraries.class.getResource(BUNDLE + file);
    if (packed == null) {
      return false;
    }
    try {
      Loader.loadGlobal(Loader.cacheResource(packed).getAbsolutePath());
      return true;
    } catch (IOException | UnsatisfiedLinkError unusable) {
      return false;
    }
  }

  /** The first of these functions that no open library has. */
  static Optional<String> missing(String... functions) {
    return Stream.of(functions).filter(name -> Loader.addressof(name) == null).findFirst();
  }
}
