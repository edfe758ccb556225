package org.glissade.cuda.driver;

import java.io.File;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;

/**
 * Finds CUDA's libraries before the binding needs them. The binding resolves a function when it is
 * first called, and a function that is not there ends the JVM; so each library is opened by itself
 * first, and each function looked for.
 */
final class Libraries {
  private Libraries() {}

  /**
   * Opens a library, from the folders of {@code java.library.path} or wherever the system finds it.
   *
   * @return why it cannot be opened, or nothing if it is open
   */
  static Optional<String> open(String file) {
    String folders = System.getProperty("java.library.path", "");
    String found =
        Stream.of(folders.split(File.pathSeparator))
            .filter(folder -> !folder.isEmpty())
            .map(folder -> new File(folder, file))
            .filter(File::isFile)
            .map(File::getAbsolutePath)
            .findFirst()
            .orElse(file);
    try {
      Loader.loadGlobal(found);
      return Optional.empty();
    } catch (UnsatisfiedLinkError missing) {
      return Optional.of(String.valueOf(missing.getMessage()));
    }
  }

  /** The first of these functions that no open library has. */
  static Optional<String> missing(String... functions) {
    return Stream.of(functions).filter(name -> Loader.addressof(name) == null).findFirst();
  }
}
