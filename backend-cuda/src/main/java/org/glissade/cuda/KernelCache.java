package org.glissade.cuda;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.glissade.cuda.driver.Compiler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compiled kernels on disk, by source, architecture and version of the compiler. A file begins with
 * the SHA-256 of what follows; one that does not is compiled anew. A folder that cannot be used
 * costs time and nothing else.
 */
final class KernelCache {
  /** The system property that names the folder. */
  static final String PROPERTY = "glissade.cuda.cache";

  private static final Logger LOG = LoggerFactory.getLogger(KernelCache.class);
  private static final int DIGEST = 32;

  private final Path folder;
  private final Consumer<String> warnings;

  /**
   * A cache.
   *
   * @param folder where files are kept
   * @param warnings takes what a person should know
   */
  KernelCache(Path folder, Consumer<String> warnings) {
    this.folder = folder;
    this.warnings = warnings;
  }

  /** The folder that the property names, or else {@code ~/.cache/glissade/cuda}. */
  static KernelCache standard() {
    String named = System.getProperty(PROPERTY);
    return new KernelCache(
        named != null
            ? Path.of(named)
            : Path.of(System.getProperty("user.home"), ".cache", "glissade", "cuda"),
        LOG::warn);
  }

  /** The compiled source, from the folder if it is there. */
  byte[] get(String source, int architecture, Compiler compiler) {
    String key = source + "\nsm_" + architecture + " NVRTC " + compiler.version();
    byte[] digest = sha256(key.getBytes(StandardCharsets.UTF_8));
    Path file = folder.resolve(HexFormat.of().formatHex(digest) + ".cubin");
    byte[] known = read(file);
    if (known != null) {
      return known;
    }
    byte[] image = compiler.compile(source, architecture);
    write(file, image);
    return image;
  }

  private byte @Nullable [] read(Path file) {
    try {
      if (!Files.exists(file)) {
        return null;
      }
      byte[] content = Files.readAllBytes(file);
      int begin = Math.min(DIGEST, content.length);
      byte[] image = java.util.Arrays.copyOfRange(content, begin, content.length);
      if (MessageDigest.isEqual(sha256(image), java.util.Arrays.copyOfRange(content, 0, begin))) {
        return image;
      }
      warnings.accept(file + " is damaged: its kernels are compiled anew");
    } catch (IOException failure) {
      warnings.accept(file + " cannot be read, so its kernels are compiled anew: " + failure);
    }
    return null;
  }

  /** Writes beside and moves, so that no other process sees half a file. */
  private void write(Path file, byte[] image) {
    try {
      Files.createDirectories(folder);
      Path beside = Files.createTempFile(folder, "kernels", ".part");
      try {
        Files.write(beside, sha256(image));
        Files.write(beside, image, java.nio.file.StandardOpenOption.APPEND);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException failure) {
      warnings.accept(
          "Compiled kernels cannot be kept in %s, so the next start compiles them again: %s;"
                  .formatted(folder, failure)
              + " make it writable or name another folder with -D"
              + PROPERTY
              + "=FOLDER");
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
