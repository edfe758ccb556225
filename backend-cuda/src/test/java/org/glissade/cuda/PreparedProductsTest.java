package org.glissade.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.cuda.driver.BytedecoCuda;
import org.glissade.cuda.driver.CudaException;
import org.glissade.cuda.driver.MatMuls;
import org.glissade.cuda.driver.Precision;
import org.junit.jupiter.api.Test;

/** What the library prepares is used long afterwards, and may fail when it is recorded. */
class PreparedProductsTest {
  private static final int COLLECTIONS = 5;

  private static double loss(CudaBackend backend, boolean collecting) throws InterruptedException {
    try (Session session = backend.open(SessionOptions.seed(3))) {
      Program program = W1.compile(session, W1.plan("sgd(0.1)"));
      for (int i = 0; collecting && i < COLLECTIONS; i++) {
        System.gc();
        Thread.sleep(20);
      }
      program.run();
      return program.scalar("loss");
    }
  }

  /** Memory of the binding is given back behind the garbage collector. */
  @Test
  void theyOutliveCollections() throws InterruptedException {
    assertEquals(loss(FakeCuda.backend(0), false), loss(FakeCuda.backend(0), true));
  }

  @Test
  void aRecordingThatFailsIsForgotten() throws InterruptedException {
    FakeCuda.build();
    MatMuls failing = mock(MatMuls.class);
    CudaException trouble = new CudaException(13, "no way for this product");
    doThrow(trouble).when(failing).multiply(anyInt(), anyLong(), anyLong(), anyLong(), anyLong());
    BytedecoCuda cuda = new BytedecoCuda();
    CudaBackend backend =
        new CudaBackend(
            new ChangedCuda(cuda, cuda::open, library -> failing),
            KernelCache.standard(),
            new MatMulChoice(0, Precision.FP32));
    CudaException thrown = assertThrows(CudaException.class, () -> loss(backend, false));
    assertEquals("no way for this product", thrown.getMessage());
    assertEquals(0, thrown.getSuppressed().length, "the session closes");
    loss(FakeCuda.backend(0), false);
  }
}
