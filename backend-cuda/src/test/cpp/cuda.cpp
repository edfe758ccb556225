// A stand-in for libcuda.so.1: one device that computes on the CPU. Everything that CUDA queues waits
// until somebody synchronizes, fresh memory holds NaN, and around each allocation stand guard bytes.
// Threads of the host take turns.
#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "fibres.h"
#include "image.h"

namespace {
enum {
  OK = 0,
  INVALID_VALUE = 1,
  OUT_OF_MEMORY = 2,
  NO_DEVICE = 100,
  INVALID_IMAGE = 200,
  NOT_FOUND = 500,
  ILLEGAL_ADDRESS = 700,
  LAUNCH_FAILED = 719,
  CAPTURE_UNSUPPORTED = 900
};

constexpr size_t GUARD = 256;
constexpr int POISON = 0xff, GUARDED = 0xa5;

using Work = std::function<int()>;

struct Function {
  void* code;
  int parameters;
};

struct Module {
  void* library;
  std::map<std::string, Function*> functions;
};

std::map<char*, size_t> device_memory, host_memory;
std::vector<Work> queue;
thread_local std::vector<Work>* recording;
std::recursive_mutex door;
FakeDevice device;
size_t used;
int sticky;
long launches;

long setting(const char* name, long otherwise) {
  const char* text = getenv(name);
  return text ? atol(text) : otherwise;
}

/** FAKE_CUDA_FAIL=call:code:after makes a call fail once it has been made so often. */
int trouble(const char* call) {
  static std::map<std::string, long> counts;
  const char* text = getenv("FAKE_CUDA_FAIL");
  if (sticky) return sticky;
  if (!text) return OK;
  std::string rule(text);
  const size_t first = rule.find(':'), second = rule.find(':', first + 1);
  if (rule.substr(0, first) != call || counts[call]++ < atol(rule.c_str() + second + 1)) return OK;
  return sticky = atoi(rule.c_str() + first + 1);
}

int lost(const char* why) {
  fprintf(stderr, "fake CUDA: %s\n", why);
  return sticky = ILLEGAL_ADDRESS;
}

bool within(const std::map<char*, size_t>& memory, const void* address, size_t bytes) {
  auto after = memory.upper_bound((char*)address);
  if (after == memory.begin()) return false;
  --after;
  return (char*)address + bytes <= after->first + after->second;
}

bool guards_stand(char* address, size_t bytes) {
  for (size_t i = 0; i < GUARD; i++) {
    if ((unsigned char)address[-1 - (long)i] != GUARDED) return false;
    if ((unsigned char)address[bytes + i] != GUARDED) return false;
  }
  return true;
}

int flush() {
  std::vector<Work> work;
  work.swap(queue);
  for (Work& one : work) {
    const int code = sticky ? sticky : one();
    if (code) return sticky = code;
  }
  for (auto& piece : device_memory) {
    if (!guards_stand(piece.first, piece.second)) return lost("something wrote beside its memory");
  }
  return OK;
}

/** Queues, or records. */
int submit(Work work) {
  (recording ? *recording : queue).push_back(std::move(work));
  return OK;
}

/** What may not be done while a stream is recorded. */
int outside_capture(const char* call) {
  const int code = trouble(call);
  return code ? code : recording ? (int)CAPTURE_UNSUPPORTED : (int)OK;
}
#define CHECK(expression) \
  if (const int code = (expression)) return code
#define TURN const std::lock_guard<std::recursive_mutex> turn(door)

int launch(const KernelCall& call, unsigned int blocks, unsigned int threads) {
  const bool backwards = launches++ % 2;
  device.blocks.x = blocks;
  device.threads.x = threads;
  for (unsigned int k = 0; k < blocks; k++) {
    device.block.x = backwards ? blocks - 1 - k : k;
    if (!run_block(device, call, backwards)) {
      fprintf(stderr, "fake CUDA: threads of a block wait for each other forever\n");
      return LAUNCH_FAILED;
    }
  }
  return OK;
}
}  // namespace

extern "C" {
/** For the other stand-ins. */
int fake_submit(const Work* work) {
  TURN;
  return submit(*work);
}

int cuGetErrorName(int code, const char** name) {
  static const std::map<int, const char*> names = {
      {OK, "CUDA_SUCCESS"},
      {INVALID_VALUE, "CUDA_ERROR_INVALID_VALUE"},
      {OUT_OF_MEMORY, "CUDA_ERROR_OUT_OF_MEMORY"},
      {NO_DEVICE, "CUDA_ERROR_NO_DEVICE"},
      {INVALID_IMAGE, "CUDA_ERROR_INVALID_IMAGE"},
      {NOT_FOUND, "CUDA_ERROR_NOT_FOUND"},
      {ILLEGAL_ADDRESS, "CUDA_ERROR_ILLEGAL_ADDRESS"},
      {LAUNCH_FAILED, "CUDA_ERROR_LAUNCH_FAILED"},
      {CAPTURE_UNSUPPORTED, "CUDA_ERROR_STREAM_CAPTURE_UNSUPPORTED"}};
  const auto found = names.find(code);
  *name = found == names.end() ? nullptr : found->second;
  return found == names.end() ? INVALID_VALUE : OK;
}

int cuGetErrorString(int code, const char** text) {
  *text = "as the fake device says";
  return OK;
}

int cuInit(unsigned int) { return setting("FAKE_CUDA_DEVICES", 1) ? OK : NO_DEVICE; }

int cuDriverGetVersion(int* version) {
  *version = (int)setting("FAKE_CUDA_VERSION", 13010);
  return OK;
}

int cuDeviceGetCount(int* count) {
  *count = (int)setting("FAKE_CUDA_DEVICES", 1);
  return OK;
}

int cuDeviceGet(int* handle, int ordinal) {
  *handle = ordinal;
  return OK;
}

int cuDeviceGetName(char* name, int length, int) {
  snprintf(name, length, "Fake device");
  return OK;
}

int cuDeviceGetAttribute(int* value, int attribute, int) {
  const long architecture = setting("FAKE_CUDA_ARCHITECTURE", 90);
  *value = (int)(attribute == 16 ? setting("FAKE_CUDA_PROCESSORS", 2)
                 : attribute == 75 ? architecture / 10 : architecture % 10);
  return OK;
}

int cuDeviceTotalMem_v2(size_t* bytes, int) {
  *bytes = (size_t)setting("FAKE_CUDA_MEMORY_MIB", 2048) << 20;
  return OK;
}

int cuMemGetInfo_v2(size_t* free, size_t* total) {
  TURN;
  cuDeviceTotalMem_v2(total, 0);
  *free = *total - used;
  return OK;
}

int cuDevicePrimaryCtxRetain(void** context, int) {
  TURN;
  *context = &device;
  return trouble("cuDevicePrimaryCtxRetain");
}

int cuDevicePrimaryCtxRelease_v2(int) { return OK; }
int cuCtxSetCurrent(void*) { return OK; }

int cuStreamCreate(void** stream, unsigned int flags) {
  TURN;
  *stream = &queue;
  return flags == 1 ? trouble("cuStreamCreate") : (int)INVALID_VALUE;
}

int cuStreamDestroy_v2(void*) {
  TURN;
  return flush();
}

int cuStreamSynchronize(void*) {
  TURN;
  CHECK(outside_capture("cuStreamSynchronize"));
  return flush();
}

int cuMemAlloc_v2(char** address, size_t bytes) {
  TURN;
  CHECK(outside_capture("cuMemAlloc"));
  size_t total, free;
  cuMemGetInfo_v2(&free, &total);
  if (bytes == 0) return INVALID_VALUE;
  if (bytes > free) return OUT_OF_MEMORY;
  char* all = (char*)aligned_alloc(GUARD, (bytes + 3 * GUARD - 1) / GUARD * GUARD);
  memset(all, GUARDED, bytes + 2 * GUARD);
  memset(all + GUARD, POISON, bytes);
  *address = all + GUARD;
  device_memory[*address] = bytes;
  used += bytes;
  return OK;
}

int cuMemFree_v2(char* address) {
  TURN;
  CHECK(outside_capture("cuMemFree"));
  CHECK(flush());
  const auto found = device_memory.find(address);
  if (found == device_memory.end()) return INVALID_VALUE;
  used -= found->second;
  device_memory.erase(found);
  free(address - GUARD);
  return OK;
}

int cuMemHostAlloc(char** address, size_t bytes, unsigned int) {
  TURN;
  CHECK(outside_capture("cuMemHostAlloc"));
  *address = (char*)malloc(bytes);
  memset(*address, POISON, bytes);
  host_memory[*address] = bytes;
  return OK;
}

int cuMemFreeHost(char* address) {
  TURN;
  CHECK(flush());
  if (!host_memory.erase(address)) return INVALID_VALUE;
  free(address);
  return OK;
}

int cuMemsetD8Async(char* address, unsigned char value, size_t bytes, void*) {
  TURN;
  CHECK(trouble("cuMemsetD8Async"));
  if (!within(device_memory, address, bytes)) return INVALID_VALUE;
  return submit([=] {
    memset(address, value, bytes);
    return (int)OK;
  });
}

static int copy(char* to, const char* from, size_t bytes) {
  return submit([=] {
    memcpy(to, from, bytes);
    return (int)OK;
  });
}

int cuMemcpyHtoDAsync_v2(char* to, const char* from, size_t bytes, void*) {
  TURN;
  CHECK(trouble("cuMemcpyHtoDAsync"));
  const bool fits = within(device_memory, to, bytes) && within(host_memory, from, bytes);
  return fits ? copy(to, from, bytes) : (int)INVALID_VALUE;
}

int cuMemcpyDtoHAsync_v2(char* to, const char* from, size_t bytes, void*) {
  TURN;
  CHECK(trouble("cuMemcpyDtoHAsync"));
  const bool fits = within(host_memory, to, bytes) && within(device_memory, from, bytes);
  return fits ? copy(to, from, bytes) : (int)INVALID_VALUE;
}

int cuModuleLoadData(Module** module, const char* image) {
  TURN;
  static int number;
  CHECK(outside_capture("cuModuleLoadData"));
  ImageHeader header;
  memcpy(&header, image, sizeof(header));
  if (memcmp(header.magic, IMAGE_MAGIC, 8)) return INVALID_IMAGE;
  char path[64];
  snprintf(path, sizeof(path), "/tmp/fake-cuda-%d-%d.so", (int)getpid(), number++);
  FILE* file = fopen(path, "wb");
  if (!file) return INVALID_IMAGE;
  fwrite(image + sizeof(header), 1, header.size, file);
  fclose(file);
  void* library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  unlink(path);
  if (!library) {
    fprintf(stderr, "fake CUDA: %s\n", dlerror());
    return INVALID_IMAGE;
  }
  *(FakeDevice**)dlsym(library, "fake_device") = &device;
  *module = new Module{library, {}};
  return OK;
}

int cuModuleUnload(Module* module) {
  TURN;
  CHECK(flush());
  for (auto& entry : module->functions) delete entry.second;
  dlclose(module->library);
  delete module;
  return OK;
}

int cuModuleGetFunction(Function** function, Module* module, const char* name) {
  TURN;
  void* code = dlsym(module->library, name);
  int* count = (int*)dlsym(module->library, (std::string(name) + "_parameters").c_str());
  if (!code || !count) return NOT_FOUND;
  Function*& known = module->functions[name];
  if (!known) known = new Function{code, *count};
  *function = known;
  return OK;
}

int cuLaunchKernel(Function* function, unsigned int blocks, unsigned int, unsigned int, unsigned int threads,
                   unsigned int, unsigned int, unsigned int, void*, void** parameters, void**) {
  TURN;
  CHECK(trouble("cuLaunchKernel"));
  if (blocks == 0 || threads == 0 || function->parameters > 40) return INVALID_VALUE;
  KernelCall call = {};
  call.kernel = function->code;
  for (int i = 0; i < function->parameters; i++) memcpy(&call.parameters[i], parameters[i], 8);
  return submit([=] { return launch(call, blocks, threads); });
}

int cuStreamBeginCapture_v2(void*, int) {
  TURN;
  CHECK(outside_capture("cuStreamBeginCapture"));
  recording = new std::vector<Work>();
  return OK;
}

int cuStreamEndCapture(void*, std::vector<Work>** graph) {
  TURN;
  CHECK(trouble("cuStreamEndCapture"));
  if (!recording) return INVALID_VALUE;
  *graph = recording;
  recording = nullptr;
  return OK;
}

int cuGraphInstantiateWithFlags(std::vector<Work>** ready, std::vector<Work>* graph, unsigned long long) {
  TURN;
  CHECK(outside_capture("cuGraphInstantiate"));
  *ready = new std::vector<Work>(*graph);
  return OK;
}

int cuGraphDestroy(std::vector<Work>* graph) {
  delete graph;
  return OK;
}

int cuGraphExecDestroy(std::vector<Work>* graph) {
  TURN;
  CHECK(flush());
  delete graph;
  return OK;
}

int cuGraphLaunch(std::vector<Work>* graph, void*) {
  TURN;
  CHECK(trouble("cuGraphLaunch"));
  for (Work& work : *graph) submit(work);
  return OK;
}
}
