package org.glissade.nn;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All listeners of a training: each hears everything, even where an earlier one fails. */
record Listeners(List<TrainingListener> all) {
  Listeners {
    all = List.copyOf(all);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  void each(Consumer<TrainingListener> call) {
    ListenerException first = null;
    for (TrainingListener listener : all) {
      try {
        call.accept(listener);
      } catch (RuntimeException failure) {
        first = join(first, new ListenerException(listener, failure));
      }
    }
    if (first != null) {
      throw first;
    }
  }

  /**
   * The next step behind which some listener must hear of everything.
   *
   * @param step how many steps they have heard of
   */
  long due(long step) {
    long next = Long.MAX_VALUE;
    if (isEmpty()) {
      return next;
    }
    for (TrainingListener listener : all) {
      try {
        next = Math.min(next, Math.max(step + 1, listener.due(step)));
      } catch (RuntimeException failure) {
        throw new ListenerException(listener, failure);
      }
    }
    return next;
  }

  /** A failure behind others, or else alone. */
  static ListenerException join(@Nullable ListenerException first, ListenerException next) {
    if (first == null) {
      return next;
    }
    first.addSuppressed(next);
    return first;
  }
}
