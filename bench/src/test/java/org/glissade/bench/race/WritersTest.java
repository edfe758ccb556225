package org.glissade.bench.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WritersTest {
  private static String golden(String name) throws IOException {
    try (InputStream file = WritersTest.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalArgumentException("no golden file " + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void textIsAsKept() throws IOException {
    assertEquals(golden("race.txt"), Text.of(SampleReport.report()));
  }

  @Test
  void jsonIsAsKept() throws IOException {
    assertEquals(golden("race.json"), Json.of(SampleReport.report()));
  }

  @Test
  void chartIsAsKept() throws IOException {
    assertEquals(golden("race.svg"), Chart.of(SampleReport.report()));
  }

  @Test
  void chartIsXml() throws Exception {
    byte[] svg = Chart.of(SampleReport.report()).getBytes(StandardCharsets.UTF_8);
    var root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg))
            .getDocumentElement();
    assertEquals("svg", root.getTagName());
    assertEquals(3, root.getElementsByTagName("rect").getLength());
  }

  @Test
  void numbersHaveFourDigits() {
    assertEquals("0.123", Text.number(0.12345));
    assertEquals("1.235", Text.number(1.23456));
    assertEquals("12.35", Text.number(12.3456));
    assertEquals("12,346", Text.number(12345.6));
  }

  @Test
  void filesAreReplacedWholeAndNothingElseIsLeft(@TempDir Path folder) throws IOException {
    Publisher publisher = new Publisher(folder);
    publisher.publish(new Report(java.util.Map.of(), List.of()));
    publisher.publish(SampleReport.report());
    assertEquals(golden("race.txt"), Files.readString(folder.resolve("race.txt")));
    assertEquals(golden("race.json"), Files.readString(folder.resolve("race.json")));
    assertEquals(golden("race.svg"), Files.readString(folder.resolve("race.svg")));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(3, files.count());
    }
    assertTrue(Files.size(folder.resolve("race.svg")) > 0);
  }
}
