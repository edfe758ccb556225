package org.glissade.examples;

import java.util.Objects;

/** Prints the version of Glissade. */
public final class TrainMnist {

  private TrainMnist() {}

  /** Ignores its arguments. */
  public static void main(String[] args) {
    String version = TrainMnist.class.getPackage().getImplementationVersion();
    System.out.println("glissade " + Objects.requireNonNullElse(version, "0.1.0-SNAPSHOT"));
  }
}
