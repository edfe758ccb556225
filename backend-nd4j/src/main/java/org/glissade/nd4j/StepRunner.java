package org.glissade.nd4j;

import org.glissade.backend.HostCall;
import org.glissade.plan.Code;
import org.glissade.plan.Slot;
import org.glissade.plan.Step;
import org.glissade.plan.View;
import org.glissade.tensor.Distribution;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Shape;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What each step does. What it computes on the way lies in {@link Scratch}. */
final class StepRunner implements Step.Visitor<Runnable> {
  private final Places places;
  private final Layout layout;
  private final long seed;

  StepRunner(Places places, Layout layout, long seed) {
    this.places = places;
    this.layout = layout;
    this.seed = seed;
  }

  private static Runnable inScratch(Runnable step) {
    return () -> Scratch.run(step);
  }

  @Override
  public Runnable matMul(Step.MatMul step) {
    return inScratch(
        () -> {
          INDArray a = matrix(step.a(), step.m(), step.k(), step.transposeA());
          INDArray b = matrix(step.b(), step.k(), step.n(), step.transposeB());
          INDArray row = Place.doubles(Nd4j.gemm(a, b, step.transposeA(), step.transposeB()));
          Code finish = step.finish();
          places.write(step.out(), finish == null ? row : finished(step, finish, row));
        });
  }

  private INDArray matrix(View view, int rows, int columns, boolean transposed) {
    long[] dims = transposed ? new long[] {columns, rows} : new long[] {rows, columns};
    return places.at(view.slot()).part(view.offset(), dims, new long[] {dims[1], 1});
  }

  private INDArray finished(Step.MatMul step, Code finish, INDArray product) {
    return Codes.result(finish, new DenseLoads(places, step.out().shape(), product));
  }

  @Override
  public Runnable map(Step.Map step) {
    DenseLoads loads = new DenseLoads(places, step.shape(), null);
    return inScratch(() -> places.write(step.out(), Codes.result(step.code(), loads)));
  }

  @Override
  public Runnable reduce(Step.Reduce step) {
    DenseLoads loads = new DenseLoads(places, step.shape(), null);
    return inScratch(
        () -> {
          INDArray row = Reductions.row(Codes.result(step.code(), loads), step.shape().size());
          INDArray box = row.reshape(step.outer(), step.length(), step.inner());
          places.write(step.out(), Reductions.along(step.fn(), box, 1));
        });
  }

  /** On the heap: which of several largest ND4J finds is not said. */
  @Override
  public Runnable argMax(Step.ArgMax step) {
    return inScratch(
        () -> {
          double[] x = places.at(step.in().slot()).read(step.in());
          float[] best = new float[step.rows()];
          for (int row = 0; row < best.length; row++) {
            best[row] = first(x, row * step.length(), step.length());
          }
          places.write(step.out(), Nd4j.createFromArray(best));
        });
  }

  private static int first(double[] x, int begin, int length) {
    int best = 0;
    for (int i = 1; i < length; i++) {
      double champion = x[begin + best];
      double rival = x[begin + i];
      if (rival > champion || Double.isNaN(rival) && !Double.isNaN(champion)) {
        best = i;
      }
    }
    return best;
  }

  @Override
  public Runnable take(Step.Take step) {
    View list = step.list();
    int size = list.shape().size();
    return inScratch(
        () -> {
          int from = (int) places.scalar(step.position());
          if (from < 0 || from + step.count() > size) {
            throw new IndexOutOfBoundsException(
                "%s holds %d entries, but %d were asked for from %d: set %s back before it passes the end"
                    .formatted(
                        list.slot().name(), size, step.count(), from, step.position().name()));
          }
          Place place = places.at(list.slot());
          places.write(step.out(), place.row(list.offset() + from, step.count()));
        });
  }

  /** On the heap: the generator is Glissade's, so that every backend draws the same numbers. */
  @Override
  public Runnable random(Step.Random step) {
    long key = Distribution.key(seed, step.stream());
    float[] drawn = new float[step.out().shape().size()];
    boolean flat = step.out().slot().storage() == Slot.Storage.FLAT;
    return inScratch(
        () -> {
          int number = (int) places.scalar(step.step());
          for (int p = 0; flat && p < layout.parameters().size(); p++) {
            draw(step.distribution(), key, number, drawn, layout.offset(p), layout.length(p));
          }
          if (!flat) {
            draw(step.distribution(), key, number, drawn, 0, drawn.length);
          }
          places.write(step.out(), Nd4j.createFromArray(drawn));
        });
  }

  private static void draw(
      Distribution distribution, long key, int step, float[] into, int begin, int length) {
    for (int i = begin; i < begin + length; i++) {
      into[i] = distribution.draw(key, step, i);
    }
  }

  @Override
  public Runnable sweep(Step.Sweep step) {
    return new SweepRunner(places, layout, step);
  }

  @Override
  public Runnable scalars(Step.Scalars step) {
    ColumnLoads loads = new ColumnLoads(places);
    return inScratch(
        () -> {
          for (Step.Assignment assignment : step.assignments()) {
            Slot target = assignment.target();
            places.at(target).write(0, target.size(), Codes.result(assignment.code(), loads));
          }
        });
  }

  /** Its Java is called outside the scratch, which is none of its business. */
  @Override
  public Runnable host(Step.Host step) {
    HostCall call = new HostCall(step, layout);
    HostCall.Carrier read =
        (slot, into) ->
            Scratch.run(
                () -> {
                  double[] numbers = places.at(slot).read(View.of(slot, Shape.of(slot.size())));
                  System.arraycopy(numbers, 0, into, 0, into.length);
                });
    HostCall.Carrier write =
        (slot, from) ->
            Scratch.run(() -> places.at(slot).write(0, from.length, Nd4j.createFromArray(from)));
    return () -> call.run(read, write);
  }
}
