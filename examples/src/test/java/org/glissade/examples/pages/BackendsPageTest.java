package org.glissade.examples.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.glissade.backend.Backend;
import org.glissade.backend.BackendChoice;
import org.glissade.backend.BackendProvider;
import org.glissade.backend.BackendSelector;
import org.glissade.nn.Dense;
import org.glissade.nn.MeanSquaredError;
import org.glissade.nn.Model;
import org.glissade.nn.Trainer;
import org.glissade.reference.ReferenceBackendProvider;
import org.glissade.spi.Catalog;
import org.glissade.tensor.Shape;
import org.glissade.testkit.BackendContract;
import org.glissade.testkit.Guarantee;
import org.glissade.transform.Chain;
import org.glissade.transform.ChainReader;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The code of docs/backends.md. */
class BackendsPageTest {
  /** Run whole only if it is named: the reference, which computes behind it, has its own test. */
  static class DeviceBackendTest implements BackendContract {
    @Override
    public Backend backend() {
      return new DeviceBackend();
    }

    @Override
    public Set<Guarantee> guarantees() {
      return EnumSet.of(Guarantee.SAME_BITS_FOR_ANY_THREAD_COUNT);
    }
  }

  @TestFactory
  Stream<DynamicNode> sessionsOfTheDevice() {
    return new DeviceBackendTest().sessions();
  }

  @Test
  void choosing() {
    Model model = new Model(new Dense(1), Shape.of(2), new MeanSquaredError());
    Chain chain = ChainReader.load().read("sgd(0.1)");

    BackendChoice choice = BackendSelector.load().select(Optional.of("cpu"));
    System.out.println(choice.reason());
    try (Trainer trainer = Trainer.of(model, chain).backend(choice.backend()).threads(2).build()) {
      assertEquals(1, trainer.predict(new float[] {1, 2}).length);
    }
  }

  @Test
  void whatIsPassedOverIsSaid() {
    List<BackendProvider> providers =
        List.of(new DeviceBackendProvider(), new ReferenceBackendProvider());
    Catalog<BackendProvider> catalog = Catalog.of(BackendProvider.class, providers);
    String line = new BackendSelector(catalog).select(Optional.of("auto")).reason();
    assertTrue(new Page("docs/backends.md").text().contains("\n    " + line + "\n"), line);
  }
}
