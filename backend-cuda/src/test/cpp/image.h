// How the fake NVRTC hands a compiled program to the fake driver.
#include <cstdint>

struct ImageHeader {
  char magic[8];
  uint64_t size;
};

static const char IMAGE_MAGIC[9] = "FAKECUBN";
