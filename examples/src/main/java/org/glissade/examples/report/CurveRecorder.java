package org.glissade.examples.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Samples a quantity while a run goes on, in a fixed amount of memory and with no allocation per
 * step. It keeps all of the first values, in which gradients explode if they do, and the last; of
 * those between it keeps every one until there is no more room, then every second, every fourth,
 * and so on. Not thread-safe.
 */
public final class CurveRecorder {
  private static final int HEAD = 64;

  private final long[] steps;
  private final double[] values;
  private int size;
  private long afterHead;
  private long stride = 1;
  private long lastStep;
  private double lastValue;

  /** Keeps the first 64 values, at most {@code capacity} evenly from the others, and the last. */
  public CurveRecorder(int capacity) {
    if (capacity < 2) {
      throw new IllegalArgumentException("capacity must be at least 2, got " + capacity);
    }
    steps = new long[HEAD + capacity];
    values = new double[HEAD + capacity];
  }

  /** Takes the value of the next step; steps ascend. */
  public void add(long step, double value) {
    lastStep = step;
    lastValue = value;
    if (size < HEAD) {
      keep(step, value);
      return;
    }
    long index = afterHead++;
    if (size == steps.length && index % stride == 0) {
      thin();
    }
    if (index % stride == 0) {
      keep(step, value);
    }
  }

  private void keep(long step, double value) {
    steps[size] = step;
    values[size++] = value;
  }

  private void thin() {
    int kept = HEAD;
    for (int i = HEAD; i < size; i += 2) {
      steps[kept] = steps[i];
      values[kept++] = values[i];
    }
    size = kept;
    stride *= 2;
  }

  /** What was sampled so far. */
  public Curve toCurve() {
    List<Curve.Point> points = new ArrayList<>(size + 1);
    for (int i = 0; i < size; i++) {
      points.add(new Curve.Point(steps[i], values[i]));
    }
    if (size > 0 && steps[size - 1] != lastStep) {
      points.add(new Curve.Point(lastStep, lastValue));
    }
    return new Curve(points);
  }
}
