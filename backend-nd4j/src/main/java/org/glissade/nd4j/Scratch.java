package org.glissade.nd4j;

import java.util.function.Supplier;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.MemoryWorkspaceManager;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.memory.enums.AllocationPolicy;
import org.nd4j.linalg.api.memory.enums.LearningPolicy;
import org.nd4j.linalg.api.memory.enums.ResetPolicy;
import org.nd4j.linalg.api.memory.enums.SpillPolicy;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The memory of what a step computes on the way, one for each thread, used again by every step. It
 * grows to what the largest step needs.
 */
final class Scratch {
  private static final String ID = "glissade";

  private static final WorkspaceConfiguration CONFIGURATION =
      WorkspaceConfiguration.builder()
          .initialSize(0)
          .policyAllocation(AllocationPolicy.STRICT)
          .policyLearning(LearningPolicy.FIRST_LOOP)
          .policySpill(SpillPolicy.REALLOCATE)
          .policyReset(ResetPolicy.BLOCK_LEFT)
          .build();

  private Scratch() {}

  /** Runs something whose new arrays lie in it, and are gone afterwards. */
  static void run(Runnable work) {
    get(
        () -> {
          work.run();
          return "";
        });
  }

  /** As the other, with a result that is no array of ND4J. */
  static <T> T get(Supplier<T> work) {
    MemoryWorkspace own = Nd4j.getWorkspaceManager().getAndActivateWorkspace(CONFIGURATION, ID);
    try {
      return work.get();
    } finally {
      own.close();
    }
  }

  /** Runs something whose new arrays lie in no workspace, whatever one is active. */
  static <T> T outside(Supplier<T> work) {
    MemoryWorkspace none = Nd4j.getMemoryManager().scopeOutOfWorkspaces();
    try {
      return work.get();
    } finally {
      none.close();
    }
  }

  /** Gives the calling thread's memory back. */
  static void release() {
    MemoryWorkspaceManager manager = Nd4j.getWorkspaceManager();
    if (manager.checkIfWorkspaceExists(ID)) {
      manager.destroyWorkspace(manager.getWorkspaceForCurrentThread(ID));
    }
  }
}
