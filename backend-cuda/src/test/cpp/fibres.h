// The threads of one block as fibres of one real thread.
#pragma once

struct FakeIndex {
  unsigned int x;
};

/** As kernel.h has it. */
struct FakeDevice {
  FakeIndex thread, block, blocks, threads;
  void (*barrier)();
  double (*shuffle_down)(double value, int by);
};

/** A kernel with its parameters, all of which are addresses. */
struct KernelCall {
  void* kernel;
  void* parameters[40];

  void invoke() const;
};

/**
 * Runs one block, its threads forwards or backwards. False if they wait for each other forever: if
 * some are at a barrier or a shuffle that others never reach.
 */
bool run_block(FakeDevice& device, const KernelCall& call, bool backwards);
