extern "C" __global__ void __launch_bounds__(THREADS, 2) stage1(int* fault, char* memory, int* in_order, unsigned char* in_images, float* in_weight)
{
  if (stopped(fault)) return;
  double* const s1 = (double*)(memory + 512);
  int* const i2 = (int*)(memory + 768);
  float* const t7 = (float*)(memory + 0);
  float* const t10 = (float*)(memory + 128);
  float* const t11 = (float*)(memory + 320);
  float* const t14 = (float*)(memory + 192);
  float* const t15 = (float*)(memory + 384);
  float* const t17 = (float*)(memory + 256);
  float* const t18 = (float*)(memory + 448);
  // take i2 of order
  {
    const int begin = share(4, blockIdx.x, gridDim.x) * 1;
    const int end = share(4, blockIdx.x + 1, gridDim.x) * 1;
    for (int e = begin + threadIdx.x; e < end; e += THREADS) {
      const double position = s1[0];
      const int from = picked(fault, 0, (int)position, 6);
      i2[e] = in_order[from + e];
    }
  }
  __syncthreads();
  // map t7 [4, 6]
  {
    const int begin = share(4, blockIdx.x, gridDim.x) * 6;
    const int end = share(4, blockIdx.x + 1, gridDim.x) * 6;
    for (int e = begin + threadIdx.x; e < end; e += THREADS) {
      const float v0 = (float)in_images[picked(fault, 1, i2[e / 6], 9) * 6 + (e % 6)];
      const float v2 = v0 * 0x1.010102p-8f;
      t7[e] = v2;
    }
  }
  __syncthreads();
  // matmul t10 [4, 3], k = 6
  {
    const int begin = share(4, blockIdx.x, gridDim.x);
    const int end = share(4, blockIdx.x + 1, gridDim.x);
    for (int e = begin * 3 + threadIdx.x; e < end * 3; e += THREADS) {
      const int i = e / 3, j = e % 3;
      const float product = dot<1, 3>(t7 + i * 6, in_weight + j, 6);
      const float v0 = (float)product;
      const float v1 = relu(v0);
      t10[e] = v1;
    }
  }
  __syncthreads();
  // reduce t11 [4, 1] over 3
  {
    const int begin = share(4, blockIdx.x, gridDim.x) * 1;
    const int end = share(4, blockIdx.x + 1, gridDim.x) * 1;
    for (int o = begin + threadIdx.x; o < end; o += THREADS) {
      double sum = (-INF_D);
      for (int l = 0; l < 3; l += 1) {
        const int e = o * 3 + l;
        const float v0 = (float)t10[e];
        sum = larger<double>(sum, (double)v0);
      }
      t11[o] = (float)sum;
    }
  }
  __syncthreads();
  // map t14 [4, 3]
  {
    const int begin = share(4, blockIdx.x, gridDim.x) * 3;
    const int end = share(4, blockIdx.x + 1, gridDim.x) * 3;
    for (int e = begin + threadIdx.x; e < end; e += THREADS) {
      const float v0 = (float)t10[e];
      const float v1 = (float)t11[(e / 3)];
      const float v2 = v0 - v1;
      const float v3 = expf(v2);
      t14[e] = v3;
    }
  }
  __syncthreads();
  // reduce t15 [4, 1] over 3
  {
    const int begin = share(4, blockIdx.x, gridDim.x) * 1;
    const int end = share(4, blockIdx.x + 1, gridDim.x) * 1;
    for (int o = begin + threadIdx.x; o < end; o += THREADS) {
      double sum = 0.0;
      for (int l = 0; l < 3; l += 1) {
        const int e = o * 3 + l;
        const float v0 = (float)t14[e];
        sum = sum + (double)v0;
      }
      t15[o] = (float)sum;
    }
  }
  __syncthreads();
  // map t17 [4, 3]
  {
    const int begin = share(4, blockIdx.x, gridDim.x) * 3;
    const int end = share(4, blockIdx.x + 1, gridDim.x) * 3;
    for (int e = begin + threadIdx.x; e < end; e += THREADS) {
      const float v0 = (float)t14[e];
      const float v1 = (float)t15[(e / 3)];
      const float v2 = v0 / v1;
      t17[e] = v2;
    }
  }
  __syncthreads();
  // argmax t18 [4, 1]
  {
    const int begin = share(4, blockIdx.x, gridDim.x) * 1;
    const int end = share(4, blockIdx.x + 1, gridDim.x) * 1;
    for (int e = begin + threadIdx.x; e < end; e += THREADS) {
      int best = 0;
      float champion = t14[e * 3];
      for (int i = 1; i < 3; i++) {
        const float rival = t14[e * 3 + i];
        if (rival > champion || (rival != rival && champion == champion)) {
          best = i;
          champion = rival;
        }
      }
      t18[e] = best;
    }
  }
}

extern "C" __global__ void __launch_bounds__(THREADS, 2) stage2(int* fault, char* memory)
{
  if (stopped(fault)) return;
  float* const t10 = (float*)(memory + 128);
  float* const t19 = (float*)(memory + 0);
  // reduce t19 [1, 3] over 4
  {
    double* const parts = scratch();
    for (int tile = blockIdx.x; tile < 1; tile += gridDim.x) {
      const int o = tile * 32 + threadIdx.x % 32;
      double all = 0.0;
      if (o < 3) {
        double sum = 0.0;
        for (int l = threadIdx.x / 32; l < 4; l += WARPS) {
          const int e = (o / 3 * 4 + l) * 3 + o % 3;
          const float v0 = (float)t10[e];
          sum = sum + (double)v0;
        }
        all = sum;
      }
      parts[threadIdx.x] = all;
      __syncthreads();
      if (threadIdx.x < 32 && o < 3) {
        double sum = 0.0;
        for (int w = 0; w < WARPS; w++) sum = Add::of(sum, parts[w * 32 + threadIdx.x]);
        t19[o] = (float)sum;
      }
      __syncthreads();
    }
  }
}

extern "C" __global__ void __launch_bounds__(THREADS, 2) outputs(int* fault, char* memory, double* outbox)
{
  float* const t18 = (float*)(memory + 448);
  float* const t19 = (float*)(memory + 0);
  float* const t17 = (float*)(memory + 256);
  long long* const runs = (long long*)(memory + 1024);
  double* const entry = outbox + (size_t)(*runs % 16) * 22;
  __syncthreads();
  // class
  for (int e = threadIdx.x; e < 4; e += THREADS) {
    entry[0 + e] = (double)t18[e];
  }
  __syncthreads();
  // columns
  for (int e = threadIdx.x; e < 3; e += THREADS) {
    entry[4 + e] = (double)t19[e];
  }
  __syncthreads();
  // p
  for (int e = threadIdx.x; e < 12; e += THREADS) {
    entry[7 + e] = (double)t17[e];
  }
  __syncthreads();
  if (threadIdx.x < 2) entry[19 + threadIdx.x] = fault[threadIdx.x];
  __threadfence_system();
  __syncthreads();
  if (threadIdx.x == 0) {
    *runs += 1;
    *(volatile double*)(entry + 21) = (double)*runs;
  }
}
