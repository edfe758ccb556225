// A stand-in for libcublasLt.so.13.
extern "C" {
int cublasLtCreate(void** handle) {
  static int one;
  *handle = &one;
  return 0;
}
int cublasLtDestroy(void*) { return 0; }
int cublasLtMatmul() { return 15; }
}
