package org.glissade.mnist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The four files among this module's resources, with their SHA-256 sums beside them. */
final class Bundle implements IdxFiles {
  private static final String SUMS = "SHA256SUMS";
  private static final int CHUNK = 1 << 16;

  @Override
  public IdxFile read(String name, int magic) {
    String file = name + ".gz";
    try (InputStream in = open(file)) {
      return IdxReader.read(where(file), in, Integer.MAX_VALUE, magic);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * Hashes every file and returns an error about the first that is not as published. It reads them
   * for itself, so that it can run beside {@link #read}: in a young JVM, whose SHA-256 is not yet
   * compiled, hashing takes as long as inflating.
   */
  static Optional<IdxException> damage() {
    try (InputStream in = open(SUMS)) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .map(line -> line.split(" +"))
          .flatMap(sum -> damage(sum[1], sum[0]).stream())
          .findFirst();
    } catch (IOException e) {
      return Optional.of(unreadable(SUMS, e));
    }
  }

  private static Optional<IdxException> damage(String file, String expected) {
    try (InputStream in = open(file)) {
      return damage(file, in, expected);
    } catch (IOException e) {
      return Optional.of(unreadable(file, e));
    }
  }

  static Optional<IdxException> damage(String file, InputStream in, String expected)
      throws IOException {
    MessageDigest digest = sha256();
    byte[] chunk = new byte[CHUNK];
    for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
      digest.update(chunk, 0, count);
    }
    String found = HexFormat.of().formatHex(digest.digest());
    return found.equals(expected)
        ? Optional.empty()
        : Optional.of(error(file, "SHA-256 " + found, expected));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256, this one does not", e);
    }
  }

  private static InputStream open(String file) throws IOException {
    InputStream in = Bundle.class.getResourceAsStream(file);
    if (in == null) {
      throw new IOException("no such resource");
    }
    return in;
  }

  private static IdxException unreadable(String file, IOException cause) {
    IdxException error = error(file, "'" + cause.getMessage() + "'", "a readable file");
    error.initCause(cause);
    return error;
  }

  private static IdxException error(String file, String found, String expected) {
    return new IdxException(
        where(file), found, expected, "fetch or build the jar glissade-data-mnist again");
  }

  private static String where(String file) {
    return "resource org/glissade/mnist/" + file;
  }
}
