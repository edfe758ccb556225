package org.glissade.data;

import java.util.List;
import java.util.function.ToIntFunction;
import org.glissade.tensor.Shape;

/**
 * Examples to learn from: features and targets of the same count, the i-th target belonging to the
 * i-th example.
 *
 * <p>The factories here and in {@link CsvDataset} check what they are given and refuse, naming the
 * first bad example, unequal counts, class labels outside {@code [0, classes)}, and NaN or infinite
 * values, which no transform could repair later. An implementation of your own is taken as it is.
 */
public interface Dataset {
  /** Name for people: progress, reports, errors. */
  String name();

  /** What is known of each example. */
  Field features();

  /** What is to be learned of each example: class labels, or numbers. */
  Field targets();

  /** Number of classes, or 0 when targets are numbers and not classes. */
  int classes();

  /** Number of examples. */
  default int size() {
    return features().count();
  }

  /** The examples from {@code from} up to and without {@code to}, copied. */
  default Dataset slice(int from, int to) {
    return new Slice(
        name() + "[" + from + ":" + to + "]",
        features().slice(from, to),
        targets().slice(from, to),
        classes());
  }

  /** Checked examples with numbers as targets. */
  static Dataset of(String name, Field features, Field targets) {
    return new ArrayDataset(name, features, targets, 0);
  }

  /** Checked examples with class labels 0 to {@code classes - 1} as targets. */
  static Dataset of(String name, Field features, Field targets, int classes) {
    return new ArrayDataset(name, features, targets, classes);
  }

  /**
   * Items of any type, each with a class.
   *
   * @param shape shape of one item's features
   * @param features writes one item's features
   * @param label gives one item's class, 0 to {@code classes - 1}
   */
  static <T> Dataset from(
      String name,
      List<T> items,
      Shape shape,
      ExampleWriter<? super T> features,
      ToIntFunction<? super T> label,
      int classes) {
    int[] labels = items.stream().mapToInt(label).toArray();
    return of(
        name,
        Field.f32(shape, ExampleWriter.writeAll(items, shape, features)),
        Field.i32(Shape.of(), labels),
        classes);
  }

  /**
   * Items of any type, each with numbers to predict.
   *
   * @param shape shape of one item's features
   * @param features writes one item's features
   * @param targetShape shape of one item's targets
   * @param targets writes one item's targets
   */
  static <T> Dataset from(
      String name,
      List<T> items,
      Shape shape,
      ExampleWriter<? super T> features,
      Shape targetShape,
      ExampleWriter<? super T> targets) {
    return of(
        name,
        Field.f32(shape, ExampleWriter.writeAll(items, shape, features)),
        Field.f32(targetShape, ExampleWriter.writeAll(items, targetShape, targets)));
  }
}
