package org.glissade.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvErrorsTest {
  private static final CsvOptions KIND = CsvOptions.label("kind");
  private static final CsvOptions SECOND = CsvOptions.label("2").withoutHeader();

  private final Map<String, String> messages = new LinkedHashMap<>();

  @TempDir Path folder;

  @Test
  void messages() throws IOException {
    add("text for a number", "x,kind\n1,a\nwide,b\n", KIND);
    add("text for a number in a file without header", "1,a\nx,b\n", SECOND);
    add("missing number", "x,kind\n1,a\n,b\n", KIND);
    add("NaN", "x,kind\nNaN,a\n", KIND);
    add("hexadecimal", "x,kind\n0x1p3,a\n", KIND);
    add("too large for a float", "x,kind\n1e39,a\n", KIND);
    add("missing label", "x,kind\n1,\n", KIND);
    add("unknown label", "x,kind\n1,c\n", KIND.withClassNames(List.of("a", "b")));
    add("number target", "x,y\n1,2\n1,two\n", CsvOptions.numbers("y"));
    add("long text with a line end", "x,kind\n\"" + "ab\n".repeat(30) + "\",a\n", KIND);
    add("too few columns", "x,kind\n1,a\n2\n", KIND);
    add("too many columns", "x,kind\n1,a,\n", KIND);
    add("unknown column", "x,class\n1,a\n", KIND);
    add("unknown position", "1,a\n", CsvOptions.label("3").withoutHeader());
    add("two columns of a name", "kind,x,kind\na,1,b\n", KIND);
    add("no features", "kind\na\n", KIND);
    add("header only", "x,kind\n", KIND);
    add("empty file", "", KIND);
    add("quote within a column", "x,kind\n1,5\" pipe\n", KIND);
    add("text after a closing quote", "x,kind\n1,\"a\"b\n", KIND);
    add("open quote, lines after an earlier one", "x,kind\n\"1\n\",\"a\n2,b\n", KIND);
    Files.write(folder.resolve("data.csv"), "x,kind\n1,é\n".getBytes(StandardCharsets.ISO_8859_1));
    add("Latin-1", KIND);
    Files.delete(folder.resolve("data.csv"));
    add("no file", KIND);
    Goldens.assertSame("csv-errors.golden", messages);
  }

  private void add(String name, String text, CsvOptions options) throws IOException {
    Files.writeString(folder.resolve("data.csv"), text);
    add(name, options);
  }

  private void add(String name, CsvOptions options) {
    Path file = folder.resolve("data.csv");
    String message = Goldens.message(() -> CsvDataset.read(file, options));
    messages.put(name, message.replace(folder + "/", ""));
  }
}
