package org.glissade.spi;

import java.security.CodeSource;

/** Where classes and resources come from, as people name it: the jar, the folder or the module. */
final class Origin {
  private Origin() {}

  /** {@code acme.jar}, {@code classes/} or {@code acme.module}; empty if the JVM does not say. */
  static String of(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source != null && source.getLocation() != null) {
      return lastPart(source.getLocation().toString());
    }
    return type.getModule().isNamed() ? type.getModule().getName() : "";
  }

  /** The origin of a resource with this address and this name within its jar or folder. */
  static String of(String address, String resource) {
    return lastPart(address.substring(0, address.lastIndexOf(resource)));
  }

  private static String lastPart(String address) {
    boolean isFolder = address.endsWith("/") && !address.endsWith("!/");
    String trimmed = address.replaceFirst("!?/+$", "");
    return trimmed.substring(trimmed.lastIndexOf('/') + 1) + (isFolder ? "/" : "");
  }
}
