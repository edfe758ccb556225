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

  private static ListenerException join(@Nullable ListenerException first, ListenerException next) {
    if (first == null) {
      return next;
    }
    first.addSuppressed(next);
    return first;
  }
}
