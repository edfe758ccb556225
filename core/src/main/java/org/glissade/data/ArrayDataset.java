package org.glissade.data;

import org.glissade.tensor.DType;
import org.glissade.tensor.Shape;

/**
 * A data set over arrays in memory, checked when it is made.
 *
 * @param classes number of classes, or 0 when targets are numbers
 */
public record ArrayDataset(String name, Field features, Field targets, int classes)
    implements Dataset {

  /** Checks counts, labels and finiteness. */
  public ArrayDataset {
    if (features.count() != targets.count()) {
      throw new DataException(
          "data set " + name,
          "feature count " + features.count() + " and target count " + targets.count(),
          "equal counts",
          "give one target for each example");
    }
    if (classes < 0) {
      throw new IllegalArgumentException(
          "data set " + name + ": " + classes + " classes; give the number of classes, or 0");
    }
    requireFinite(name, "feature", features);
    requireFinite(name, "target", targets);
    if (classes > 0) {
      requireLabels(name, targets, classes);
    }
  }

  /**
   * Rows of features with class labels from 0; the number of classes is the largest label plus one.
   */
  public static ArrayDataset of(float[][] x, int[] labels) {
    int largest = 0;
    for (int label : labels) {
      largest = Math.max(largest, label);
    }
    return of(x, labels, Math.addExact(largest, 1));
  }

  /** Rows of features with class labels 0 to {@code classes - 1}. Rows are copied. */
  public static ArrayDataset of(float[][] x, int[] labels, int classes) {
    return new ArrayDataset("arrays", rows("x", x), Field.i32(Shape.of(), labels), classes);
  }

  /** Rows of features with rows of numbers to predict. Rows are copied. */
  public static ArrayDataset of(float[][] x, float[][] y) {
    return new ArrayDataset("arrays", rows("x", x), rows("y", y), 0);
  }

  private static Field rows(String name, float[][] rows) {
    int width = rows.length == 0 ? 1 : rows[0].length;
    float[] flat = new float[Math.multiplyExact(rows.length, width)];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != width) {
        throw new DataException(
            name + ", example " + i,
            "a row of length " + rows[i].length,
            width + " as in example 0",
            "give rows of one length");
      }
      System.arraycopy(rows[i], 0, flat, i * width, width);
    }
    return Field.f32(Shape.of(width), flat);
  }

  private static void requireFinite(String name, String what, Field field) {
    if (!(field.array() instanceof float[] values)) {
      return;
    }
    int size = field.example().size();
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new DataException(
            "data set %s, example %d, %s element %d".formatted(name, i / size, what, i % size),
            String.valueOf(values[i]),
            "a finite number",
            "write every element, and replace or leave out missing values");
      }
    }
  }

  private static void requireLabels(String name, Field targets, int classes) {
    if (targets.type() == DType.F32) {
      throw new DataException(
          "data set " + name,
          "float targets with " + classes + " classes",
          "labels as U8 or I32",
          "give integer labels, or 0 classes to predict numbers");
    }
    int size = targets.example().size();
    for (int i = 0; i < targets.count(); i++) {
      for (int element = 0; element < size; element++) {
        int label = (int) targets.value(i, element);
        if (label < 0 || label >= classes) {
          throw new DataException(
              "data set " + name + ", example " + i,
              "label " + label,
              "0 to " + (classes - 1),
              "number the classes from 0, or raise the number of classes");
        }
      }
    }
  }
}
