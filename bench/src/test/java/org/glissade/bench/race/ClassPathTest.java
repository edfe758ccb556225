package org.glissade.bench.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClassPathTest {
  @TempDir private Path folder;

  @Test
  void aJarCountsAsItIs() throws IOException {
    Path jar = Files.write(folder.resolve("a.jar"), new byte[1234]);
    assertEquals(1234, SizeEvent.bytes(jar));
  }

  @Test
  void aFolderCountsCompressedAndWithoutTheDataSet() throws IOException {
    Files.createDirectories(folder.resolve("classes/sub"));
    Files.write(folder.resolve("classes/sub/a.class"), new byte[100_000]);
    long small = SizeEvent.bytes(folder.resolve("classes"));
    assertTrue(small > 100 && small < 1000, "bytes: " + small);
    Files.write(folder.resolve("classes/sub/images.gz"), new byte[100_000]);
    assertEquals(small, SizeEvent.bytes(folder.resolve("classes")));
  }

  @Test
  void aRivalWithoutAClassPathIsNotHere() throws IOException {
    Course course = new Course(folder, folder);
    assertEquals(Optional.empty(), course.classPath(Rival.DJL));
    Path target = Files.createDirectories(folder.resolve("bench/peers/djl/target"));
    Files.writeString(target.resolve("class-path.txt"), "/m2/pytorch-jni-2.7.1-0.35.1.jar\n");
    String classPath = course.classPath(Rival.DJL).orElseThrow();
    assertEquals(target.resolve("classes") + ":/m2/pytorch-jni-2.7.1-0.35.1.jar", classPath);
    assertEquals("2.7.1-0.35.1", Rival.DJL.version(classPath));
    assertEquals("unknown", Rival.DL4J.version(classPath));
  }

  @Test
  void aNativeJarIsNoVersion() {
    assertEquals(
        "2.10.0-1.5.13",
        Rival.LIBTORCH.version(
            "/m2/pytorch-2.10.0-1.5.13-linux-x86_64.jar:/m2/pytorch-2.10.0-1.5.13.jar"));
  }
}
