package org.glissade.bench.openblas;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import org.bytedeco.javacpp.FloatPointer;
import org.glissade.bench.Peer;

/** The matrix product of OpenBLAS, on memory of its own outside the heap. */
public final class OpenBlas implements Peer {
  @Override
  public String name() {
    return "OpenBLAS";
  }

  @Override
  public Runnable product(int m, int n, int k) {
    blas_set_num_threads(1);
    FloatPointer a = new FloatPointer(new float[m * k]);
    FloatPointer b = new FloatPointer(new float[k * n]);
    FloatPointer c = new FloatPointer(new float[m * n]);
    return () ->
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, m, n, k, 1, a, k, b, n, 0, c, n);
  }
}
