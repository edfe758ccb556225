package org.glissade.cuda;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.glissade.backend.Availability;
import org.glissade.cuda.driver.Compiler;
import org.glissade.cuda.driver.Cuda;
import org.glissade.cuda.driver.Driver;
import org.glissade.cuda.driver.MatMuls;

/** CUDA with another driver or another library of products. */
record ChangedCuda(Cuda cuda, Supplier<Driver> driver, UnaryOperator<MatMuls> products)
    implements Cuda {
  @Override
  public Availability probe() {
    return cuda.probe();
  }

  @Override
  public Driver open() {
    return driver.get();
  }

  @Override
  public MatMuls matMuls(Driver on) {
    return products.apply(cuda.matMuls(on));
  }

  @Override
  public Compiler compiler() {
    return cuda.compiler();
  }
}
