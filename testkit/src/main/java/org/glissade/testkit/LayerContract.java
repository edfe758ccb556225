package org.glissade.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.glissade.backend.Backend;
import org.glissade.layer.Layer;
import org.glissade.layer.LayerProvider;
import org.glissade.reference.ReferenceBackend;
import org.glissade.spi.Settings;
import org.glissade.spi.text.CallText;
import org.glissade.tensor.Shape;
import org.glissade.testkit.layer.Suite;
import org.glissade.testkit.layer.Tested;
import org.glissade.testkit.spi.Examples;
import org.glissade.testkit.spi.Offer;
import org.junit.jupiter.api.DynamicNode;

/**
 * What every layer must fulfil: right gradients by its input and by all of its parameters (central
 * differences in double, in training and in evaluation), the same parameters in both, examples that
 * do not meet, the same bits for the same seed. A test factory runs all of it:
 *
 * <pre>{@code
 * class GatedTest {
 *   @TestFactory
 *   Stream<DynamicNode> contract() {
 *     return LayerContract.of(new GatedProvider()).tests();
 *   }
 * }
 * }</pre>
 */
public final class LayerContract {
  private final List<DynamicNode> first;
  private final Map<String, Supplier<Layer>> layers;
  private final List<Shape> examples;
  private final boolean mixing;
  private final List<Backend> backends;

  private LayerContract(
      List<DynamicNode> first,
      Map<String, Supplier<Layer>> layers,
      List<Shape> examples,
      boolean mixing,
      List<Backend> backends) {
    this.first = first;
    this.layers = layers;
    this.examples = examples;
    this.mixing = mixing;
    this.backends = backends;
  }

  /**
   * The contract of a provider, on examples of shape [7].
   *
   * @param arguments those of each layer to try, in text, such as {@code 32, bias=none}; if none is
   *     given they are made up from the settings, with every word of every choice
   */
  public static LayerContract of(LayerProvider provider, String... arguments) {
    List<CallText> calls =
        arguments.length == 0 ? Examples.of(provider) : Examples.of(provider, List.of(arguments));
    Map<String, Supplier<Layer>> layers = new TreeMap<>();
    calls.forEach(
        call ->
            layers.put(
                call.print(), () -> provider.create(Settings.bind(provider.settings(), call))));
    List<DynamicNode> first = List.of(Offer.test(LayerProvider.class, provider));
    return new LayerContract(
        first, layers, List.of(Shape.of(7)), false, List.of(new ReferenceBackend()));
  }

  /** The contract of a layer, on examples of shape [7]. */
  public static LayerContract of(Layer layer) {
    return new LayerContract(
        List.of(),
        Map.of(layer.name(), () -> layer),
        List.of(Shape.of(7)),
        false,
        List.of(new ReferenceBackend()));
  }

  /** The same contract on inputs whose examples have each of these shapes. */
  public LayerContract onExamplesOf(Shape... shapes) {
    return new LayerContract(first, layers, List.of(shapes), mixing, backends);
  }

  /** The same contract of a layer whose outputs depend on the whole batch in training. */
  public LayerContract mixingExamplesInTraining() {
    return new LayerContract(first, layers, examples, true, backends);
  }

  /** The same contract, run on a backend as well. */
  public LayerContract on(Backend backend) {
    List<Backend> more = new ArrayList<>(backends);
    more.add(backend);
    return new LayerContract(first, layers, examples, mixing, more);
  }

  /** One container for each layer, shape and backend, one test for each promise. */
  public Stream<DynamicNode> tests() {
    List<DynamicNode> nodes = new ArrayList<>(first);
    for (Backend backend : backends) {
      layers.forEach(
          (name, layer) ->
              examples.forEach(
                  shape -> nodes.add(Suite.of(new Tested(name, layer, shape, mixing, backend)))));
    }
    return nodes.stream();
  }
}
