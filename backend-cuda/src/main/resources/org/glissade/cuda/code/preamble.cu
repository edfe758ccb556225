// What all kernels share. A block has THREADS threads; every sum is taken in double in an order that
// depends on shapes alone, and no float is ever added atomically.
#define THREADS 256
#define WARPS (THREADS / 32)
#define ALL_LANES 0xffffffffu

#define NAN_F __int_as_float(0x7fc00000)
#define INF_F __int_as_float(0x7f800000)
#define NAN_D __longlong_as_double(0x7ff8000000000000LL)
#define INF_D __longlong_as_double(0x7ff0000000000000LL)

/** Once an index has led out of its data, nothing more is computed until the host has looked. */
__device__ inline bool stopped(const int* fault) {
  __shared__ int code;
  if (threadIdx.x == 0) code = fault[0];
  __syncthreads();
  return code != 0;
}

__device__ inline void fail(int* fault, int site, int value) {
  if (atomicCAS(fault, 0, site + 1) == 0) fault[1] = value;
}

/** The row that an index picks, if the data has it. */
__device__ inline int picked(int* fault, int site, int row, int rows) {
  if (row >= 0 && row < rows) return row;
  fail(fault, site, row);
  return 0;
}

/** Where the share of a block begins. */
__device__ inline int share(int n, int part, int parts) { return (int)((long long)n * part / parts); }

template <class T> __device__ inline T larger(T x, T y) { return x > y || x != x ? x : y; }
template <class T> __device__ inline T smaller(T x, T y) { return x < y || x != x ? x : y; }
template <class T> __device__ inline T sign(T x) { return x > 0 ? T(1) : x < 0 ? T(-1) : x; }
template <class T> __device__ inline T relu(T x) { return x > 0 || x != x ? x : T(0); }
template <class T> __device__ inline T reciprocal_or_zero(T x) { return x == 0 ? T(0) : T(1) / x; }

__device__ inline float is_finite(float x) { return fabsf(x) < INF_F ? 1.0f : 0.0f; }
__device__ inline double is_finite(double x) { return fabs(x) < INF_D ? 1.0 : 0.0; }

__device__ inline float sigmoid(float x) {
  const float e = expf(-fabsf(x));
  return x >= 0 ? 1.0f / (1.0f + e) : e / (1.0f + e);
}
__device__ inline double sigmoid(double x) {
  const double e = exp(-fabs(x));
  return x >= 0 ? 1.0 / (1.0 + e) : e / (1.0 + e);
}

/** As Java defines it: NaN as an exponent, and an infinite one of 1 or -1, give NaN. */
__device__ inline double power(double x, double y) {
  if (y != y || (fabs(y) == INF_D && fabs(x) == 1.0)) return NAN_D;
  return pow(x, y);
}
__device__ inline float power(float x, float y) { return (float)power((double)x, (double)y); }

struct Add {
  static __device__ inline double of(double x, double y) { return x + y; }
};
struct Larger {
  static __device__ inline double of(double x, double y) { return larger(x, y); }
};

/** The result of 32 neighbouring threads, in the first of them. */
template <class F> __device__ inline double over_warp(double x) {
  for (int step = 16; step > 0; step /= 2) x = F::of(x, __shfl_down_sync(ALL_LANES, x, step));
  return x;
}

/** The result of a block, in its first thread. */
template <class F> __device__ inline double over_block(double x, double identity) {
  __shared__ double parts[WARPS];
  const int lane = threadIdx.x % 32, warp = threadIdx.x / 32;
  x = over_warp<F>(x);
  if (lane == 0) parts[warp] = x;
  __syncthreads();
  if (warp == 0) x = over_warp<F>(lane < WARPS ? parts[lane] : identity);
  __syncthreads();
  return x;
}

/** Memory that the threads of a block share, a double for each; one piece for all steps of a kernel. */
__device__ inline double* scratch() {
  __shared__ double parts[THREADS];
  return parts;
}

/** Whether this block is the last of the grid to come here; it then sees what the others wrote. */
__device__ inline bool is_last(unsigned int* counter) {
  __shared__ int last;
  __threadfence();
  __syncthreads();
  if (threadIdx.x == 0) {
    last = atomicAdd(counter, 1u) == gridDim.x - 1;
    if (last) *counter = 0;
  }
  __syncthreads();
  if (last) __threadfence();
  return last;
}

/** Joins the results of chunks into those of groups; chunks are listed group after group. */
template <class F>
__device__ inline void join(const volatile double* partial, const int* begin, const int* chunk, int groups,
                            double identity, double* target) {
  const int lane = threadIdx.x % 32;
  for (int g = threadIdx.x / 32; g < groups; g += WARPS) {
    double x = identity;
    for (int k = begin[g] + lane; k < begin[g + 1]; k += 32) x = F::of(x, partial[chunk[k]]);
    x = over_warp<F>(x);
    if (lane == 0) target[g] = x;
  }
}

/** A sum of products in float, in eight interleaved parts, so that eight loads are under way. */
template <int A, int B> __device__ inline float dot(const float* a, const float* b, int k) {
  float s[8] = {0, 0, 0, 0, 0, 0, 0, 0};
  int l = 0;
  for (; l + 8 <= k; l += 8) {
#pragma unroll
    for (int i = 0; i < 8; i++) s[i] = fmaf(a[(size_t)(l + i) * A], b[(size_t)(l + i) * B], s[i]);
  }
  for (; l < k; l++) s[0] = fmaf(a[(size_t)l * A], b[(size_t)l * B], s[0]);
  return ((s[0] + s[1]) + (s[2] + s[3])) + ((s[4] + s[5]) + (s[6] + s[7]));
}
