package org.glissade.mnist;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;
import org.glissade.data.Field;

/**
 * IDX files of unsigned bytes, the format of MNIST and its kin: images with magic number 0x00000803
 * and labels with 0x00000801.
 *
 * <p>Reading takes plain and gzip files, told apart by their content, and accepts nothing but a
 * whole valid file: anything else is an {@link IdxException}.
 */
public final class Idx {
  private Idx() {}

  /** Images as U8, an example of shape {@code [rows, columns]}. */
  public static Field readImages(Path file) {
    return IdxReader.read(file, IdxReader.IMAGES).field();
  }

  /** Labels as U8, an example of rank 0. */
  public static Field readLabels(Path file) {
    return IdxReader.read(file, IdxReader.LABELS).field();
  }

  /**
   * Writes images or labels as {@link #readImages} and {@link #readLabels} return them; gzip where
   * the name ends in {@code .gz}. The file appears whole or not at all: it is written beside its
   * place, with {@code .part} added to its name, and then moved. One writer of a file at a time.
   */
  public static void write(Path file, Field field) {
    int rank = field.example().rank();
    if (!(field.array() instanceof byte[] body) || (rank != 0 && rank != 2)) {
      throw new IllegalArgumentException(
          "%s: cannot hold %s; give U8 examples of rank 2 (images) or 0 (labels)"
              .formatted(file, field));
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (DataOutputStream out = output(part, file.toString().endsWith(".gz"))) {
        out.writeInt(rank == 0 ? IdxReader.LABELS : IdxReader.IMAGES);
        out.writeInt(field.count());
        for (int length : field.example().dims()) {
          out.writeInt(length);
        }
        out.write(body);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      IdxException error =
          new IdxException(
              file.toString(), "'" + e + "'", "a writable file", "check its folder and space", e);
      deleteAfter(error, part);
      throw error;
    }
  }

  private static void deleteAfter(IdxException error, Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      error.addSuppressed(e);
    }
  }

  private static DataOutputStream output(Path file, boolean gzip) throws IOException {
    OutputStream out = Files.newOutputStream(file);
    return new DataOutputStream(new BufferedOutputStream(gzip ? new GZIPOutputStream(out) : out));
  }
}
