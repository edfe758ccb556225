package org.glissade.cuda.driver;

/** Large matrix products: cuBLASLt. Used by one thread at a time. */
public interface MatMuls extends AutoCloseable {
  /**
   * Chooses how a product is computed.
   *
   * @return its number, or -1 if the library has no way for it
   */
  int prepare(Product product, Precision precision);

  /** Queues a prepared product. The bias is looked at only where the product has one. */
  void multiply(int prepared, long a, long b, long bias, long out);

  @Override
  void close();
}
