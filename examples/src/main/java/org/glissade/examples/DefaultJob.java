package org.glissade.examples;

import java.util.List;

/** What the main job shows: gradients that explode, and four ways to tame them. */
final class DefaultJob {
  static final String LAYERS = "128,64";
  static final String HE = "he";
  static final double SCALE = 1 / 255.0;
  static final int BATCH = 128;
  static final int EPOCHS = 10;

  private static final String ARTICLE = "The article's experiment";
  private static final String PAIR = "A stability pair";
  private static final String GOOD = "A good run";
  private static final String SINGLE = "One run";
  private static final int ARTICLE_EPOCHS = 5;
  private static final int PAIR_EPOCHS = 2;

  private DefaultJob() {}

  /** The runs in order; within a group weights and data order are the same. */
  static List<Trial> trials() {
    return List.of(
        article("none", "sgd(0.01)"),
        article("clip-by-norm", "clip-by-norm(1.0, extent=parameter) | sgd(0.01)"),
        article("clip-by-value", "clip-by-value(0.1) | sgd(0.01)"),
        article("renormalize", "renormalize(0.9, extent=parameter) | sgd(0.01)"),
        pair("none", "sgd(2.0)"),
        pair("clip-by-norm", "clip-by-norm(0.1, extent=parameter) | sgd(2.0)"),
        new Trial(
            GOOD,
            "clip-by-norm",
            "clip-by-norm(1.0, extent=parameter) | sgd(0.1)",
            LAYERS,
            HE,
            SCALE,
            BATCH,
            EPOCHS));
  }

  /** A single run with a transform, named by its first link behind the policy. */
  static Trial single(String transform) {
    String rules = transform.replaceFirst("^\\s*non-finite\\([^)]*\\)\\s*\\|", "");
    String name = rules.strip().replaceFirst("[\\s(|].*", "");
    return new Trial(SINGLE, name, transform, LAYERS, HE, SCALE, BATCH, EPOCHS);
  }

  private static Trial article(String name, String transform) {
    return new Trial(ARTICLE, name, transform, LAYERS, "normal(1.0)", 1, BATCH, ARTICLE_EPOCHS);
  }

  private static Trial pair(String name, String transform) {
    return new Trial(PAIR, name, transform, LAYERS, HE, SCALE, BATCH, PAIR_EPOCHS);
  }
}
