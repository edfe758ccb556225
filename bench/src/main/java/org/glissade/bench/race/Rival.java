package org.glissade.bench.race;

/** The other frameworks; each is a Maven module below {@code bench/peers}. */
enum Rival {
  /** Through the bindings of bytedeco. */
  LIBTORCH("libtorch", "libtorch", "org.glissade.peer.libtorch.Libtorch", "pytorch", ""),
  /** As a graph. */
  TENSORFLOW(
      "TensorFlow Java",
      "tensorflow",
      "org.glissade.peer.tensorflow.TensorFlowGraph",
      "tensorflow-core-api",
      ""),
  /** On PyTorch. */
  DJL("DJL", "djl", "org.glissade.peer.djl.Djl", "pytorch-jni", "it has no clipping by norm"),
  /** On ND4J. */
  DL4J("DL4J", "dl4j", "org.glissade.peer.dl4j.Dl4j", "deeplearning4j-nn", "");

  private final String title;
  private final String folder;
  private final String main;
  private final String artifact;
  private final String remark;

  Rival(String title, String folder, String main, String artifact, String remark) {
    this.title = title;
    this.folder = folder;
    this.main = main;
    this.artifact = artifact;
    this.remark = remark;
  }

  /** Its name, for people. */
  String title() {
    return title;
  }

  /** Its folder below {@code bench/peers}. */
  String folder() {
    return folder;
  }

  /** Its main class. */
  String main() {
    return main;
  }

  /** What it does otherwise than all; may be empty. */
  String remark() {
    return remark;
  }

  /** Its version, read from the name of its jar. */
  String version(String classPath) {
    for (String entry : classPath.split(":")) {
      String file = entry.substring(entry.lastIndexOf('/') + 1);
      if (file.matches(artifact + "-[0-9][^a-z]*\\.jar")) {
        return file.substring(artifact.length() + 1, file.length() - ".jar".length());
      }
    }
    return "unknown";
  }
}
