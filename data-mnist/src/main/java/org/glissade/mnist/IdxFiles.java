package org.glissade.mnist;

/** Where the four files come from. */
interface IdxFiles {
  /**
   * Reads one of them.
   *
   * @param name its name without any {@code .gz}
   * @param magic what it must hold: {@link IdxReader#IMAGES} or {@link IdxReader#LABELS}
   */
  IdxFile read(String name, int magic);
}
