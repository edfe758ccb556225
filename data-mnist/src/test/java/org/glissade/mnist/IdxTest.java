package org.glissade.mnist;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.glissade.data.Field;
import org.glissade.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxTest {
  private static final byte[] IMAGES = IdxBytes.images(4, 3, 2);
  private static final byte[] LABELS = IdxBytes.labels(7, 0, 255);

  @TempDir Path folder;

  @Test
  void imagesAreReadAndWrittenByteForByte() throws IOException {
    Path file = Files.write(folder.resolve("images"), IMAGES);

    Field images = Idx.readImages(file);
    Idx.write(folder.resolve("copy"), images);

    assertEquals(Shape.of(3, 2), images.example());
    assertEquals(4, images.count());
    assertEquals(IMAGES[16 + 23] & 0xff, images.value(3, 5));
    assertArrayEquals(IMAGES, Files.readAllBytes(folder.resolve("copy")));
  }

  @Test
  void labelsAreReadAndWrittenByteForByte() throws IOException {
    Field labels = Idx.readLabels(Files.write(folder.resolve("labels"), LABELS));
    Idx.write(folder.resolve("copy"), labels);

    assertEquals(Shape.of(), labels.example());
    assertEquals(255, labels.value(2, 0));
    assertArrayEquals(LABELS, Files.readAllBytes(folder.resolve("copy")));
  }

  @Test
  void aNameInGzIsWrittenAsGzip() throws IOException {
    Path file = folder.resolve("images.gz");
    Idx.write(file, Idx.readImages(Files.write(folder.resolve("images"), IMAGES)));

    byte[] bytes = Files.readAllBytes(file);
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      assertArrayEquals(IMAGES, in.readAllBytes());
    }
    assertArrayEquals(
        (byte[]) Idx.readImages(folder.resolve("images")).array(),
        (byte[]) Idx.readImages(file).array());
  }

  @Test
  void aLargeFileCrossesEveryBuffer() throws IOException {
    byte[] images = IdxBytes.images(1000, 30, 29);
    Path plain = Files.write(folder.resolve("plain"), images);
    Path gzip = Files.write(folder.resolve("gzip"), IdxBytes.gzip(images));

    byte[] expected = Arrays.copyOfRange(images, 16, images.length);
    assertArrayEquals(expected, (byte[]) Idx.readImages(plain).array());
    assertArrayEquals(expected, (byte[]) Idx.readImages(gzip).array());
  }

  @Test
  void writingReplacesAndLeavesNothingBeside() throws IOException {
    Path file = Files.write(folder.resolve("labels"), new byte[1000]);
    Idx.write(file, Field.u8(Shape.of(), new byte[] {7, 0, -1}));

    assertArrayEquals(LABELS, Files.readAllBytes(file));
    assertEquals(List.of(file), list());
  }

  @Test
  void whatCannotBeWrittenIsSaidAndLeavesNothing() throws IOException {
    Field labels = Field.u8(Shape.of(), new byte[3]);
    Path inNoFolder = folder.resolve("none").resolve("labels");
    Path aFolder = folder.resolve("folder");
    Files.createDirectories(aFolder.resolve("in"));

    IdxException error = assertThrows(IdxException.class, () -> Idx.write(inNoFolder, labels));
    assertThrows(IdxException.class, () -> Idx.write(aFolder, labels));

    assertTrue(String.valueOf(error.getMessage()).startsWith(inNoFolder + ": found "));
    assertEquals(List.of(aFolder), list());
  }

  @Test
  void whatIdxCannotHoldIsRefused() {
    Path file = folder.resolve("file");

    assertEquals(
        file + ": cannot hold 2 x U8[3]; give U8 examples of rank 2 (images) or 0 (labels)",
        assertThrows(
                IllegalArgumentException.class,
                () -> Idx.write(file, Field.u8(Shape.of(3), new byte[6])))
            .getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> Idx.write(file, Field.f32(Shape.of(), new float[6])));
    assertTrue(Files.notExists(file));
  }

  private List<Path> list() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
