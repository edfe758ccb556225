package org.glissade.cuda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.glissade.cuda.driver.Compiler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiled kernels on disk: kept, told apart, and never trusted. */
class KernelCacheTest {
  private static final byte[] IMAGE = {1, 2, 3};

  @TempDir Path folder;
  private final Compiler compiler = mock(Compiler.class);
  private final List<String> warnings = new ArrayList<>();

  @BeforeEach
  void compilerCompiles() {
    when(compiler.version()).thenReturn("13.1");
    when(compiler.compile(any(), anyInt())).thenReturn(IMAGE);
  }

  private byte[] get(Path from, String source, int architecture) {
    return new KernelCache(from, warnings::add).get(source, architecture, compiler);
  }

  private void compiled(int wanted) {
    verify(compiler, times(wanted)).compile(any(), anyInt());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void whatWasCompiledIsKeptBySourceArchitectureAndVersion() throws IOException {
    assertArrayEquals(IMAGE, get(folder, "a", 90));
    assertArrayEquals(IMAGE, get(folder, "a", 90));
    compiled(1);
    get(folder, "b", 90);
    get(folder, "a", 80);
    when(compiler.version()).thenReturn("13.2");
    get(folder, "a", 90);
    compiled(4);
    assertEquals(4, files().size());
    assertEquals(List.of(), warnings);
  }

  @Test
  void aDamagedFileIsCompiledAnew() throws IOException {
    get(folder, "a", 90);
    Path file = files().get(0);
    byte[] content = Files.readAllBytes(file);
    for (byte[] damaged :
        List.of(new byte[0], new byte[5], java.util.Arrays.copyOf(content, content.length - 1))) {
      Files.write(file, damaged);
      assertArrayEquals(IMAGE, get(folder, "a", 90));
      assertArrayEquals(content, Files.readAllBytes(file), "written again");
    }
    String warning = file + " is damaged: its kernels are compiled anew";
    assertEquals(List.of(warning, warning, warning), warnings);
    compiled(4);
  }

  @Test
  void aFolderThatCannotBeWrittenCostsOnlyTime() throws IOException {
    Path file = Files.createFile(folder.resolve("no-folder"));
    assertArrayEquals(IMAGE, get(file, "a", 90));
    String warning =
        "Compiled kernels cannot be kept in %1$s, so the next start compiles them again:"
            + " java.nio.file.FileAlreadyExistsException: %1$s; make it writable or name another"
            + " folder with -Dglissade.cuda.cache=FOLDER";
    assertEquals(List.of(warning.formatted(file)), warnings);
    assertArrayEquals(IMAGE, get(file, "a", 90));
    compiled(2);
  }
}
