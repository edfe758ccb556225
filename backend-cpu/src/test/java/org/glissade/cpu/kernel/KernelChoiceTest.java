package org.glissade.cpu.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kernels")
class KernelChoiceTest {
  @Test
  void nothingSpeaksAgainstVectorsOnAnOrdinaryMachine() {
    assertNull(KernelChoice.whyPlain(true, 128, null));
    assertNull(KernelChoice.whyPlain(true, 256, "256"));
    assertNull(KernelChoice.whyPlain(true, 512, "128"));
  }

  @Test
  void everyReasonForPlainLoopsHasItsSentence() {
    assertEquals(
        "this JVM has no fused multiply-add (an old CPU, an emulator, or -XX:-UseFMA)",
        KernelChoice.whyPlain(false, 512, null));
    assertEquals(
        "this JVM's vectors have 64 bits, and the kernels need 128",
        KernelChoice.whyPlain(true, 64, null));
    assertEquals(
        "glissade.cpu.width is \"wide\", which is none of 128, 256 and 512",
        KernelChoice.whyPlain(true, 512, "wide"));
    assertEquals(
        "glissade.cpu.width is 512, but this JVM's vectors have 256 bits",
        KernelChoice.whyPlain(true, 256, "512"));
  }

  @Test
  void theKernelsOfThisJvmSayWhatTheyAre() {
    String description = Kernels.best().describe();
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      assertEquals(
          "plain loops: start the JVM with --add-modules jdk.incubator.vector to use the Vector API",
          description);
    } else {
      assertTrue(
          description.matches(
              "plain loops: .*|Vector API, (4|8|16) float lanes \\((128|256|512) bits\\)"),
          description);
    }
  }
}
