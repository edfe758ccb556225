package org.glissade.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OutputExceptionTest {
  private static String said(IOException cause) {
    return String.valueOf(
        OutputException.of(Path.of("results"), cause, "give another folder").getMessage());
  }

  private static void assertSaid(String reason, IOException cause) {
    assertEquals("cannot write to 'results': " + reason + "; give another folder", said(cause));
  }

  @Test
  void causesAreSaidInWords() {
    assertSaid("permission denied", new AccessDeniedException("results"));
    assertSaid("'a' is a file, not a folder", new FileAlreadyExistsException("a"));
    assertSaid("'a' is not a folder", new NotDirectoryException("a"));
    assertSaid("there is no such folder", new NoSuchFileException("results/a"));
    assertSaid(
        "Read-only file system", new FileSystemException("results", null, "Read-only file system"));
    assertSaid("No space left on device", new IOException("No space left on device"));
    assertSaid("IOException", new IOException());
  }
}
