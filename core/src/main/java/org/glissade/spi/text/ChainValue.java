package org.glissade.spi.text;

/**
 * A chain within braces, such as <code>{weight-decay(0.01)}</code>.
 *
 * @param chain the chain
 * @param position where the opening brace is
 */
public record ChainValue(ChainText chain, Position position) implements Value {
  /** A chain that was never written. */
  public static ChainValue of(ChainText chain) {
    return new ChainValue(chain, Position.NONE);
  }

  @Override
  public String print() {
    return "{" + chain.print() + "}";
  }
}
