package org.glissade.mnist;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.glissade.data.Dataset;
import org.glissade.data.Field;

/**
 * MNIST, or a data set in the same form: grey images with one of ten labels, to train on and to
 * test on.
 *
 * <p>Images are U8 of shape {@code [rows, columns]}, 0 for background to 255; labels are U8 of rank
 * 0, 0 to 9. Both stay the bytes they are in the files, so that all of MNIST takes 55 MB; the step
 * that uses them casts and scales.
 */
public record Mnist(Dataset train, Dataset test) {
  /** Number of classes. */
  public static final int CLASSES = 10;

  /**
   * The MNIST database of handwritten digits, 60,000 to train on and 10,000 to test on, 28 × 28
   * pixels, from this module's resources; their SHA-256 is checked. By Yann LeCun, Corinna Cortes
   * and Christopher J.C. Burges, under CC BY-SA 3.0.
   */
  public static Mnist load() {
    CompletableFuture<Optional<IdxException>> damage =
        CompletableFuture.supplyAsync(Bundle::damage);
    Mnist mnist = load("mnist", new Bundle());
    Optional<IdxException> found = damage.join();
    if (found.isPresent()) {
      throw found.get();
    }
    return mnist;
  }

  /**
   * The four files {@code train-images-idx3-ubyte}, {@code train-labels-idx1-ubyte}, {@code
   * t10k-images-idx3-ubyte} and {@code t10k-labels-idx1-ubyte} of a folder, each plain or with
   * {@code .gz}: Fashion-MNIST, KMNIST and others of the kind, with images of any one size.
   *
   * @throws IdxException if a file is missing or damaged, or does not belong to the others
   */
  public static Mnist load(Path folder) {
    return load(
        String.valueOf(folder.toAbsolutePath().normalize().getFileName()), new Folder(folder));
  }

  private static Mnist load(String name, IdxFiles files) {
    IdxFile trainImages = files.read("train-images-idx3-ubyte", IdxReader.IMAGES);
    IdxFile testImages = files.read("t10k-images-idx3-ubyte", IdxReader.IMAGES);
    if (!trainImages.field().example().equals(testImages.field().example())) {
      throw testImages.errorInHeader(
          "images of " + testImages.field().example(),
          trainImages.field().example() + " as in " + trainImages.name(),
          "give training and test files of one data set");
    }
    return new Mnist(
        pair(name + "/train", trainImages, files.read("train-labels-idx1-ubyte", IdxReader.LABELS)),
        pair(name + "/test", testImages, files.read("t10k-labels-idx1-ubyte", IdxReader.LABELS)));
  }

  private static Dataset pair(String name, IdxFile images, IdxFile labels) {
    int count = images.field().count();
    if (labels.field().count() != count) {
      throw labels.errorInHeader(
          labels.field().count() + " labels",
          count + ", one for each image in " + images.name(),
          "give images and labels of one data set");
    }
    requireClasses(labels);
    return Dataset.of(name, images.field(), labels.field(), CLASSES);
  }

  private static void requireClasses(IdxFile labels) {
    Field field = labels.field();
    for (int i = 0; i < field.count(); i++) {
      int label = (int) field.value(i, 0);
      if (label >= CLASSES) {
        throw labels.errorAtExample(
            i,
            "label " + label + " of example " + i,
            "0 to " + (CLASSES - 1),
            "the file is damaged, or of a data set with more classes");
      }
    }
  }
}
