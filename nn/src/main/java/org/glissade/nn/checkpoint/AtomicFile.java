package org.glissade.nn.checkpoint;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file so that it is there whole or not at all, whatever happens meanwhile. */
final class AtomicFile {
  /** How the name of an unfinished file ends. */
  static final String UNFINISHED = ".part";

  private AtomicFile() {}

  /** What is to be written. */
  interface Contents {
    void write(FileChannel out) throws IOException;
  }

  static void write(Path file, Contents contents) throws IOException {
    Path whole = file.toAbsolutePath();
    Path folder = whole.getParent();
    if (folder == null) {
      throw new IOException(file + " names no file");
    }
    Path part = whole.resolveSibling(whole.getFileName() + UNFINISHED);
    try {
      try (FileChannel out =
          FileChannel.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        contents.write(out);
        out.force(true);
      }
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
    forceFolder(folder);
  }

  /** The new name reaches the disk. Where folders cannot be opened, as on Windows, it is left. */
  private static void forceFolder(Path folder) throws IOException {
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    } catch (java.nio.file.AccessDeniedException notOpened) {
      return;
    }
  }
}
