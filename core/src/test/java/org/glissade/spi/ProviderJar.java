package org.glissade.spi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A jar of providers for a test, and class loaders that see the fixtures only in such jars. */
final class ProviderJar {
  private static final String FIXTURES = "org.glissade.spi.fixture.";

  private final Path file;
  private final List<String> listed = new ArrayList<>();
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  ProviderJar(Path folder, String name) {
    this.file = folder.resolve(name);
  }

  /** Lists a line in the services file. */
  ProviderJar listing(String line) {
    listed.add(line);
    return this;
  }

  /** Adds a class and lists it. */
  ProviderJar provider(Class<?> type) {
    return listing(type.getName()).holding(type, 0);
  }

  /** Adds a class; a positive number replaces the version of its class file. */
  ProviderJar holding(Class<?> type, int classFileVersion) {
    String path = type.getName().replace('.', '/') + ".class";
    try (InputStream in = ProviderJar.class.getResourceAsStream("/" + path)) {
      byte[] bytes = in == null ? new byte[0] : in.readAllBytes();
      if (classFileVersion > 0) {
        bytes[7] = (byte) classFileVersion;
      }
      entries.put(path, bytes);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return this;
  }

  URL write() throws IOException {
    String lines = String.join("\n", listed) + "\n";
    entries.put(
        "META-INF/services/" + SoundProvider.class.getName(),
        lines.getBytes(StandardCharsets.UTF_8));
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        jar.putNextEntry(new JarEntry(entry.getKey()));
        jar.write(entry.getValue());
        jar.closeEntry();
      }
    }
    return file.toUri().toURL();
  }

  /** A class loader over these jars, in this order. */
  static URLClassLoader over(ProviderJar... jars) throws IOException {
    URL[] urls = new URL[jars.length];
    for (int i = 0; i < jars.length; i++) {
      urls[i] = jars[i].write();
    }
    return new URLClassLoader(urls, new WithoutFixtures());
  }

  private static final class WithoutFixtures extends ClassLoader {
    WithoutFixtures() {
      super(ProviderJar.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith(FIXTURES)) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }

    @Override
    public Enumeration<URL> getResources(String name) {
      return Collections.emptyEnumeration();
    }
  }
}
