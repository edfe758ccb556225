package org.glissade.mnist;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.glissade.data.ArrayDataset;
import org.glissade.data.CsvDataset;
import org.glissade.data.CsvOptions;
import org.glissade.data.Dataset;
import org.glissade.data.Field;
import org.glissade.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/data.md, compiled, run, and compared with the page. */
class DataPageTest {
  private static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @TempDir Path temporary;

  @Test
  void everyBlockOfThePageIsCodeOfThisTest() throws IOException {
    String source =
        unindented(
            Files.readString(MODULE.resolve("src/test/java/org/glissade/mnist/DataPageTest.java")));
    List<String> blocks =
        JAVA.matcher(Files.readString(MODULE.resolveSibling("docs/data.md")))
            .results()
            .map((MatchResult match) -> unindented(match.group(1)))
            .toList();

    assertEquals(8, blocks.size());
    blocks.forEach(
        block -> assertTrue(source.contains(block), () -> "not in this test:\n" + block));
  }

  @Test
  void mnist() {
    Mnist mnist = Mnist.load();
    Dataset train = mnist.train(); // 60,000 images, U8 of shape [28, 28], with labels 0 to 9
    Dataset test = mnist.test(); // 10,000

    assertEquals(60_000, train.size());
    assertEquals(10_000, test.size());
  }

  @Test
  void folder() throws IOException {
    Path folder = temporary.resolve("fashion");
    IdxBytes.writeSet(folder);
    Files.write(folder.resolve("train-images-idx3-ubyte"), IdxBytes.images(60_000, 1, 1));
    Files.write(folder.resolve("train-labels-idx1-ubyte"), IdxBytes.labels(new int[60_000]));
    Files.write(folder.resolve("t10k-images-idx3-ubyte"), IdxBytes.images(2, 1, 1));

    Mnist fashion = Mnist.load(folder);
    Dataset validation = fashion.train().slice(50_000, 60_000);

    assertEquals(10_000, validation.size());
    assertEquals("fashion/train[50000:60000]", validation.name());
  }

  @Test
  void idx() {
    Path file = temporary.resolve("images.gz");

    Field images = Field.u8(Shape.of(2, 2), new byte[] {0, 127, 127, 0, 64, 0, 0, 64});
    Idx.write(file, images); // gzip, since the name ends in .gz
    Field same = Idx.readImages(file);

    assertArrayEquals((byte[]) images.array(), (byte[]) same.array());
  }

  @Test
  void arrays() {
    float[][] x = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    Dataset xor = ArrayDataset.of(x, new int[] {0, 1, 1, 0});
    Dataset sums = ArrayDataset.of(x, new float[][] {{0}, {1}, {1}, {2}});

    assertEquals(2, xor.classes());
    assertEquals(2, sums.targets().value(3, 0));
  }

  @Test
  void csv() throws IOException {
    Path csv = temporary.resolve("flowers.csv");
    Files.writeString(csv, "length,species\n5.1,setosa\n6.3,virginica\n");

    CsvDataset flowers = CsvDataset.read(csv, CsvOptions.label("species"));
    List<String> species = flowers.classNames();

    assertEquals(List.of("setosa", "virginica"), species);
  }

  record House(float area, float rooms, int district, float price) {}

  @Test
  void typesOfYours() {
    List<House> houses = List.of(new House(40, 1, 0, 90), new House(75, 3, 2, 160));

    Dataset districts =
        Dataset.from(
            "districts",
            houses,
            Shape.of(2),
            (house, into) -> {
              into[0] = house.area();
              into[1] = house.rooms();
            },
            House::district,
            3);

    Dataset prices =
        Dataset.from(
            "prices",
            houses,
            Shape.of(1),
            (house, into) -> into[0] = house.area(),
            Shape.of(),
            (house, into) -> into[0] = house.price());

    assertEquals(3, districts.classes());
    assertEquals(2, districts.targets().value(1, 0));
    assertEquals(160, prices.targets().value(1, 0));
  }

  private static String unindented(String code) {
    return code.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
