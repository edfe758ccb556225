// What a generated kernel finds in place of CUDA when g++ compiles it for the fake device.
typedef decltype(sizeof(0)) size_t;

struct FakeIndex {
  unsigned int x;
};

/** Where the thread that runs now stands, and how threads wait for each other. */
struct FakeDevice {
  FakeIndex thread, block, blocks, threads;
  void (*barrier)();
  double (*shuffle_down)(double value, int by);
};

extern "C" {
FakeDevice* fake_device;
float expf(float), logf(float), tanhf(float), erff(float), cosf(float);
double exp(double), log(double), tanh(double), erf(double), cos(double), pow(double, double);
}

#define __global__
#define __device__
#define __shared__ static
#define __launch_bounds__(...)
#define threadIdx (fake_device->thread)
#define blockIdx (fake_device->block)
#define gridDim (fake_device->blocks)
#define blockDim (fake_device->threads)

static inline void __syncthreads() { fake_device->barrier(); }
static inline void __threadfence() {}
static inline void __threadfence_system() {}
static inline double __shfl_down_sync(unsigned int, double value, int by) {
  return fake_device->shuffle_down(value, by);
}

template <class T> static inline T atomicAdd(T* to, T value) {
  const T old = *to;
  *to = old + value;
  return old;
}
static inline int atomicCAS(int* at, int expected, int value) {
  const int old = *at;
  if (old == expected) *at = value;
  return old;
}

template <class To, class From> static inline To fake_bits(From from) {
  To to;
  __builtin_memcpy(&to, &from, sizeof(to));
  return to;
}
static inline float __int_as_float(int bits) { return fake_bits<float>(bits); }
static inline double __longlong_as_double(long long bits) { return fake_bits<double>(bits); }
static inline long long __double_as_longlong(double value) { return fake_bits<long long>(value); }

static inline float fabsf(float x) { return __builtin_fabsf(x); }
static inline double fabs(double x) { return __builtin_fabs(x); }
static inline float sqrtf(float x) { return __builtin_sqrtf(x); }
static inline double sqrt(double x) { return __builtin_sqrt(x); }
static inline float floorf(float x) { return __builtin_floorf(x); }
static inline double floor(double x) { return __builtin_floor(x); }
static inline float fmaf(float x, float y, float z) { return __builtin_fmaf(x, y, z); }

struct uint4 {
  unsigned int x, y, z, w;
};
static inline uint4 make_uint4(unsigned int x, unsigned int y, unsigned int z, unsigned int w) {
  return {x, y, z, w};
}
