package org.glissade.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.glissade.layer.Layer;
import org.glissade.layer.LayerProvider;
import org.glissade.nn.InitializerText;
import org.glissade.nn.Sequential;
import org.glissade.spi.Catalog;
import org.glissade.spi.Settings;
import org.glissade.spi.text.CallText;
import org.glissade.spi.text.ChainParser;
import org.glissade.spi.text.LinkText;
import org.glissade.spi.text.LocatedException;

/**
 * Makes a network from text: layers by name, {@code flatten | dense(128) | relu | dense(10)}.
 *
 * @param catalog where the names are looked up
 */
record NetworkReader(Catalog<LayerProvider> catalog) {
  private static final Pattern WIDTHS = Pattern.compile(" *[1-9]\\d* *(, *[1-9]\\d* *)*");

  /** Whether a text gives the widths of hidden layers, as {@code 128,64}. */
  static boolean isWidths(String layers) {
    return WIDTHS.matcher(layers).matches();
  }

  /**
   * The text of a network with ReLU between dense layers. An initialiser that keeps the variance,
   * such as he, is for weights, and biases begin at 0; any other, such as normal(1.0), fills both.
   *
   * @param widths of the hidden layers, as {@code 128,64}
   */
  static String perceptron(String widths, String init, int classes) {
    String initial = "init=" + init + (isForWeights(init) ? "" : ", bias=" + init);
    StringBuilder text = new StringBuilder("flatten");
    for (String width : widths.split(",", -1)) {
      text.append(" | dense(%s, %s) | relu".formatted(width.strip(), initial));
    }
    return text.append(" | dense(%d, %s)".formatted(classes, initial)).toString();
  }

  /** How such a network begins, in words: {@code he weights}. */
  static String beginning(String init) {
    return init + (isForWeights(init) ? " weights" : " weights and biases");
  }

  private static boolean isForWeights(String init) {
    return List.of("he", "lecun", "xavier").contains(init.strip());
  }

  /**
   * The network of a text.
   *
   * @throws LocatedException if it describes none; the message says what to do
   */
  Sequential read(String text) {
    List<Layer> layers = new ArrayList<>();
    for (LinkText link : ChainParser.parse(text).links()) {
      if (link.givenName().isPresent()) {
        throw new LocatedException(
            link.call().position(), "layers are numbered and take no name; write them without");
      }
      layers.add(layer(link.call()));
    }
    return new Sequential(layers);
  }

  private Layer layer(CallText call) {
    LayerProvider provider = catalog.get(call);
    try {
      return provider.create(Settings.bind(provider.settings(), call));
    } catch (IllegalArgumentException mistake) {
      throw LocatedException.at(call.position(), mistake);
    }
  }

  /** The text of an initialiser, checked. */
  static String initializer(String text) {
    return String.valueOf(InitializerText.parse(text));
  }
}
