package org.glissade.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.glissade.tensor.DType;
import org.glissade.tensor.Shape;
import org.junit.jupiter.api.Test;

class FieldTest {
  @Test
  void bytesAreUnsigned() {
    Field field = Field.u8(Shape.of(), new byte[] {0, 127, -128, -1});

    assertEquals(DType.U8, field.type());
    assertEquals(127, field.value(1, 0));
    assertEquals(128, field.value(2, 0));
    assertEquals(255, field.value(3, 0));
  }

  @Test
  void elementsLieExampleAfterExample() {
    Field field = Field.f32(Shape.of(2, 3), new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});

    assertEquals(2, field.count());
    assertEquals(5, field.value(0, 5));
    assertEquals(6, field.value(1, 0));
    assertEquals("2 x F32[2, 3]", field.toString());
  }

  @Test
  void densityIsTheShareOfWhatIsNotZero() {
    assertEquals(0.5, Field.u8(Shape.of(2), new byte[] {0, 1, -1, 0}).density());
    assertEquals(0.75, Field.i32(Shape.of(), new int[] {-3, 0, 2, 1}).density());
    assertEquals(0.25, Field.f32(Shape.of(4), new float[] {-0f, 0f, 1e-30f, 0f}).density());
  }

  @Test
  void densityIsThatOfExamplesEvenlyApart() {
    byte[] data = new byte[10 * 256 + 5];
    for (int e = 0; e < 256; e++) {
      data[data.length * e / 256] = 1;
    }

    assertEquals(1, Field.u8(Shape.of(), data).density());
  }

  @Test
  void theArrayIsNotCopied() {
    int[] data = {4, 5};

    assertSame(data, Field.i32(Shape.of(), data).array());
  }

  @Test
  void aSliceBeginsWithItsFirstExample() {
    Field bytes = Field.u8(Shape.of(2), new byte[] {1, 2, 3, 4, 5, 6}).slice(1, 3);
    Field ints = Field.i32(Shape.of(), new int[] {7, 8, 9}).slice(0, 1);
    Field floats = Field.f32(Shape.of(), new float[] {7, 8, 9}).slice(2, 3);

    assertArrayEquals(new byte[] {3, 4, 5, 6}, (byte[]) bytes.array());
    assertEquals(Shape.of(2), bytes.example());
    assertArrayEquals(new int[] {7}, (int[]) ints.array());
    assertArrayEquals(new float[] {9}, (float[]) floats.array());
  }

  @Test
  void theWholeAsASliceIsTheFieldItself() {
    Field field = Field.u8(Shape.of(), new byte[3]);

    assertSame(field, field.slice(0, 3));
    assertNotSame(field, field.slice(0, 2));
  }

  @Test
  void whatLiesOutsideIsRefused() {
    Field field = Field.u8(Shape.of(2), new byte[6]);

    assertEquals(
        "slice [2, 4) of a field of 3 examples: give 0 <= from < to <= 3",
        assertThrows(IndexOutOfBoundsException.class, () -> field.slice(2, 4)).getMessage());
    assertThrows(IndexOutOfBoundsException.class, () -> field.slice(-1, 2));
    assertThrows(IndexOutOfBoundsException.class, () -> field.slice(1, 1));
    assertEquals(
        "example 3: give 0 to 2",
        assertThrows(IndexOutOfBoundsException.class, () -> field.value(3, 0)).getMessage());
    assertEquals(
        "element 2: give 0 to 1",
        assertThrows(IndexOutOfBoundsException.class, () -> field.value(0, 2)).getMessage());
    assertThrows(IndexOutOfBoundsException.class, () -> field.value(-1, 0));
  }
}
