package org.glissade.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.glissade.nn.OutputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
  @TempDir Path temp;

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aMissingFolderIsMadeAndLeftEmpty() throws IOException {
    Path folder = temp.resolve("a/b");
    OutputFolder.checkWritable(folder);
    assertEquals(List.of(), names(folder));
  }

  @Test
  void aFileInThePlaceOfTheFolderIsAnErrorInOneLine() throws IOException {
    Path file = Files.writeString(temp.resolve("out"), "mine");
    OutputException error =
        assertThrows(OutputException.class, () -> OutputFolder.checkWritable(file));
    assertEquals(
        "cannot write to '%s': '%s' is a file, not a folder; give a folder that you may write to"
            .formatted(file, file),
        error.getMessage());
    assertEquals("mine", Files.readString(file));
  }

  @Test
  void aFileOnTheWayToTheFolderIsAnErrorToo() throws IOException {
    Path file = Files.writeString(temp.resolve("out"), "mine");
    Path folder = file.resolve("deep");
    OutputException error =
        assertThrows(OutputException.class, () -> OutputFolder.checkWritable(folder));
    String message = String.valueOf(error.getMessage());
    assertTrue(message.startsWith("cannot write to '" + folder + "': "), message);
    assertTrue(message.endsWith("; give a folder that you may write to"), message);
    assertFalse(message.contains("\n"), message);
  }

  @Test
  void whatWasMadeIsRemovedAgainIfAnotherFolderCannotBeWritten() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "");
    Path folder = temp.resolve("deep/er");
    assertThrows(OutputException.class, () -> OutputFolder.checkWritable(folder, file));
    assertFalse(Files.exists(temp.resolve("deep")));
    assertTrue(Files.exists(file));
  }

  @Test
  void contentIsReplacedWhole() throws IOException {
    Path file = temp.resolve("report.html");
    OutputFolder.replace(file, bytes("a long first version"));
    OutputFolder.replace(file, bytes("second"));
    assertEquals("second", Files.readString(file));
    assertEquals(List.of("report.html"), names(temp));
  }

  @Test
  void whatCannotBeReplacedStaysAndNothingIsLeftBehind() throws IOException {
    Path inTheWay = Files.createDirectory(temp.resolve("report.html"));
    Files.writeString(inTheWay.resolve("inside"), "mine");
    OutputException error =
        assertThrows(
            OutputException.class, () -> OutputFolder.replace(inTheWay, bytes("new content")));
    String message = String.valueOf(error.getMessage());
    assertTrue(message.contains("'" + inTheWay + "'"), message);
    assertEquals(List.of("report.html"), names(temp));
    assertEquals(List.of("inside"), names(inTheWay));
  }

  @Test
  void aMissingFolderIsNamed() {
    Path file = temp.resolve("gone/results.json");
    OutputException error =
        assertThrows(OutputException.class, () -> OutputFolder.replace(file, bytes("x")));
    assertEquals(
        "cannot write to '%s': there is no such folder; make room there, or give a folder that you may"
                .formatted(file)
            + " write to",
        error.getMessage());
  }
}
