package org.glissade.data;

import static org.glissade.data.Goldens.message;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glissade.tensor.DType;
import org.glissade.tensor.Shape;
import org.junit.jupiter.api.Test;

class DatasetTest {
  private record House(double area, int rooms, double price, int kind) {}

  private static final List<House> HOUSES =
      List.of(new House(40, 1, 90, 0), new House(75.5, 3, 160, 2), new House(120, 5, 300, 1));

  @Test
  void rowsWithLabels() {
    ArrayDataset data =
        ArrayDataset.of(new float[][] {{1, 2}, {3, 4}, {5, 6}}, new int[] {0, 2, 0});

    assertEquals(3, data.size());
    assertEquals(3, data.classes());
    assertEquals(Shape.of(2), data.features().example());
    assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, (float[]) data.features().array());
    assertEquals(DType.I32, data.targets().type());
    assertEquals(2, data.targets().value(1, 0));
  }

  @Test
  void rowsWithNumbers() {
    ArrayDataset data = ArrayDataset.of(new float[][] {{1}, {2}}, new float[][] {{3, 4}, {5, 6}});

    assertEquals(0, data.classes());
    assertEquals(Shape.of(2), data.targets().example());
    assertEquals(6, data.targets().value(1, 1));
  }

  @Test
  void anyTypeWithLabels() {
    Dataset data = Dataset.from("houses", HOUSES, Shape.of(2), DatasetTest::size, House::kind, 3);

    assertEquals("houses", data.name());
    assertEquals(3, data.classes());
    assertArrayEquals(new float[] {40, 1, 75.5f, 3, 120, 5}, (float[]) data.features().array());
    assertArrayEquals(new int[] {0, 2, 1}, (int[]) data.targets().array());
  }

  @Test
  void anyTypeWithNumbers() {
    Dataset data =
        Dataset.from(
            "houses",
            HOUSES,
            Shape.of(2),
            DatasetTest::size,
            Shape.of(),
            (house, into) -> into[0] = (float) house.price());

    assertEquals(0, data.classes());
    assertArrayEquals(new float[] {90, 160, 300}, (float[]) data.targets().array());
  }

  @Test
  void aSliceKeepsPairsAndClasses() {
    Dataset data = Dataset.from("houses", HOUSES, Shape.of(2), DatasetTest::size, House::kind, 3);

    Dataset part = data.slice(1, 3);

    assertEquals("houses[1:3]", part.name());
    assertEquals(2, part.size());
    assertEquals(3, part.classes());
    assertEquals(75.5, part.features().value(0, 0));
    assertEquals(2, part.targets().value(0, 0));
    assertEquals(1, part.targets().value(1, 0));
  }

  @Test
  void anImplementationOfYoursIsTakenAsItIs() {
    record Unchecked(String name, Field features, Field targets, int classes) implements Dataset {}
    Field holes = Field.f32(Shape.of(), new float[] {Float.NaN, 1});

    Dataset data = new Unchecked("holes", holes, Field.u8(Shape.of(), new byte[] {9, 0}), 2);

    assertEquals(2, data.size());
    assertEquals(Double.NaN, data.slice(0, 1).features().value(0, 0));
  }

  @Test
  void messages() throws IOException {
    Map<String, String> messages = new LinkedHashMap<>();
    Field two = Field.f32(Shape.of(), new float[] {1, 2});
    Field three = Field.u8(Shape.of(), new byte[] {0, 1, -1});
    float[][] rows = {{1, 2}, {3, 4}};
    messages.put("unequal counts", message(() -> Dataset.of("pairs", two, three)));
    messages.put("label too large", message(() -> ArrayDataset.of(rows, new int[] {1, 2}, 2)));
    messages.put("label negative", message(() -> ArrayDataset.of(rows, new int[] {1, -1})));
    messages.put("unsigned label", message(() -> Dataset.of("bytes", three, three, 10)));
    messages.put("float labels", message(() -> Dataset.of("floats", two, two, 3)));
    messages.put("NaN feature", message(() -> ArrayDataset.of(holed(Float.NaN), new int[2])));
    messages.put(
        "infinite target", message(() -> ArrayDataset.of(rows, holed(Float.NEGATIVE_INFINITY))));
    messages.put(
        "element not written",
        message(
            () ->
                Dataset.from(
                    "houses", HOUSES, Shape.of(2), (h, into) -> into[0] = 1, House::kind, 3)));
    messages.put(
        "rows of two lengths",
        message(() -> ArrayDataset.of(new float[][] {{1, 2}, {3}}, new int[2])));
    messages.put("no rows", message(() -> ArrayDataset.of(new float[0][], new int[0])));
    messages.put("part of an example", message(() -> Field.u8(Shape.of(2, 2), new byte[7])));
    messages.put("no example", message(() -> Field.f32(Shape.of(3), new float[0])));
    Goldens.assertSame("dataset-errors.golden", messages);
  }

  @Test
  void negativeClassesAreRefused() {
    Field two = Field.u8(Shape.of(), new byte[2]);

    assertEquals(
        "data set bytes: -1 classes; give the number of classes, or 0",
        assertThrows(IllegalArgumentException.class, () -> Dataset.of("bytes", two, two, -1))
            .getMessage());
  }

  private static void size(House house, float[] into) {
    into[0] = (float) house.area();
    into[1] = house.rooms();
  }

  private static float[][] holed(float hole) {
    return new float[][] {{1, 2}, {3, hole}};
  }
}
