// A call with more parameters than a kernel has: by the calling convention the rest is not looked at.
#include "fibres.h"

#define FOUR void*, void*, void*, void*
#define TWENTY FOUR, FOUR, FOUR, FOUR, FOUR

void KernelCall::invoke() const {
  void* const* p = parameters;
  auto function = (void (*)(TWENTY, TWENTY))kernel;
  function(p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7],
         p[8], p[9], p[10], p[11], p[12], p[13], p[14], p[15],
         p[16], p[17], p[18], p[19], p[20], p[21], p[22], p[23],
         p[24], p[25], p[26], p[27], p[28], p[29], p[30], p[31],
         p[32], p[33], p[34], p[35], p[36], p[37], p[38], p[39]);
}
