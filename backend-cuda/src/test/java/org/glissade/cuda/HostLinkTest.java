package org.glissade.cuda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.calls;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.glissade.backend.Backend;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.cpu.CpuBackend;
import org.glissade.cuda.code.Launch;
import org.glissade.cuda.code.PlanCode;
import org.glissade.cuda.driver.BytedecoCuda;
import org.glissade.cuda.driver.Driver;
import org.glissade.data.Dataset;
import org.glissade.examples.custom.MedianClip;
import org.glissade.mnist.Mnist;
import org.glissade.nn.Dense;
import org.glissade.nn.Flatten;
import org.glissade.nn.Model;
import org.glissade.nn.Sequential;
import org.glissade.nn.SoftmaxCrossEntropy;
import org.glissade.nn.Trainer;
import org.glissade.optim.Sgd;
import org.glissade.plan.Plan;
import org.glissade.reference.ReferenceBackend;
import org.glissade.tensor.HostFunction;
import org.glissade.tensor.HostLinkException;
import org.glissade.transform.Chain;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

/** Java between two graphs: what the driver is told, and what comes of it. */
class HostLinkTest {
  private static final Chain RULE = Chain.of(new MedianClip(2), new Sgd(0.1));

  private static SortedMap<String, double[]> after(Backend backend, int steps) {
    try (Session session = backend.open(SessionOptions.seed(3))) {
      Program program = W1.compile(session, W1.plan(RULE));
      program.run(steps);
      return session.store().snapshot();
    }
  }

  private static void near(Map<String, double[]> expected, Map<String, double[]> actual) {
    expected.forEach(
        (key, values) -> {
          double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
          assertArrayEquals(values, actual.get(key), 1e-5 * largest, key);
        });
  }

  @Test
  void aStepIsThatOfCpuAndReference() {
    SortedMap<String, double[]> own = after(FakeCuda.backend(), 1);
    near(after(new CpuBackend(), 1), own);
    near(after(new ReferenceBackend(), 1), own);
  }

  @Test
  void itStandsBetweenTheKernels() {
    List<String> queued =
        PlanCode.of(W1.plan(RULE)).launches().stream()
            .map(one -> one instanceof Launch.Kernel kernel ? kernel.name() : "host")
            .toList();
    assertEquals(
        List.of("stage1", "stage2", "stage3", "host", "stage5", "stage6", "outputs"), queued);
  }

  @Test
  void twoRunsGiveTheSameBits() {
    SortedMap<String, double[]> one = after(FakeCuda.backend(), 3);
    SortedMap<String, double[]> two = after(FakeCuda.backend(), 3);
    one.forEach((key, values) -> assertArrayEquals(values, two.get(key), key));
  }

  /**
   * The recording ends before it; the device is waited for, first for whether an index was out of
   * its data; the gradients come over, the medians go back, and the second graph follows.
   */
  @Test
  void aStepIsTwoGraphsWithTheHostBetween() {
    FakeCuda.build();
    Driver driver = mock(Driver.class, delegatesTo(new BytedecoCuda().open()));
    try (Session session = FakeCuda.on(driver).open(SessionOptions.seed(3))) {
      Plan plan = W1.plan(RULE);
      assertEquals(1, plan.hostLinks());
      Program program = W1.compile(session, plan);
      clearInvocations(driver);
      program.run();
      InOrder order = inOrder(driver);
      order.verify(driver).beginCapture();
      order.verify(driver, calls(3)).launch(anyLong(), anyInt(), anyInt(), any());
      order.verify(driver).endCapture();
      order.verify(driver).instantiate(anyLong());
      carriedBetweenGraphs(order, driver, true);
      order.verifyNoMoreInteractions();
      clearInvocations(driver);
      program.run(3);
      for (int run = 0; run < 3; run++) {
        carriedBetweenGraphs(order, driver, false);
      }
      order.verifyNoMoreInteractions();
      verify(driver, never()).beginCapture();
      clearInvocations(driver);
      assertEquals(1, program.kept("loss"));
      assertTrue(program.scalar("loss") > 0);
      verify(driver).synchronize();
    }
  }

  private static void carriedBetweenGraphs(InOrder order, Driver driver, boolean first) {
    order.verify(driver, calls(1)).launchGraph(anyLong());
    order.verify(driver).download(anyLong(), any(), anyLong());
    order.verify(driver).synchronize();
    order.verify(driver).download(anyLong(), any(), anyLong());
    order.verify(driver).synchronize();
    order.verify(driver).upload(any(), anyLong(), anyLong());
    order.verify(driver).synchronize();
    if (first) {
      order.verify(driver).beginCapture();
      order.verify(driver, calls(3)).launch(anyLong(), anyInt(), anyInt(), any());
      order.verify(driver).endCapture();
      order.verify(driver).instantiate(anyLong());
    }
    order.verify(driver, calls(1)).launchGraph(anyLong());
  }

  @Test
  void behindAnIndexOutOfTheDataItIsNotCalled() {
    int[] calls = new int[1];
    HostFunction counting =
        (in, out) -> {
          calls[0]++;
          System.arraycopy(in.get(0), 0, out.get(0), 0, in.get(0).length);
        };
    Chain rule =
        Chain.of((gradients, step) -> step.host("same", gradients, counting), new Sgd(0.1));
    try (Session session = FakeCuda.backend().open(SessionOptions.seed(3))) {
      Program program = W1.compile(session, W1.plan(rule));
      session.store().write("train.position", 900);
      program.run();
      assertEquals(0, calls[0]);
      assertThrows(IndexOutOfBoundsException.class, () -> program.scalar("loss"));
      session.store().write("train.position", 0);
      program.run();
      assertEquals(1, calls[0]);
      assertTrue(program.scalar("loss") > 0);
    }
  }

  /** The call fails in the third of eight steps, which a trainer would make at once without it. */
  @Test
  void aTrainerMakesOneStepAtATime() {
    int[] calls = new int[1];
    HostFunction third =
        (in, out) -> {
          if (++calls[0] == 3) {
            throw new ArithmeticException("third");
          }
          System.arraycopy(in.get(0), 0, out.get(0), 0, in.get(0).length);
        };
    Chain rule = Chain.of((gradients, step) -> step.host("same", gradients, third), new Sgd(0.1));
    Dataset data = Mnist.load().train().slice(0, 8 * 16);
    Sequential network = Sequential.of(new Flatten(), new Dense(10));
    Model model =
        new Model(network, data.features().example(), new SoftmaxCrossEntropy(), 1 / 255.0);
    try (Trainer trainer =
        Trainer.of(model, rule).backend(FakeCuda.backend()).batch(16).epochs(1).build()) {
      assertThrows(HostLinkException.class, () -> trainer.fit(data));
      assertEquals(2, trainer.store().read("count")[0]);
      assertEquals(8, trainer.fit(data).position().step());
      assertEquals(8, trainer.store().read("count")[0]);
      assertEquals(9, calls[0]);
    }
  }
}
