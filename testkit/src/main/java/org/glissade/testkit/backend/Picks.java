package org.glissade.testkit.backend;

import java.util.List;
import java.util.Map;
import org.glissade.data.Field;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;

/** Batches picked from resident data, by a list of indices and a position in it. */
final class Picks {
  private static final int ROWS = 33;
  private static final int BATCH = 5;

  private Picks() {}

  static List<Case> cases() {
    return List.of(picked());
  }

  private static Case picked() {
    Sketch sketch = new Sketch();
    Tensor position = sketch.setting("position", 0);
    Tensor order = sketch.fixed("order", Field.i32(Shape.of(), order()));
    Tensor index = order.take(position, BATCH);
    Tensor images = sketch.fixed("images", Field.u8(Shape.of(3, 7), bytes()));
    Tensor labels = sketch.fixed("labels", Field.i32(Shape.of(), order()));
    Tensor points = sketch.floats("points", ROWS, 17);
    Tensor list = sketch.fixed("list", Field.i32(Shape.of(), new int[] {ROWS - 1, 0, 4, 4}));

    sketch.output("index", index.toFloat());
    sketch.output("images", images.gather(index).toFloat());
    sketch.output("scaled", images.gather(index).toFloat().times(1 / 256.0));
    sketch.output("labels", labels.gather(index).toFloat());
    sketch.output("points", points.gather(index));
    sketch.output("turned", points.gather(index).transpose());
    sketch.output("sums", points.gather(list).max(1));
    Tensor column = labels.gather(index).toFloat().reshape(Shape.of(BATCH, 1));
    sketch.output("hits", sketch.graph.index(Shape.of(BATCH, 10), 1).equalTo(column));
    Tensor flat = images.gather(index).toFloat().reshape(Shape.of(BATCH, 21));
    sketch.output("product", flat.matmul(sketch.floats("weight", 21, 4)).times(0.125));
    Feed feed = sketch.feed(Values.INTEGERS);
    return sketch.with(
        "gather and take",
        Accuracy.EXACT,
        List.of(at(feed, 0), at(feed, 1), at(feed, ROWS - BATCH)));
  }

  private static Feed at(Feed feed, int position) {
    return new Feed(
        "position " + position, feed.inputs(), Map.of("position", new double[] {position}));
  }

  private static int[] order() {
    int[] order = new int[ROWS];
    for (int i = 0; i < ROWS; i++) {
      order[i] = i * 10 % ROWS;
    }
    return order;
  }

  private static byte[] bytes() {
    byte[] bytes = new byte[ROWS * 21];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 7);
    }
    return bytes;
  }
}
