package org.glissade.cuda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.glissade.backend.Backend;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.cpu.CpuBackend;
import org.glissade.cuda.driver.BytedecoCuda;
import org.glissade.data.Dataset;
import org.glissade.data.Field;
import org.glissade.mnist.Mnist;
import org.glissade.nn.Dense;
import org.glissade.nn.Flatten;
import org.glissade.nn.Model;
import org.glissade.nn.Sequential;
import org.glissade.nn.SoftmaxCrossEntropy;
import org.glissade.nn.Trainer;
import org.glissade.nn.checkpoint.Checkpoint;
import org.glissade.nn.checkpoint.CheckpointListener;
import org.glissade.tensor.Shape;
import org.glissade.transform.ChainReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What happens to a training happens to no checkpoint: whatever trouble there is when it goes on,
 * its last checkpoint stays as it was, byte for byte, and another backend can go on from it.
 */
class CheckpointTroubleTest {
  private static final String FOLDER = "CHECKPOINTS";
  private static final int MIB = 1 << 20;
  private static final int BATCH = 128;
  private static final int STEPS = 10;
  private static final Dataset DATA = Mnist.load().train().slice(0, STEPS * BATCH);

  @TempDir private Path checkpoints;
  @TempDir private Path kernels;
  private Path last = Path.of("");
  private byte[] written = new byte[0];

  private static Trainer trainer(Backend backend, Path folder, int epochs) {
    Model model =
        new Model(
            Sequential.of(new Flatten(), new Dense(10)),
            DATA.features().example(),
            new SoftmaxCrossEntropy(),
            1 / 255.0);
    return Trainer.of(model, ChainReader.load().read("clip-by-norm(1, extent=global) | adam(0.01)"))
        .backend(backend)
        .batch(BATCH)
        .epochs(epochs)
        .listener(CheckpointListener.everyEpochs(folder, 1, 9))
        .build();
  }

  private static Path latest(Path folder) {
    return Checkpoint.latest(folder).orElseThrow();
  }

  /** Goes on from the last checkpoint for an epoch. */
  private static void goOn() {
    Path folder = Path.of(System.getenv().getOrDefault(FOLDER, ""));
    KernelCache cache =
        new KernelCache(Path.of(System.getProperty(KernelCache.PROPERTY)), Fork::say);
    Backend backend = new CudaBackend(new BytedecoCuda(), cache, MatMulChoice.standard());
    try (Trainer trainer = trainer(backend, folder, 2)) {
      trainer.resume(Checkpoint.read(latest(folder)));
      Fork.say("goes on to step " + trainer.fit(DATA).position().step());
    } catch (RuntimeException trouble) {
      Throwable first = trouble.getCause() == null ? trouble : trouble.getCause();
      Fork.say(String.valueOf(first.getMessage()));
    }
  }

  /** Goes on. */
  static final class Alone {
    private Alone() {}

    /** In a JVM of its own. */
    public static void main(String[] args) {
      goOn();
    }
  }

  /** Goes on, while nearly all memory of the device is taken. */
  static final class Crowded {
    private Crowded() {}

    /** In a JVM of its own. */
    public static void main(String[] args) {
      try (Session other = new CudaBackend().open(SessionOptions.seed(1))) {
        other.bind("x", Field.u8(Shape.of(), new byte[255 * MIB + MIB / 2]));
        goOn();
      }
    }
  }

  @BeforeEach
  void anEpochIsKept() throws IOException {
    try (Trainer trainer = trainer(FakeCuda.backend(), checkpoints, 1)) {
      trainer.fit(DATA);
    }
    last = latest(checkpoints);
    written = Files.readAllBytes(last);
    assertTrue(written.length > 3 * Float.BYTES * 7_850, "parameters and two states");
  }

  private List<String> said(Class<?> main, Path cache, Map<String, String> troubles)
      throws IOException, InterruptedException {
    Map<String, String> all = new HashMap<>(troubles);
    all.put(FOLDER, checkpoints.toString());
    return Fork.run(main, cache, "", all);
  }

  /** The checkpoint is as it was, and the cpu backend goes on from it. */
  private void assertIntact() throws IOException {
    assertArrayEquals(written, Files.readAllBytes(last));
    Path elsewhere = Files.createDirectory(kernels.resolve("cpu"));
    try (Trainer trainer = trainer(new CpuBackend(), elsewhere, 2)) {
      trainer.resume(Checkpoint.read(last));
      assertEquals(2 * STEPS, trainer.fit(DATA).position().step());
    }
  }

  /** The same, where no later one was written. */
  private void assertLastAndIntact() throws IOException {
    assertEquals(last, latest(checkpoints));
    assertIntact();
  }

  @Test
  void whereMemoryIsTaken() throws Exception {
    List<String> said = said(Crowded.class, kernels, Map.of("FAKE_CUDA_MEMORY_MIB", "256"));
    assertEquals(1, said.size(), said::toString);
    assertTrue(said.get(0).startsWith("The device has no "), said.get(0));
    assertTrue(said.get(0).contains("use a smaller batch or model"), said.get(0));
    assertLastAndIntact();
  }

  @Test
  void whereTheDeviceIsLost() throws Exception {
    assertEquals(
        List.of(
            "cuGraphLaunch: CUDA_ERROR_LAUNCH_FAILED (719), as the fake device says; the device is"
                + " lost to this process: what the session held is gone; start again from the last"
                + " checkpoint"),
        said(Alone.class, kernels, Map.of("FAKE_CUDA_FAIL", "cuGraphLaunch:719:2")));
    assertLastAndIntact();
  }

  /** The next one is not begun before its state has been read. */
  @Test
  void whereTheDeviceIsLostWhenTheNextIsDue() throws Exception {
    List<String> said =
        said(Alone.class, kernels, Map.of("FAKE_CUDA_FAIL", "cuStreamSynchronize:700:40"));
    assertEquals(1, said.size(), said::toString);
    assertTrue(said.get(0).startsWith("cuStreamSynchronize: CUDA_ERROR_ILLEGAL_ADDRESS (700)"));
    assertTrue(said.get(0).endsWith("start again from the last checkpoint"), said.get(0));
    assertLastAndIntact();
  }

  @Test
  void whereKernelsAreDamaged() throws Exception {
    assertEquals(List.of("goes on to step 20"), said(Alone.class, kernels, Map.of()));
    byte[] second = Files.readAllBytes(latest(checkpoints));
    Files.delete(latest(checkpoints));
    int files = 0;
    try (Stream<Path> all = Files.list(kernels)) {
      for (Path file : all.toList()) {
        byte[] content = Files.readAllBytes(file);
        content[content.length / 2] ^= 1;
        Files.write(file, content);
        files++;
      }
    }
    List<String> said = said(Alone.class, kernels, Map.of());
    assertEquals(files + 1, said.size(), said::toString);
    for (String line : said.subList(0, files)) {
      assertTrue(line.endsWith(".cubin is damaged: its kernels are compiled anew"), line);
    }
    assertEquals("goes on to step 20", said.get(files));
    assertArrayEquals(second, Files.readAllBytes(latest(checkpoints)), "with the same bits");
    assertIntact();
  }

  @Test
  void whereKernelsCannotBeKept() throws Exception {
    Path file = Files.createFile(kernels.resolve("file"));
    List<String> said = said(Alone.class, file, Map.of());
    assertTrue(said.size() > 1, said::toString);
    for (String line : said.subList(0, said.size() - 1)) {
      assertTrue(line.startsWith("Compiled kernels cannot be kept in " + file), line);
      assertTrue(line.endsWith("name another folder with -Dglissade.cuda.cache=FOLDER"), line);
    }
    assertEquals("goes on to step 20", said.get(said.size() - 1));
    assertIntact();
  }
}
