package org.glissade.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
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
import org.glissade.optim.Sgd;
import org.glissade.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A device that has no memory left, one that is lost in the middle of a training, and folders of
 * kernels that are of no use.
 */
class TroubleTest {
  private static final Path FILE = Path.of("target", "lost-device.safetensors");
  private static final Dataset DATA = Mnist.load().train().slice(0, 1280);

  @TempDir private Path folder;

  private static Trainer trainer(int epochs) {
    Model model =
        new Model(
            Sequential.of(new Flatten(), new Dense(10)),
            DATA.features().example(),
            new SoftmaxCrossEntropy(),
            1 / 255.0);
    return Trainer.of(model, new Sgd(0.1))
        .backend(new CudaBackend())
        .batch(128)
        .epochs(epochs)
        .build();
  }

  /** Trains an epoch, keeps it, and goes on with other data. */
  private static void trainTwice(Dataset next) {
    try {
      try (Trainer first = trainer(1)) {
        first.fit(DATA);
        Checkpoint.write(FILE, first.state());
      }
      try (Trainer second = trainer(2)) {
        second.resume(Checkpoint.read(FILE));
        second.fit(next);
        Fork.say("no error");
      }
    } catch (IllegalStateException trouble) {
      Fork.say(String.valueOf(trouble.getMessage()));
    }
  }

  /** Asks for more than there is, then trains on what there is. */
  static final class Greedy {
    private Greedy() {}

    /** In a JVM of its own. */
    public static void main(String[] args) {
      try (Session session = new CudaBackend().open(SessionOptions.seed(1))) {
        try {
          session.bind("x", Field.u8(Shape.of(), new byte[300 << 20]));
          Fork.say("no error");
        } catch (IllegalStateException full) {
          Fork.say(String.valueOf(full.getMessage()));
        }
        W1.compile(session, W1.plan("sgd(0.1)")).run();
        Fork.say("and goes on");
      }
    }
  }

  /** Trains an epoch, keeps it, and goes on with the next. */
  static final class Lost {
    private Lost() {}

    /** In a JVM of its own. */
    public static void main(String[] args) {
      trainTwice(DATA);
    }
  }

  /** Trains an epoch, keeps it, and goes on with more than fits the device. */
  static final class Large {
    private static final int COUNT = 400_000;

    private Large() {}

    /** In a JVM of its own. */
    public static void main(String[] args) {
      Field features = Field.u8(DATA.features().example(), new byte[COUNT * 784]);
      Field targets = Field.u8(Shape.of(), new byte[COUNT]);
      trainTwice(Dataset.of("large", features, targets, 10));
    }
  }

  @Test
  void tooLittleMemorySaysHowMuchThereIs() throws Exception {
    assertEquals(
        List.of(
            "The device has no 314,572,800 bytes left: 268,435,448 of 268,435,456 are free on Fake"
                + " device; use a smaller batch or model, end what else uses the device, or use"
                + " --backend cpu",
            "and goes on"),
        Fork.run(Greedy.class, "", Map.of("FAKE_CUDA_MEMORY_MIB", "256")));
  }

  @Test
  void aLostDeviceLeavesTheLastCheckpoint() throws Exception {
    Files.deleteIfExists(FILE);
    List<String> said = Fork.run(Lost.class, "", Map.of("FAKE_CUDA_FAIL", "cuGraphLaunch:719:12"));
    assertEquals(
        List.of(
            "cuGraphLaunch: CUDA_ERROR_LAUNCH_FAILED (719), as the fake device says; the device is"
                + " lost to this process: what the session held is gone; start again from the last"
                + " checkpoint"),
        said);
    assertEquals(10, Checkpoint.read(FILE).position().step());
    assertTrue(Files.size(FILE) > 4 * 7_850);
  }

  @Test
  void dataThatDoesNotFitLeavesTheLastCheckpoint() throws Exception {
    Files.deleteIfExists(FILE);
    List<String> said = Fork.run(Large.class, "", Map.of("FAKE_CUDA_MEMORY_MIB", "256"));
    assertEquals(1, said.size());
    assertTrue(
        said.get(0).startsWith("The device has no 313,600,000 bytes left: "), () -> said.get(0));
    assertEquals(10, Checkpoint.read(FILE).position().step());
  }

  /** Files that are no kernels, and a file where a folder should be. */
  @Test
  void kernelsThatCannotBeKeptCostOnlyTime() throws Exception {
    Path kept = folder.resolve("kept");
    List<String> losses = steps(kept);
    try (Stream<Path> files = Files.list(kept)) {
      for (Path file : files.toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    assertEquals(losses, steps(kept));
    assertEquals(losses, steps(Files.createFile(folder.resolve("file"))));
  }

  private static List<String> steps(Path kernels) throws Exception {
    return Fork.run(Stepping.class, kernels, "", Map.of());
  }
}
