package org.glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CsvReaderTest {
  private static final String ALPHABET = "ab,;\"\n\r 0é";
  private static final List<String> LINE_ENDS = List.of("\n", "\r\n", "\r");

  @Test
  void whateverIsQuotedComesBack() throws IOException {
    long seed = 0x5EED;
    Random random = new Random(seed);
    for (int round = 0; round < 2000; round++) {
      int width = 1 + random.nextInt(4);
      List<List<String>> records =
          IntStream.rangeClosed(0, random.nextInt(4)).mapToObj(i -> record(random, width)).toList();
      String lineEnd = LINE_ENDS.get(random.nextInt(LINE_ENDS.size()));
      String text =
          records.stream().map(CsvReaderTest::quoted).collect(Collectors.joining(lineEnd));

      CsvReader reader = new CsvReader("random.csv", new StringReader(text), ',');

      String context = "seed " + seed + ", round " + round + ": " + text;
      for (List<String> expected : records) {
        assertEquals(expected, reader.next(), context);
      }
      assertNull(reader.next(), context);
    }
  }

  @Test
  void unquotedColumnsLoseTheirBlanksAndQuotedOnesKeepThem() throws IOException {
    CsvReader reader = new CsvReader("blanks.csv", new StringReader(" a b \t,\" c \",\n"), ',');

    assertEquals(List.of("a b", " c ", ""), reader.next());
    assertNull(reader.next());
  }

  @Test
  void aTabMaySeparate() throws IOException {
    CsvReader reader = new CsvReader("tabs.csv", new StringReader("a\t\tb,c"), '\t');

    assertEquals(List.of("a", "", "b,c"), reader.next());
  }

  private static List<String> record(Random random, int width) {
    return IntStream.range(0, width).mapToObj(i -> text(random)).toList();
  }

  private static String text(Random random) {
    return IntStream.range(0, random.nextInt(6))
        .mapToObj(i -> String.valueOf(ALPHABET.charAt(random.nextInt(ALPHABET.length()))))
        .collect(Collectors.joining());
  }

  private static String quoted(List<String> record) {
    return record.stream()
        .map(text -> '"' + text.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(","));
  }
}
