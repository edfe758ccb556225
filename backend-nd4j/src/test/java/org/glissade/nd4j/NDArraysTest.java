package org.glissade.nd4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.glissade.data.Field;
import org.glissade.tensor.DType;
import org.glissade.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class NDArraysTest {
  private static final float[] SIX = {1, 2, 3, 4, 5, 6};

  private static INDArray matrix() {
    return NDArrays.of(SIX, Shape.of(2, 3));
  }

  @Test
  void thereAndBack() {
    INDArray array = matrix();
    assertArrayEquals(new long[] {2, 3}, array.shape());
    assertEquals(6, array.getFloat(1, 2));
    assertEquals(Shape.of(2, 3), NDArrays.shape(array));
    assertArrayEquals(SIX, NDArrays.floats(array));
    array.putScalar(0, 0, 9);
    assertEquals(1, SIX[0], "a copy");
  }

  @Test
  void elementsGoFromTheFirstIndexToTheLast() {
    assertArrayEquals(new float[] {1, 4, 2, 5, 3, 6}, NDArrays.floats(matrix().transpose()));
    assertArrayEquals(SIX, NDArrays.floats(matrix().dup('f')));
    INDArray part = matrix().get(NDArrayIndex.all(), NDArrayIndex.interval(1, 3));
    assertArrayEquals(new float[] {2, 3, 5, 6}, NDArrays.floats(part));
    assertArrayEquals(new float[] {5}, NDArrays.floats(matrix().getScalar(1, 1)));
    assertArrayEquals(SIX, NDArrays.floats(matrix().castTo(DataType.DOUBLE)));
  }

  @Test
  void copyingGoesInPlaceWhateverTheOrderAndTheType() {
    INDArray turned = Nd4j.zeros(DataType.DOUBLE, 3, 2).transpose();
    NDArrays.copy(SIX, turned);
    assertEquals(DataType.DOUBLE, turned.dataType());
    assertEquals(3, turned.getDouble(0, 2));
    INDArray whole = Nd4j.zeros(DataType.FLOAT, 2, 5);
    NDArrays.copy(SIX, whole.get(NDArrayIndex.all(), NDArrayIndex.interval(1, 4)));
    assertArrayEquals(new float[] {0, 1, 2, 3, 0, 0, 4, 5, 6, 0}, NDArrays.floats(whole));
    assertRefused(
        "5 values were given for 6 elements", () -> NDArrays.copy(new float[5], matrix()));
    assertRefused(
        "6 values were given for 4 elements, [4]: give one for each",
        () -> NDArrays.of(SIX, Shape.of(4)));
  }

  @Test
  void fieldsKeepTheirType() {
    Field bytes = Field.u8(Shape.of(2), new byte[] {0, (byte) 200, (byte) 255, 7});
    INDArray array = NDArrays.of(bytes);
    assertEquals(DataType.UINT8, array.dataType());
    assertArrayEquals(new long[] {2, 2}, array.shape());
    assertArrayEquals(new float[] {0, 200, 255, 7}, NDArrays.floats(array));
    INDArray labels = NDArrays.of(Field.i32(Shape.of(), new int[] {3, -1}));
    assertEquals(DataType.INT32, labels.dataType());
    assertArrayEquals(new int[] {3, -1}, labels.toIntVector());
    Field back = NDArrays.field(matrix());
    assertEquals(DType.F32, back.type());
    assertEquals(2, back.count());
    assertEquals(Shape.of(3), back.example());
    assertEquals(6, back.value(1, 2));
    assertRefused("A scalar has no axis", () -> NDArrays.field(Nd4j.scalar(1f)));
  }

  @Test
  void theExampleOfItsJavadocIsCompiled() throws IOException {
    String example =
        source("main", "NDArrays").replaceAll("(?s).*\\{@code\n(.*?)\\}</pre>.*", "$1");
    String lines = example.replaceAll("(?m)^ \\* ", "").strip();
    assertEquals(5, lines.lines().count());
    assertTrue(source("test", "TrainingTest").replaceAll("(?m)^ +", "").contains(lines), lines);
  }

  private static String source(String kind, String name) throws IOException {
    return Files.readString(
        Path.of("src", kind, "java", "org", "glissade", "nd4j", name + ".java"));
  }

  private static void assertRefused(String begin, Runnable call) {
    String message =
        String.valueOf(assertThrows(IllegalArgumentException.class, call::run).getMessage());
    assertEquals(begin, message.substring(0, Math.min(begin.length(), message.length())));
  }
}
