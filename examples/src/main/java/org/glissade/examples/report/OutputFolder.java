package org.glissade.examples.report;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import org.glissade.nn.OutputException;

/**
 * The folder that results are written to: checked before the work, and never left with half a file
 * after it.
 */
public final class OutputFolder {
  private static final String REMEDY = "give a folder that you may write to";

  private OutputFolder() {}

  /**
   * Creates the folders that are missing, and in each writes a small file and removes it again.
   *
   * @throws OutputException if one cannot be made or written to; none is left behind then
   */
  public static void checkWritable(Path... folders) {
    Deque<Path> made = new ArrayDeque<>();
    try {
      for (Path folder : folders) {
        check(folder, made);
      }
    } catch (OutputException failure) {
      made.forEach(folder -> delete(folder, failure));
      throw failure;
    }
  }

  /** Puts what it makes in front of what was made before. */
  private static void check(Path folder, Deque<Path> made) {
    Deque<Path> missing = new ArrayDeque<>();
    Path path = folder.toAbsolutePath();
    while (path != null && !Files.exists(path)) {
      missing.push(path);
      path = path.getParent();
    }
    missing.forEach(made::push);
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".writable", ".tmp"));
    } catch (IOException e) {
      throw OutputException.of(folder, e, REMEDY);
    }
  }

  private static void delete(Path file, OutputException failure) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException second) {
      failure.addSuppressed(second);
    }
  }

  /**
   * Puts {@code content} in the place of {@code file}, whole: it is written under another name in
   * the same folder and then moved. If that fails, what was there before is still there.
   *
   * @throws OutputException if the file cannot be written
   */
  static void replace(Path file, byte[] content) {
    Path target = file.toAbsolutePath();
    Path part =
        target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid());
    try {
      Files.write(part, content);
      move(part, target);
    } catch (IOException e) {
      OutputException failure = OutputException.of(file, e, "make room there, or " + REMEDY);
      delete(part, failure);
      throw failure;
    }
  }

  private static void move(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
