package org.glissade.testkit;

import java.util.Set;
import java.util.stream.Stream;
import org.glissade.backend.Backend;
import org.glissade.testkit.backend.Guarantees;
import org.glissade.testkit.backend.HostLinks;
import org.glissade.testkit.backend.Results;
import org.glissade.testkit.backend.Sessions;
import org.glissade.testkit.backend.Stores;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * What every backend must fulfil. A test class that implements this interface runs all of it:
 *
 * <pre>{@code
 * class CpuBackendTest implements BackendContract {
 *   @Override
 *   public Backend backend() {
 *     return new CpuBackend();
 *   }
 *
 *   @Override
 *   public Set<Guarantee> guarantees() {
 *     return EnumSet.allOf(Guarantee.class);
 *   }
 * }
 * }</pre>
 */
public interface BackendContract {
  /** The backend under test. */
  Backend backend();

  /** What it promises beyond right results. */
  Set<Guarantee> guarantees();

  /**
   * Every op, fusions, next values and whole training steps give what the reference backend gives:
   * within 4 ulp of a tensor's largest element for one op, 16 ulp of it for long sums of products
   * or a few ops, within 1e-5 of it for a step.
   */
  @TestFactory
  default Stream<DynamicNode> results() {
    return Results.tests(backend());
  }

  /**
   * Sessions share one Store among their programs, data is bound and bound again, snapshots are
   * restored, host links are called as they should be, and misuse is refused in words that name
   * what was wrong.
   */
  @TestFactory
  default Stream<DynamicNode> sessions() {
    return Stream.of(Sessions.tests(backend()), Stores.tests(backend()), HostLinks.tests(backend()))
        .flatMap(tests -> tests);
  }

  /** What {@link #guarantees} declares. */
  @TestFactory
  default Stream<DynamicNode> declaredGuarantees() {
    return Guarantees.tests(backend(), guarantees());
  }
}
