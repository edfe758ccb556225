package org.glissade.mnist;

import org.glissade.data.Field;

/**
 * The content of an IDX file, and where it came from for errors that only its use shows.
 *
 * @param name what to call the file
 * @param unit what an offset into it counts: bytes, or bytes after inflating
 */
record IdxFile(String name, String unit, Field field) {
  /** An error in the lengths that the header gives. */
  IdxException errorInHeader(String found, String expected, String remedy) {
    return error(IdxReader.headerBytes(0), found, expected, remedy);
  }

  /** An error in one example. */
  IdxException errorAtExample(int index, String found, String expected, String remedy) {
    long start = IdxReader.headerBytes(field.example().rank() + 1);
    return error(start + (long) index * field.example().size(), found, expected, remedy);
  }

  private IdxException error(long offset, String found, String expected, String remedy) {
    return new IdxException(name + ", " + unit + " " + offset, found, expected, remedy);
  }
}
