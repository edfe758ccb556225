package org.glissade.peer.libtorch;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import org.bytedeco.javacpp.FloatPointer;
import org.glissade.bench.contest.Stopwatch;
import org.glissade.bench.contest.Work;

/** The GFLOP/s that OpenBLAS, which libtorch brings along, reaches on one thread. */
final class OpenBlasRate implements Work {
  private static final int TURNS = 100;

  private final Stopwatch wide = product(128, 128, 784);
  private final Stopwatch square = product(512, 512, 512);

  OpenBlasRate() {
    blas_set_num_threads(1);
  }

  @Override
  public double[] turn() {
    return new double[] {Math.max(wide.measure(TURNS), square.measure(TURNS))};
  }

  private static Stopwatch product(int m, int n, int k) {
    FloatPointer a = new FloatPointer(new float[m * k]);
    FloatPointer b = new FloatPointer(new float[k * n]);
    FloatPointer c = new FloatPointer(new float[m * n]);
    return new Stopwatch(
        "OpenBLAS",
        2L * m * n * k,
        () ->
            cblas_sgemm(
                CblasRowMajor, CblasNoTrans, CblasNoTrans, m, n, k, 1, a, k, b, n, 0, c, n));
  }
}
