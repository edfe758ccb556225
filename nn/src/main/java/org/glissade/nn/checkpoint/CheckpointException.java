package org.glissade.nn.checkpoint;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that is no checkpoint, or a damaged one. The message says where and what is wrong. */
public final class CheckpointException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CheckpointException(Path file, long offset, String found, String expected) {
    this(file, offset, found, expected, null);
  }

  CheckpointException(
      Path file, long offset, String found, String expected, @Nullable Throwable cause) {
    super(
        "%s, offset %d: found %s, expected %s; use another checkpoint"
            .formatted(file, offset, found, expected),
        cause);
  }
}
