package org.glissade.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.glissade.transform.GradientTransformProvider;

/** A jar that somebody else built, with a transform of his own. */
final class ForeignJar {
  private static final String SERVICES =
      "META-INF/services/" + GradientTransformProvider.class.getName();

  private ForeignJar() {}

  /**
   * Compiles sources, lists the first as a provider, and packs all.
   *
   * @param without classes that are left out of the jar
   * @param change what happens to the class files
   */
  static Path build(
      Path folder,
      String name,
      List<Path> sources,
      List<String> without,
      UnaryOperator<byte[]> change)
      throws IOException {
    Path classes = Files.createDirectories(folder.resolve(name + "-classes"));
    Stream<String> options =
        Stream.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
    Stream<String> files = sources.stream().map(Path::toString);
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, errors, errors, Stream.concat(options, files).toArray(String[]::new));
    assertEquals(0, code, errors.toString(StandardCharsets.UTF_8));
    Path jar = folder.resolve(name + ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> all = Files.list(classes)) {
      out.putNextEntry(new JarEntry(SERVICES));
      String provider = sources.get(0).getFileName().toString().replace(".java", "");
      out.write(provider.getBytes(StandardCharsets.UTF_8));
      for (Path file : all.sorted().toList()) {
        if (!without.contains(file.getFileName().toString())) {
          out.putNextEntry(new JarEntry(file.getFileName().toString()));
          out.write(change.apply(Files.readAllBytes(file)));
        }
      }
    }
    return jar;
  }
}
