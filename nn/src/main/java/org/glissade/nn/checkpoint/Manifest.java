package org.glissade.nn.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.glissade.nn.NamedTensor;
import org.glissade.nn.PatienceState;
import org.glissade.nn.RunIdentity;
import org.glissade.nn.RunState;
import org.glissade.nn.TrainingPosition;

/** What a checkpoint says of its run: the metadata of the file. */
record Manifest(Path file, Map<String, String> texts) {
  private static final String FORMAT = "glissade.format";
  private static final String CURRENT = "1";
  private static final String WAITED = "patience.waited";
  private static final String NOTE = "note.";

  static Map<String, String> of(RunState state) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    texts.put(FORMAT, CURRENT);
    texts.put("glissade.version", version());
    put(texts, state.identity());
    put(texts, state.position());
    if (!state.patience().equals(PatienceState.START)) {
      texts.put("patience.best", Double.toString(state.patience().best()));
      texts.put(WAITED, Integer.toString(state.patience().waited()));
    }
    return texts;
  }

  private static void put(Map<String, String> texts, RunIdentity identity) {
    texts.put("seed", Long.toString(identity.seed()));
    texts.put("batch", Integer.toString(identity.batch()));
    texts.put("dataset", identity.dataset());
    texts.put("examples", Integer.toString(identity.examples()));
    texts.put("chain", identity.chain());
    texts.put("model", identity.model());
    texts.put("backend", identity.backend());
    identity.notes().forEach((name, value) -> texts.put(NOTE + name, value));
  }

  private static void put(Map<String, String> texts, TrainingPosition position) {
    texts.put("position.epoch", Integer.toString(position.epoch()));
    texts.put("position.batch", Integer.toString(position.batch()));
    texts.put("position.step", Long.toString(position.step()));
    texts.put("position.loss-sum", Double.toString(position.lossSum()));
    texts.put("position.loss-count", Long.toString(position.lossCount()));
  }

  private static String version() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = Manifest.class.getResourceAsStream("version.properties")) {
      if (in != null) {
        properties.load(in);
      }
    }
    return properties.getProperty("version", "unknown");
  }

  /** Refuses what no version up to this one has written. */
  void requireFormat() {
    String format = text(FORMAT);
    if (!format.equals(CURRENT)) {
      throw wrong("format " + format, "format " + CURRENT + ", as this Glissade writes");
    }
  }

  RunIdentity identity() {
    return new RunIdentity(
        number("seed", Long::parseLong),
        number("batch", Integer::parseInt),
        text("dataset"),
        number("examples", Integer::parseInt),
        text("chain"),
        text("model"),
        text("backend"),
        notes());
  }

  private SortedMap<String, String> notes() {
    SortedMap<String, String> notes = new TreeMap<>();
    texts.forEach(
        (key, value) -> {
          if (key.startsWith(NOTE)) {
            notes.put(key.substring(NOTE.length()), value);
          }
        });
    return notes;
  }

  TrainingPosition position() {
    int epoch = number("position.epoch", Integer::parseInt);
    int batch = number("position.batch", Integer::parseInt);
    long step = number("position.step", Long::parseLong);
    double lossSum = number("position.loss-sum", Double::parseDouble);
    long lossCount = number("position.loss-count", Long::parseLong);
    try {
      return new TrainingPosition(epoch, batch, step, lossSum, lossCount);
    } catch (IllegalArgumentException mistake) {
      throw wrong(String.valueOf(mistake.getMessage()), "a position in a training");
    }
  }

  /**
   * How far early stopping had waited.
   *
   * @param best the tensors of the best epoch
   */
  PatienceState patience(SortedMap<String, NamedTensor> best) {
    if (!texts.containsKey(WAITED)) {
      return PatienceState.START;
    }
    double loss = number("patience.best", Double::parseDouble);
    int waited = number(WAITED, Integer::parseInt);
    if (waited < 0) {
      throw wrong(WAITED + " " + waited + " in the metadata", "at least 0");
    }
    return new PatienceState(loss, waited, best);
  }

  private String text(String key) {
    String text = texts.get(key);
    if (text == null) {
      throw wrong("no " + key + " in the metadata", "a checkpoint of Glissade");
    }
    return text;
  }

  private <N extends Number> N number(String key, Function<String, N> parser) {
    try {
      return parser.apply(text(key));
    } catch (NumberFormatException mistake) {
      throw wrong(key + " " + text(key) + " in the metadata", "a number");
    }
  }

  private CheckpointException wrong(String found, String expected) {
    return new CheckpointException(file, SafeTensors.PREFIX, found, expected);
  }
}
