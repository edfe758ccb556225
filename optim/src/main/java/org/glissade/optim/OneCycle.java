package org.glissade.optim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glissade.spi.Range;

/**
 * From peak/divide to the peak and back, then on to peak/(divide·last), which is reached at the end
 * (Smith and Topin, arXiv:1708.07120). Its {@link #schedule} is made of points. Where they lie
 * differs: Optax has them at whole steps, ⌊rise·total⌋, ⌊fall·total⌋ and total; PyTorch, which
 * counts to total - 1, at rise·total - 1, fall·total - 2 and total - 1.
 *
 * @param peak the largest value, above 0
 * @param total how many steps it takes
 * @param rise which share of them it rises, between 0 and 1
 * @param fall at which share it is back at its first value; empty to fall to its end at once, as
 *     with Optax's cosine and PyTorch's two phases. Optax's line has 0.85, PyTorch's three phases
 *     have 2·rise
 * @param divide by what the first value is less than the peak, above 0
 * @param last by what the end is less than the first value, above 0
 * @param curve line or cosine
 * @param dialect whose points
 */
public record OneCycle(
    double peak,
    int total,
    double rise,
    Optional<Double> fall,
    double divide,
    double last,
    Curve curve,
    Dialect dialect) {
  /** The name in text. */
  public static final String NAME = "one-cycle";

  /** Where the points lie. */
  public enum Dialect {
    /** At whole steps, the last one behind the total. */
    OPTAX,
    /** At fractions of steps, the last one within the total. */
    PYTORCH
  }

  /** Checks the numbers. */
  public OneCycle {
    Require.in(Range.above(0), NAME + ": peak", peak);
    Require.in(Range.atLeast(2), NAME + ": total", total);
    Require.in(Range.open(0, 1), NAME + ": rise", rise);
    fall.ifPresent(share -> Require.in(Range.closed(rise, 1), NAME + ": fall", share));
    Require.in(Range.above(0), NAME + ": divide", divide);
    Require.in(Range.above(0), NAME + ": last", last);
  }

  /** A cosine as in Optax: up within 30 % of the steps, from peak/25 to peak and to peak/250000. */
  public OneCycle(double peak, int total) {
    this(peak, total, 0.3, Optional.empty(), 25, 1e4, Curve.COSINE, Dialect.OPTAX);
  }

  /** What it says of each step. */
  public Schedule schedule() {
    boolean whole = dialect == Dialect.OPTAX;
    List<Double> at = new ArrayList<>(List.of(0.0, point(rise, 1)));
    List<Double> heights = new ArrayList<>(List.of(peak / divide, peak));
    if (fall.isPresent()) {
      at.add(point(fall.get(), 2));
      heights.add(peak / divide);
    }
    at.add((double) (whole ? total : total - 1));
    heights.add(peak / (divide * last));
    return new PointsSchedule(at, heights, curve);
  }

  private double point(double share, int phase) {
    return dialect == Dialect.OPTAX ? Math.floor(share * total) : share * total - phase;
  }
}
