package org.glissade.mnist;

import java.nio.file.Files;
import java.nio.file.Path;

/** The four files in a folder; the plain one is taken where a file lies there in both forms. */
record Folder(Path path) implements IdxFiles {
  /** Checks that the folder is there. */
  Folder {
    if (!Files.isDirectory(path)) {
      throw new IdxException(
          path.toString(),
          Files.exists(path) ? "a file" : "no such folder",
          "a folder with the four IDX files of MNIST or its kin",
          "check the path");
    }
  }

  @Override
  public IdxFile read(String name, int magic) {
    Path plain = path.resolve(name);
    Path gzip = path.resolve(name + ".gz");
    if (Files.exists(plain)) {
      return IdxReader.read(plain, magic);
    }
    if (Files.exists(gzip)) {
      return IdxReader.read(gzip, magic);
    }
    throw new IdxException(
        path.toString(),
        "neither " + plain.getFileName() + " nor " + gzip.getFileName(),
        "one of them",
        "put the file there under that name");
  }
}
