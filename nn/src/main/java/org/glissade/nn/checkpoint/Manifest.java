package org.glissade.nn.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import org.glissade.nn.RunIdentity;
import org.glissade.nn.RunState;
import org.glissade.nn.TrainingPosition;

/** What a checkpoint says of its run: the metadata of the file. */
record Manifest(Path file, Map<String, String> texts) {
  private static final String FORMAT = "glissade.format";
  private static final String CURRENT = "1";

  static Map<String, String> of(RunState state) throws IOException {
    RunIdentity identity = state.identity();
    TrainingPosition position = state.position();
    Map<String, String> texts = new TreeMap<>();
    texts.put(FORMAT, CURRENT);
    texts.put("glissade.version", version());
    texts.put("seed", Long.toString(identity.seed()));
    texts.put("batch", Integer.toString(identity.batch()));
    texts.put("dataset", identity.dataset());
    texts.put("examples", Integer.toString(identity.examples()));
    texts.put("chain", identity.chain());
    texts.put("model", identity.model());
    texts.put("backend", identity.backend());
    texts.put("position.epoch", Integer.toString(position.epoch()));
    texts.put("position.batch", Integer.toString(position.batch()));
    texts.put("position.step", Long.toString(position.step()));
    texts.put("position.loss-sum", Double.toString(position.lossSum()));
    texts.put("position.loss-count", Long.toString(position.lossCount()));
    return texts;
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
        text("backend"));
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
