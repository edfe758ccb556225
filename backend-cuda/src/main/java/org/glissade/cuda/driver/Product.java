package org.glissade.cuda.driver;

/**
 * A product of two matrices that lie row by row: out[m, n] = op(A)·op(B), where op transposes if
 * said, and bias[n] added to each row if said.
 *
 * @param transposeA whether A lies as [k, m] and not as [m, k]
 * @param transposeB whether B lies as [n, k] and not as [k, n]
 * @param biased whether a bias is added
 */
public record Product(int m, int n, int k, boolean transposeA, boolean transposeB, boolean biased) {
  /** The same without a bias. */
  public Product plain() {
    return new Product(m, n, k, transposeA, transposeB, false);
  }

  @Override
  public String toString() {
    return "[%d, %d]%s · [%d, %d]%s%s"
        .formatted(
            transposeA ? k : m,
            transposeA ? m : k,
            transposeA ? "ᵀ" : "",
            transposeB ? n : k,
            transposeB ? k : n,
            transposeB ? "ᵀ" : "",
            biased ? " + bias" : "");
  }
}
