package org.glissade.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import org.glissade.layer.Layer;
import org.glissade.layer.LayerProvider;
import org.glissade.spi.Catalog;
import org.glissade.spi.Settings;
import org.glissade.spi.text.CallText;
import org.glissade.spi.text.ChainParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerProvidersTest {
  private static final Catalog<LayerProvider> CATALOG = Catalog.load(LayerProvider.class);

  @Test
  void allAreFoundByName() {
    assertEquals(List.of(), CATALOG.problems());
    assertEquals(
        "[dense, dropout, flatten, gelu, leaky-relu, relu, sigmoid, softmax, tanh]",
        CATALOG.names().toString());
  }

  @Test
  void theServicesFileAndTheModuleDescriptorNameTheSameClasses() throws IOException {
    TreeSet<String> listed = new TreeSet<>(resource().lines().toList());
    TreeSet<String> provided = new TreeSet<>();
    for (ModuleDescriptor.Provides provides : descriptor().provides()) {
      if (provides.service().equals(LayerProvider.class.getName())) {
        provided.addAll(provides.providers());
      }
    }
    TreeSet<String> found = new TreeSet<>();
    CATALOG.providers().forEach(provider -> found.add(provider.getClass().getName()));
    assertEquals(listed, provided);
    assertEquals(listed, found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "relu # Relu[]",
        "leaky-relu # LeakyRelu[slope=0.01]",
        "leaky-relu(0.2) # LeakyRelu[slope=0.2]",
        "tanh # Tanh[]",
        "sigmoid # Sigmoid[]",
        "gelu # Gelu[]",
        "softmax # Softmax[]",
        "flatten # Flatten[]",
        "dropout # Dropout[rate=0.5]",
        "dropout(0.1) # Dropout[rate=0.1]",
        "dense(10) # Dense[units=10, weights=he, biases=zeros]",
        "dense(10, xavier) # Dense[units=10, weights=xavier, biases=zeros]",
        "dense(10, bias=none) # Dense[units=10, weights=he, biases=null]",
        "dense(10, init=normal(2), bias=normal) # Dense[units=10, weights=normal(2.0), biases=normal(1.0)]"
      })
  void settingsReachTheLayer(String text, String layer) {
    assertEquals(layer, create(text).toString());
    CallText call = ChainParser.parse(text).links().get(0).call();
    assertEquals(call.name(), create(text).name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "dense # column 1: dense: units is missing; give an integer >= 1",
        "dropout(1) # column 9: dropout: rate must be in [0, 1), but was 1",
        "dense(10, hee) # column 11: no initialiser is named 'hee'; did you mean 'he'? Known: he,"
            + " lecun, normal, truncated-normal, uniform, xavier, zeros."
      })
  void mistakesPointAtTheSetting(String text, String message) {
    assertEquals(
        message, assertThrows(IllegalArgumentException.class, () -> create(text)).getMessage());
  }

  private static Layer create(String text) {
    CallText call = ChainParser.parse(text).links().get(0).call();
    LayerProvider provider = CATALOG.get(call);
    return provider.create(Settings.bind(provider.settings(), call));
  }

  private static String resource() throws IOException {
    String name = "/META-INF/services/" + LayerProvider.class.getName();
    try (InputStream file = Dense.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static ModuleDescriptor descriptor() throws IOException {
    String own = Dense.class.getResource("Dense.class").toString();
    String root = own.substring(0, own.length() - "org/glissade/nn/Dense.class".length());
    try (InputStream file = URI.create(root + "module-info.class").toURL().openStream()) {
      return ModuleDescriptor.read(file);
    }
  }
}
