package org.glissade.optim.lint;

/**
 * Something that a chain does not do as it seems to.
 *
 * @param link the name of the link to change, within others as {@code route/scale-2}
 * @param what is the matter with it, in words that follow its name
 * @param remedy what to do
 */
public record Finding(String link, String what, String remedy) {
  /** The same, of a link that stands within another. */
  Finding within(String outer) {
    return new Finding(outer + "/" + link, what, remedy);
  }

  /** One line. */
  @Override
  public String toString() {
    return link + " " + what + "; " + remedy;
  }
}
