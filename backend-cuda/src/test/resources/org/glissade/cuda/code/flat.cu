static __device__ const int table0[8] = {0, 0, 0, 15, 1, 16, 0, 5};
static __device__ const int table1[32] = {0, 0, 5, 1, 3, 0, 4, 4, 0, 0, 5, 1, 3, 4, 4, 1,
  1, 16, 5, 1, 1, 0, 4, 4, 1, 16, 5, 1, 1, 4, 4, 1};
static __device__ const int table2[2] = {0, 5};
static __device__ const int table3[3] = {0, 1, 2};
static __device__ const int table4[2] = {0, 1};
static __device__ const int table5[2] = {0, 2};
static __device__ const int table6[2] = {1, 1};
static __device__ const int table7[2] = {5, 5};

extern "C" __global__ void __launch_bounds__(THREADS, 2) stage1(int* fault, char* memory)
{
  if (stopped(fault)) return;
  double* const s9 = (double*)(memory + 256);
  float* const flat10 = (float*)(memory + 0);
  // random flat10 [32] of stream noise
  {
    const int number = (int)s9[0];
    const unsigned long long key = *(const unsigned long long*)(memory + 2304);
    for (int c = blockIdx.x; c < 2; c += gridDim.x) {
      for (int t = threadIdx.x; t < table0[4 * c + 3]; t += THREADS) {
        const int e = table0[4 * c + 1] + t;
        flat10[e] = normal(key, number, e);
      }
    }
  }
}

extern "C" __global__ void __launch_bounds__(THREADS, 2) stage1_2(int* fault, char* memory, float* store_mean, float* in_g)
{
  if (stopped(fault)) return;
  double* const s8 = (double*)(memory + 768);
  // sweep always, units
  {
    double* const parts = scratch();
    for (int j = blockIdx.x; j < 4; j += gridDim.x) {
      const int* const job = table1 + 8 * j;
      const int p = job[0], units = job[2], inner = job[3], lanes = job[6];
      const int lane = threadIdx.x % lanes, unit = job[5] + lane;
      double sum0 = (-INF_D);
      for (int r = threadIdx.x / lanes; lane < job[7] && r < job[4]; r += THREADS / lanes) {
        const int element = (r / inner * units + unit) * inner + r % inner;
        const int f = job[1] + element;
        const double v0 = (double)store_mean[f];
        const double v2 = v0 * 0x1.ccccccccccccdp-1;
        const double v3 = (double)in_g[f];
        const double v4 = v2 + v3;
        sum0 = larger<double>(sum0, (double)v4);
      }
      parts[threadIdx.x] = sum0;
      __syncthreads();
      if (threadIdx.x < job[7] && table2[p] >= 0) {
        double all = (-INF_D);
        for (int k = threadIdx.x; k < THREADS; k += lanes) all = Larger::of(all, parts[k]);
        s8[table2[p] + unit] = all;
      }
      __syncthreads();
    }
  }
}

extern "C" __global__ void __launch_bounds__(THREADS, 2) stage1_3(int* fault, char* memory, float* store_mean, float* in_g)
{
  if (stopped(fault)) return;
  double* const s6 = (double*)(memory + 512);
  double* const s17 = (double*)(memory + 1024);
  // sweep always
  {
    double* const partial_s6 = (double*)(memory + 2560);
    double* const partial_s17 = (double*)(memory + 2816);
    for (int c = blockIdx.x; c < 2; c += gridDim.x) {
      const int p = table0[4 * c];
      {
        double sum0 = 0.0;
        double sum1 = 0.0;
        for (int t = threadIdx.x; t < table0[4 * c + 3]; t += THREADS) {
          const int f = table0[4 * c + 1] + t;
          const int element = table0[4 * c + 2] + t;
          const double v0 = (double)store_mean[f];
          const double v2 = v0 * 0x1.ccccccccccccdp-1;
          const double v3 = (double)in_g[f];
          const double v4 = v2 + v3;
          sum0 = sum0 + (double)v4 * (double)v4;
          sum1 = sum1 + (double)v4 * (double)v4;
        }
        sum0 = over_block<Add>(sum0, 0.0);
        if (threadIdx.x == 0) partial_s6[c] = sum0;
        sum1 = over_block<Add>(sum1, 0.0);
        if (threadIdx.x == 0) partial_s17[c] = sum1;
      }
    }
    if (is_last((unsigned int*)(memory + 3072))) {
      join<Add>(partial_s6, table3, table4, 2, 0.0, s6);
      join<Add>(partial_s17, table5, table4, 1, 0.0, s17);
    }
  }
}

extern "C" __global__ void __launch_bounds__(THREADS, 2) stage2(int* fault, char* memory)
{
  if (stopped(fault)) return;
  double* const s6 = (double*)(memory + 512);
  double* const s7 = (double*)(memory + 1280);
  double* const s11 = (double*)(memory + 1536);
  double* const s17 = (double*)(memory + 1024);
  double* const s18 = (double*)(memory + 1792);
  double* const else18 = (double*)(memory + 2048);
  // scalars s7, s11, s18
  if (blockIdx.x == 0) {
    for (int g = threadIdx.x; g < 2; g += THREADS) {
      const double v0 = (double)s6[g];
      const double v1 = sqrt(v0);
      s7[g] = v1;
    }
    __syncthreads();
    for (int g = threadIdx.x; g < 2; g += THREADS) {
      const double v0 = (double)s7[g];
      const double v1 = reciprocal_or_zero(v0);
      s11[g] = v1;
    }
    __syncthreads();
    if (threadIdx.x == 0) {
      const double v0 = (double)s17[0];
      const double v1 = is_finite(v0);
      s18[0] = v1;
    }
    __syncthreads();
  }
  __syncthreads();
  // scalars else18
  if (blockIdx.x == 0) {
    if (threadIdx.x == 0) {
      const double v0 = (double)s18[0];
      const double v3 = v0 != 0 ? 0.0 : 1.0;
      else18[0] = v3;
    }
    __syncthreads();
  }
}

extern "C" __global__ void __launch_bounds__(THREADS, 2) stage3(int* fault, char* memory, float* store_parameters, float* store_mean, float* in_g)
{
  if (stopped(fault)) return;
  double* const s18 = (double*)(memory + 1792);
  double* const s11 = (double*)(memory + 1536);
  float* const flat10 = (float*)(memory + 0);
  double* const s8 = (double*)(memory + 768);
  double* const else18 = (double*)(memory + 2048);
  // sweep if s18
  if (s18[0] != 0) {
    for (int c = blockIdx.x; c < 2; c += gridDim.x) {
      const int p = table0[4 * c];
      {
        for (int t = threadIdx.x; t < table0[4 * c + 3]; t += THREADS) {
          const int f = table0[4 * c + 1] + t;
          const int element = table0[4 * c + 2] + t;
          const double v0 = (double)store_parameters[f];
          const double v1 = (double)store_mean[f];
          const double v3 = v1 * 0x1.ccccccccccccdp-1;
          const double v4 = (double)in_g[f];
          const double v5 = v3 + v4;
          const double v6 = (double)s11[table4[p]];
          const double v7 = v5 * v6;
          const double v8 = (double)flat10[f];
          const double v9 = (double)s8[table2[p] + element / table6[p] % table7[p]];
          const double v10 = v8 * v9;
          const double v11 = v7 + v10;
          const double v12 = v0 - v11;
          store_parameters[f] = (float)v12;
          store_mean[f] = (float)v5;
        }
      }
    }
  }
  __syncthreads();
  // sweep if else18
  if (else18[0] != 0) {
    for (int c = blockIdx.x; c < 2; c += gridDim.x) {
      const int p = table0[4 * c];
      {
        for (int t = threadIdx.x; t < table0[4 * c + 3]; t += THREADS) {
          const int f = table0[4 * c + 1] + t;
          const int element = table0[4 * c + 2] + t;
          const double v0 = (double)store_mean[f];
          const double v2 = v0 * 0x1.ccccccccccccdp-1;
          const double v3 = (double)in_g[f];
          const double v4 = v2 + v3;
          store_mean[f] = (float)v4;
        }
      }
    }
  }
}

extern "C" __global__ void __launch_bounds__(THREADS, 2) outputs(int* fault, char* memory, double* outbox)
{
  double* const s7 = (double*)(memory + 1280);
  long long* const runs = (long long*)(memory + 3328);
  double* const entry = outbox + (size_t)(*runs % 16) * 5;
  __syncthreads();
  // norm
  for (int e = threadIdx.x; e < 2; e += THREADS) {
    entry[0 + e] = (double)s7[e];
  }
  __syncthreads();
  if (threadIdx.x < 2) entry[2 + threadIdx.x] = fault[threadIdx.x];
  __threadfence_system();
  __syncthreads();
  if (threadIdx.x == 0) {
    *runs += 1;
    *(volatile double*)(entry + 4) = (double)*runs;
  }
}
