package org.glissade.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.glissade.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvDatasetTest {
  private static final CsvOptions SPECIES = CsvOptions.label("species");

  @TempDir Path folder;

  @Test
  void labelsAndNamesComeFromTheFile() throws IOException {
    CsvDataset data =
        read("length,species,width\n1.5,virginica,2\n-3e-2,setosa,+.5\n7.,virginica,0\n", SPECIES);

    assertEquals("data.csv", data.name());
    assertEquals(List.of("length", "width"), data.featureNames());
    assertEquals(List.of("setosa", "virginica"), data.classNames());
    assertEquals(2, data.classes());
    assertEquals(Shape.of(2), data.features().example());
    assertArrayEquals(new float[] {1.5f, 2, -0.03f, 0.5f, 7, 0}, (float[]) data.features().array());
    assertArrayEquals(new int[] {1, 0, 1}, (int[]) data.targets().array());
  }

  @Test
  void integerLabelsAreSortedAsNumbers() throws IOException {
    CsvDataset data = read("x,species\n1,10\n2,9\n3,-1\n4,10\n", SPECIES);

    assertEquals(List.of("-1", "9", "10"), data.classNames());
    assertArrayEquals(new int[] {2, 1, 0, 2}, (int[]) data.targets().array());
  }

  @Test
  void mixedLabelsAreSortedAsText() throws IOException {
    assertEquals(
        List.of("10", "9", "x"), read("x,species\n1,10\n2,9\n3,x\n", SPECIES).classNames());
  }

  @Test
  void aTestFileNumbersClassesAsTheTrainingFileDid() throws IOException {
    CsvDataset train = read("x,species\n1,a\n2,b\n3,c\n", SPECIES);

    CsvDataset test = read("x,species\n1,c\n", SPECIES.withClassNames(train.classNames()));

    assertEquals(3, test.classes());
    assertArrayEquals(new int[] {2}, (int[]) test.targets().array());
  }

  @Test
  void oneNumberIsARankZeroTarget() throws IOException {
    CsvDataset data = read("rooms,price\n2,100.5\n3,200\n", CsvOptions.numbers("price"));

    assertEquals(0, data.classes());
    assertEquals(Shape.of(), data.targets().example());
    assertArrayEquals(new float[] {100.5f, 200}, (float[]) data.targets().array());
  }

  @Test
  void manyNumbersStandInTheOrderOfTheOptions() throws IOException {
    CsvDataset data = read("y0,x,y1\n1,2,3\n4,5,6\n", CsvOptions.numbers("y1", "y0"));

    assertEquals(Shape.of(2), data.targets().example());
    assertArrayEquals(new float[] {3, 1, 6, 4}, (float[]) data.targets().array());
    assertArrayEquals(new float[] {2, 5}, (float[]) data.features().array());
  }

  @Test
  void withoutHeaderColumnsAreNamedByPosition() throws IOException {
    CsvDataset data =
        read("1;2;a\n3;4;b\n", CsvOptions.label("3").withoutHeader().withSeparator(';'));

    assertEquals(List.of("1", "2"), data.featureNames());
    assertEquals(2, data.size());
    assertArrayEquals(new int[] {0, 1}, (int[]) data.targets().array());
  }

  @Test
  void quotesBlanksLineEndsAndByteOrderMark() throws IOException {
    CsvDataset data =
        read("\uFEFFx, species\r\n\r\n\"1\",\"a,\"\"b\"\"\n \"\r 2 , c \n\n", SPECIES);

    assertEquals(List.of("a,\"b\"\n ", "c"), data.classNames());
    assertArrayEquals(new float[] {1, 2}, (float[]) data.features().array());
  }

  @Test
  void aLargeFileGrowsTheArrays() throws IOException {
    String rows =
        IntStream.range(0, 5000).mapToObj(i -> i + "," + i % 7).collect(Collectors.joining("\n"));

    CsvDataset data = read("x,species\n" + rows, SPECIES);

    assertEquals(5000, data.size());
    assertEquals(4999, data.features().value(4999, 0));
    assertEquals(4999 % 7, data.targets().value(4999, 0));
  }

  @Test
  void optionsThatMakeNoSenseAreRefused() {
    assertThrows(IllegalArgumentException.class, CsvOptions::numbers);
    assertThrows(
        IllegalArgumentException.class,
        () -> new CsvOptions(List.of("a", "b"), true, true, ',', List.of()));
    assertEquals(
        "CSV separator U+0022: a quote or a line end separates no columns; give ',' or ';'",
        assertThrows(IllegalArgumentException.class, () -> SPECIES.withSeparator('"'))
            .getMessage());
  }

  private CsvDataset read(String text, CsvOptions options) throws IOException {
    return CsvDataset.read(Files.writeString(folder.resolve("data.csv"), text), options);
  }
}
