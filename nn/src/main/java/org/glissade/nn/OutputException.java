package org.glissade.nn;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Something cannot be written. The message is one line that names the place, what happened and what
 * to do.
 */
public final class OutputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a message of one line. */
  public OutputException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /**
   * {@code cannot write to 'PLACE': what happened; what to do}.
   *
   * @param remedy what to do, as a clause
   */
  public static OutputException of(Path place, IOException cause, String remedy) {
    return new OutputException(
        "cannot write to '%s': %s; %s".formatted(place, why(cause), remedy), cause);
  }

  private static String why(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof FileAlreadyExistsException e) {
      return "'" + e.getFile() + "' is a file, not a folder";
    }
    if (cause instanceof NotDirectoryException e) {
      return "'" + e.getFile() + "' is not a folder";
    }
    if (cause instanceof NoSuchFileException) {
      return "there is no such folder";
    }
    String reason = cause instanceof FileSystemException e ? e.getReason() : cause.getMessage();
    return reason == null ? cause.getClass().getSimpleName() : reason.strip();
  }
}
