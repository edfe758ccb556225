package org.glissade.nn;

import org.glissade.backend.Program;
import org.glissade.data.Field;
import org.glissade.tensor.Shape;
import org.glissade.tensor.ShapeException;

/** Gives the outputs for any number of examples, in chunks of one planned batch. */
record Predictor(Programs programs, int batch) {
  /** One row for each example. */
  float[][] run(Field examples) {
    Model model = programs.model();
    if (!examples.example().equals(model.example())) {
      throw new ShapeException(
          "The model takes examples of shape %s, but was asked to predict for %s"
              .formatted(model.example(), examples.example()));
    }
    Program program = programs.predict(batch, examples.type());
    Chunk chunk = new Chunk(examples, batch);
    int width = model.output().size();
    float[] outputs = new float[Math.multiplyExact(batch, width)];
    float[][] rows = new float[examples.count()][width];
    for (int from = 0; from < rows.length; from += batch) {
      int count = Math.min(batch, rows.length - from);
      programs.session().bind("predict.features", chunk.load(examples, from, count));
      program.run();
      program.read("output", outputs);
      for (int i = 0; i < count; i++) {
        System.arraycopy(outputs, i * width, rows[from + i], 0, width);
      }
    }
    return rows;
  }

  /** One row for each example, given as a row of its features. */
  float[][] run(float[]... examples) {
    Shape shape = programs.model().example();
    int size = shape.size();
    float[] all = new float[Math.multiplyExact(examples.length, size)];
    for (int i = 0; i < examples.length; i++) {
      if (examples[i].length != size) {
        throw new ShapeException(
            "The model takes examples of shape %s, %d numbers, but example %d has %d"
                .formatted(shape, size, i, examples[i].length));
      }
      System.arraycopy(examples[i], 0, all, i * size, size);
    }
    return examples.length == 0 ? new float[0][] : run(Field.f32(shape, all));
  }
}
