package org.glissade.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.glissade.backend.Backend;
import org.glissade.reference.ReferenceBackend;
import org.glissade.spi.text.CallText;
import org.glissade.testkit.spi.Examples;
import org.glissade.testkit.transform.Suite;
import org.glissade.transform.GradientTransformProvider;
import org.junit.jupiter.api.DynamicNode;

/**
 * What every gradient transform must fulfil, and what its provider declares: each {@link
 * org.glissade.spi.Trait} is proved, so that a wrong one fails. A test factory runs all of it:
 *
 * <pre>{@code
 * class SoftClipTest {
 *   @TestFactory
 *   Stream<DynamicNode> contract() {
 *     return GradientTransformContract.of(new SoftClipProvider()).tests();
 *   }
 * }
 * }</pre>
 *
 * <p>Equations are proved on the reference backend, which computes in double. The parameters are
 * {@code dense-1/weight} and {@code bias}, {@code dense-2/weight} and {@code scale}, {@code
 * embedding-3/table} and {@code conv-4/weight}; their groups are their kinds.
 */
public final class GradientTransformContract {
  private final GradientTransformProvider provider;
  private final List<CallText> examples;
  private final List<Backend> backends;

  private GradientTransformContract(
      GradientTransformProvider provider, List<CallText> examples, List<Backend> backends) {
    this.provider = provider;
    this.examples = examples;
    this.backends = List.copyOf(backends);
  }

  /**
   * The contract of a provider.
   *
   * @param examples the arguments of each transform to try, in text, such as {@code 1.0,
   *     extent=parameter}; if none is given they are made up from the settings, with every word of
   *     every choice
   */
  public static GradientTransformContract of(
      GradientTransformProvider provider, String... examples) {
    List<CallText> calls =
        examples.length == 0 ? Examples.of(provider) : Examples.of(provider, List.of(examples));
    return new GradientTransformContract(provider, calls, List.of());
  }

  /** The same contract, run on a backend as well. */
  public GradientTransformContract on(Backend backend) {
    List<Backend> more = new ArrayList<>(backends);
    more.add(backend);
    return new GradientTransformContract(provider, examples, more);
  }

  /** One container for each example and backend, one test for each promise. */
  public Stream<DynamicNode> tests() {
    return Suite.of(provider, examples, new ReferenceBackend(), backends);
  }
}
