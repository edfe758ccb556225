package org.glissade.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.data.Field;
import org.glissade.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device that has no memory left, and folders of kernels that are of no use. */
class TroubleTest {
  @TempDir private Path folder;

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
