package org.glissade.cuda;

import org.glissade.cuda.driver.MatMuls;
import org.glissade.cuda.driver.Precision;
import org.glissade.cuda.driver.Product;

/** A library that knows no product with a bias. */
record NoBias(MatMuls library) implements MatMuls {
  @Override
  public int prepare(Product product, Precision precision) {
    return product.biased() ? -1 : library.prepare(product, precision);
  }

  @Override
  public void multiply(int prepared, long a, long b, long bias, long out) {
    library.multiply(prepared, a, b, bias, out);
  }

  @Override
  public void close() {
    library.close();
  }
}
