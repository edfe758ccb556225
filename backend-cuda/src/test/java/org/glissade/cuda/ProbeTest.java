package org.glissade.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glissade.backend.BackendSelector;
import org.junit.jupiter.api.Test;

/** What is said on machines that lack something, as a person reads it. */
class ProbeTest {
  /** Says what {@code --list}, {@code auto} and {@code --backend cuda} make of the machine. */
  static final class Probe {
    private Probe() {}

    /** In a JVM of its own. */
    public static void main(String[] args) {
      BackendSelector selector = BackendSelector.load();
      selector.candidates().stream()
          .filter(found -> found.provider().name().equals("cuda"))
          .forEach(found -> Fork.say("cuda: " + found.describe()));
      String auto = selector.select(Optional.of("auto")).reason();
      Fork.say("auto: " + auto.replaceAll("(?<=Backend (cpu|cuda)): .*(?= \\(auto)", ""));
      try {
        Fork.say("by name: " + selector.select(Optional.of("cuda")).reason());
      } catch (IllegalArgumentException refused) {
        Fork.say("by name: " + refused.getMessage());
      }
    }
  }

  private final List<String> said = new ArrayList<>();

  private void on(String machine, String without, Map<String, String> troubles) throws Exception {
    said.add("# " + machine);
    said.addAll(Fork.run(Probe.class, without, troubles));
  }

  @Test
  void eachLackHasItsReasonAndItsRemedy() throws Exception {
    on("all there", "", Map.of());
    on("no driver", "libcuda.so.1", Map.of());
    on("an old driver", "", Map.of("FAKE_CUDA_VERSION", "12080"));
    on("no NVRTC", "libnvrtc.so.13", Map.of());
    on("NVRTC in a jar", "libnvrtc.so.13 bundled", Map.of());
    on("no builtins", "", Map.of("FAKE_CUDA_NO_BUILTINS", "1"));
    on("no cuBLASLt", "libcublasLt.so.13", Map.of());
    on("no device", "", Map.of("FAKE_CUDA_DEVICES", "0"));
    on("an old device", "", Map.of("FAKE_CUDA_ARCHITECTURE", "70"));
    on("a small device", "", Map.of("FAKE_CUDA_MEMORY_MIB", "128"));
    assertEquals(Golden.read("probe.txt"), String.join("\n", said) + "\n");
  }
}
