// The threads of a block as fibres of one real thread: each runs until it waits for others.
#include <sys/mman.h>

#include "fibres.h"

extern "C" void fake_switch(void** from, void* to);
asm(R"(
.text
.globl fake_switch
.hidden fake_switch
.type fake_switch, @function
fake_switch:
  push %rbp
  push %rbx
  push %r12
  push %r13
  push %r14
  push %r15
  mov %rsp, (%rdi)
  mov %rsi, %rsp
  pop %r15
  pop %r14
  pop %r13
  pop %r12
  pop %rbx
  pop %rbp
  ret
)");

namespace {
enum State { READY, AT_BARRIER, AT_SHUFFLE, DONE };

constexpr int MOST = 1024, WARP = 32;

/** Not a power of two, so that the tops of many stacks fit a cache at once. */
constexpr unsigned long STACK = (64 << 10) + 5 * 64;

struct Fibre {
  void* sp = nullptr;
  State state = DONE;
  double given[2];
  int shuffles = 0;
};

Fibre fibres[MOST];
char* stacks;
void* scheduler;
int running;
int first_lane, lanes, step;
FakeDevice* device;
const KernelCall* call;

/** Lets the next lane of the warp go on at once if it can, and else the scheduler decide. */
void wait_as(State state) {
  Fibre& own = fibres[running];
  own.state = state;
  const int next = running + step;
  if (next < first_lane || next >= first_lane + lanes || fibres[next].state != READY) {
    fake_switch(&own.sp, scheduler);
  } else {
    device->thread.x = running = next;
    fake_switch(&own.sp, fibres[next].sp);
  }
}

void barrier() { wait_as(AT_BARRIER); }

double shuffle_down(double value, int by) {
  const int self = running, parity = fibres[self].shuffles++ & 1;
  fibres[self].given[parity] = value;
  wait_as(AT_SHUFFLE);
  const int other = self % WARP + by < WARP ? self + by : self;
  return fibres[other].given[parity];
}

void enter() {
  call->invoke();
  wait_as(DONE);
  __builtin_unreachable();
}

void prepare(int thread) {
  Fibre& fibre = fibres[thread];
  void** top = (void**)(stacks + (thread + 1) * STACK - 64);
  *--top = nullptr;         // where enter() would return to
  *--top = (void*)enter;    // where the first switch goes
  for (int i = 0; i < 6; i++) *--top = nullptr;
  fibre.sp = top;
  fibre.state = READY;
  fibre.shuffles = 0;
}

void resume(int thread) {
  running = thread;
  device->thread.x = thread;
  fake_switch(&scheduler, fibres[thread].sp);
}

/** Lets the lanes of a warp run until all wait at the block's barrier or are done. */
bool run_warp(int first, int count, bool backwards) {
  first_lane = first;
  lanes = count;
  step = backwards ? -1 : 1;
  for (;;) {
    int at_shuffle = 0;
    for (int k = 0; k < count; k++) {
      const int lane = first + (backwards ? count - 1 - k : k);
      if (fibres[lane].state == READY) resume(lane);
    }
    for (int lane = first; lane < first + count; lane++) at_shuffle += fibres[lane].state == AT_SHUFFLE;
    if (at_shuffle == 0) return true;
    if (at_shuffle != count || count != WARP) return false;
    for (int lane = first; lane < first + count; lane++) fibres[lane].state = READY;
  }
}
}  // namespace

bool run_block(FakeDevice& where, const KernelCall& what, bool backwards) {
  device = &where;
  call = &what;
  where.barrier = barrier;
  where.shuffle_down = shuffle_down;
  const int threads = where.threads.x;
  if (threads > MOST) return false;
  if (stacks == nullptr) {
    stacks = (char*)mmap(nullptr, MOST * STACK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  }
  for (int i = 0; i < threads; i++) prepare(i);
  for (;;) {
    for (int k = 0; k < threads; k += WARP) {
      const int first = backwards ? (threads - 1) / WARP * WARP - k : k;
      const int count = threads - first < WARP ? threads - first : WARP;
      if (!run_warp(first, count, backwards)) return false;
    }
    int waiting = 0, done = 0;
    for (int i = 0; i < threads; i++) {
      waiting += fibres[i].state == AT_BARRIER;
      done += fibres[i].state == DONE;
    }
    if (done == threads) return true;
    if (waiting != threads) return false;
    for (int i = 0; i < threads; i++) fibres[i].state = READY;
  }
}
