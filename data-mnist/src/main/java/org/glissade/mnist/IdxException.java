package org.glissade.mnist;

import org.glissade.data.DataException;

/**
 * An IDX file that is missing, damaged, of another kind, or does not belong to its partner. The
 * message is one line that names the file, the byte, what was found and expected, and what to do.
 */
public final class IdxException extends DataException {
  private static final long serialVersionUID = 1L;

  IdxException(String where, String found, String expected, String remedy) {
    super(where, found, expected, remedy);
  }

  IdxException(String where, String found, String expected, String remedy, Throwable cause) {
    super(where, found, expected, remedy);
    initCause(cause);
  }
}
