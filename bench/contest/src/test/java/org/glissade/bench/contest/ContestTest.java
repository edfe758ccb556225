package org.glissade.bench.contest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContestTest {
  private static String talk(String requests) throws IOException {
    Work work =
        new Work() {
          @Override
          public double[] turn() {
            return new double[] {1.5, 2};
          }

          @Override
          public double accuracy() {
            return 0.25;
          }
        };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Contest.serve(
        work,
        new BufferedReader(new StringReader(requests)),
        new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void eachRequestHasOneMarkedAnswer() throws IOException {
    assertEquals(
        List.of("race: ready", "race: 1.5 2.0", "race: 0.25", "race: 1.5 2.0"),
        talk("turn\naccuracy\nturn\n").lines().toList());
    assertThrows(IllegalArgumentException.class, () -> talk("jump\n"));
  }

  @Test
  void aRequestSurvivesTheCommandLine() {
    Request request = new Request("W2", Path.of("a", "b"), 100, 2, "clip-by-norm(1.0) | sgd(0.1)");
    assertEquals(request, Request.of(request.arguments().toArray(String[]::new)));
    assertEquals(Workload.W2, request.workload());
  }

  @Test
  void everyExampleComesOnceInEachEpochInANewOrder() {
    Shuffle shuffle = new Shuffle(10, 4, 1);
    List<List<Integer>> epochs = new ArrayList<>();
    for (int epoch = 0; epoch < 2; epoch++) {
      List<Integer> sizes = new ArrayList<>();
      List<Integer> order = new ArrayList<>();
      shuffle.epoch(
          batch -> {
            sizes.add(batch.length);
            Arrays.stream(batch).forEach(order::add);
          });
      assertEquals(List.of(4, 4, 2), sizes);
      assertEquals(IntStream.range(0, 10).boxed().toList(), order.stream().sorted().toList());
      epochs.add(order);
    }
    assertNotEquals(epochs.get(0), epochs.get(1));
  }

  @Test
  void operationsAreThoseOfTheMatrixProducts() {
    assertEquals(2 * (2L * 784 * 128 + 3L * 128 * 64 + 3L * 64 * 10), Workload.W1.operations());
    assertEquals(Workload.W1.operations(), Workload.W2.operations());
    assertEquals(
        2 * (2L * 784 * 1024 + 3L * 1024 * 1024 + 3L * 1024 * 10), Workload.W3.operations());
  }

  @Test
  void digitsAreFloatsUpToOne(@TempDir Path folder) throws IOException {
    byte[] images = new byte[16 + 2 * Digits.PIXELS];
    images[16] = (byte) 255;
    images[17] = 51;
    write(folder.resolve("train-images-idx3-ubyte.gz"), images);
    write(folder.resolve("train-labels-idx1-ubyte.gz"), new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 3, 9});
    Digits digits = Digits.train(folder, 2);
    assertEquals(2, digits.count());
    assertEquals(1, digits.pixels()[0]);
    assertEquals(0.2f, digits.pixels()[1]);
    assertArrayEquals(new int[] {3, 9}, digits.labels());
    assertEquals(1, digits.oneHot()[3]);
    assertEquals(1, digits.oneHot()[19]);
    float[] logits = new float[20];
    logits[3] = 2;
    logits[10] = 1;
    assertEquals(0.5, digits.accuracy(logits));
    assertEquals(1, Digits.train(folder, 1).count());
  }

  private static void write(Path file, byte[] content) throws IOException {
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(content);
    }
  }
}
