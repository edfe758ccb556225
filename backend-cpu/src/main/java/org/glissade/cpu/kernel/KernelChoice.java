package org.glissade.cpu.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses between vectors and plain loops, and says why not vectors. */
final class KernelChoice {
  private KernelChoice() {}

  /** The system property that narrows the vectors, in bits. */
  static final String WIDTH = "glissade.cpu.width";

  private static final String MODULE = "jdk.incubator.vector";
  private static final List<String> WIDTHS = List.of("128", "256", "512");

  static Kernels ofThisJvm(int early) {
    String reason = whyPlain();
    return reason == null ? new VectorKernels(early) : new PlainKernels("plain loops: " + reason);
  }

  private static @Nullable String whyPlain() {
    return ModuleLayer.boot().findModule(MODULE).isPresent()
        ? whyPlain(Fused.AVAILABLE, VectorKernels.preferredBits(), System.getProperty(WIDTH))
        : "start the JVM with --add-modules " + MODULE + " to use the Vector API";
  }

  /** Why a JVM that has the module runs plain loops all the same; null if it need not. */
  static @Nullable String whyPlain(boolean fused, int preferredBits, @Nullable String width) {
    if (!fused) {
      return "this JVM has no fused multiply-add (an old CPU, an emulator, or -XX:-UseFMA)";
    }
    if (preferredBits < 128) {
      return "this JVM's vectors have " + preferredBits + " bits, and the kernels need 128";
    }
    if (width != null && !WIDTHS.contains(width)) {
      return WIDTH + " is \"" + width + "\", which is none of 128, 256 and 512";
    }
    if (width != null && Integer.parseInt(width) > preferredBits) {
      return WIDTH + " is " + width + ", but this JVM's vectors have " + preferredBits + " bits";
    }
    return null;
  }

  /** The width to use where {@link #whyPlain} has nothing against vectors. */
  static int bits(int preferredBits) {
    return Integer.getInteger(WIDTH, Math.min(preferredBits, 512));
  }
}
