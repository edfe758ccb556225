// A stand-in for libcublasLt.so.13: plain products of matrices that lie column by column, whose factors
// are rounded as the compute type says. It has no way for a bias where there is an odd number of rows, as
// the library has none for some products.
#include <cmath>
#include <cstdint>
#include <cstring>
#include <functional>

/** The fake driver queues it, or records it. */
extern "C" int fake_submit(const std::function<int()>* work);

namespace {
enum { OK = 0, INVALID_VALUE = 7, NOT_SUPPORTED = 15 };
enum { FLOAT = 68, FAST_BF16 = 75, FAST_TF32 = 77 };

struct Operation {
  int compute, transpose_a, transpose_b, epilogue;
  float* bias;
};

struct Layout {
  uint64_t rows, columns;
  int64_t leading;
};

struct Result {
  uint64_t algorithm[8];
  size_t workspace;
  int state;
  float waves;
  int reserved[4];
};

/** A factor as tensor cores take it: TF32 keeps 10 bits behind the point, bfloat16 keeps 7. */
float rounded(float value, int compute) {
  const int dropped = compute == FAST_TF32 ? 13 : compute == FAST_BF16 ? 16 : 0;
  if (dropped == 0 || !std::isfinite(value)) return value;
  uint32_t bits;
  memcpy(&bits, &value, sizeof(bits));
  bits += (1u << (dropped - 1)) - 1 + (bits >> dropped & 1);
  bits &= ~((1u << dropped) - 1);
  memcpy(&value, &bits, sizeof(bits));
  return value;
}

/** A matrix that is a factor. */
struct Factor {
  const float* matrix;
  Layout layout;
  bool transposed;
  int compute;

  float at(int row, int column) const {
    const int64_t first = transposed ? column : row, second = transposed ? row : column;
    return rounded(matrix[first + second * layout.leading], compute);
  }
};
}  // namespace

extern "C" {
int cublasLtCreate(void** library) {
  static int one;
  *library = &one;
  return OK;
}

int cublasLtDestroy(void*) { return OK; }

int cublasLtMatmulDescCreate(Operation** operation, int compute, int scale) {
  *operation = new Operation{compute, 0, 0, 1, nullptr};
  return scale == 0 && (compute == FLOAT || compute == FAST_BF16 || compute == FAST_TF32) ? OK : INVALID_VALUE;
}

int cublasLtMatmulDescDestroy(Operation* operation) {
  delete operation;
  return OK;
}

int cublasLtMatmulDescSetAttribute(Operation* operation, int attribute, const void* value, size_t size) {
  if (size != (attribute == 8 ? 8 : 4)) return INVALID_VALUE;
  switch (attribute) {
    case 3: memcpy(&operation->transpose_a, value, size); return OK;
    case 4: memcpy(&operation->transpose_b, value, size); return OK;
    case 7: memcpy(&operation->epilogue, value, size); return OK;
    case 8: memcpy(&operation->bias, value, size); return OK;
    default: return INVALID_VALUE;
  }
}

int cublasLtMatrixLayoutCreate(Layout** layout, int type, uint64_t rows, uint64_t columns, int64_t leading) {
  *layout = new Layout{rows, columns, leading};
  return type == 0 && leading >= (int64_t)rows ? OK : INVALID_VALUE;
}

int cublasLtMatrixLayoutDestroy(Layout* layout) {
  delete layout;
  return OK;
}

int cublasLtMatmulPreferenceCreate(int** preference) {
  *preference = new int;
  return OK;
}

int cublasLtMatmulPreferenceDestroy(int* preference) {
  delete preference;
  return OK;
}

int cublasLtMatmulPreferenceSetAttribute(int*, int attribute, const void*, size_t size) {
  return attribute == 1 && size == 8 ? OK : INVALID_VALUE;
}

int cublasLtMatmulAlgoGetHeuristic(void*, Operation* operation, Layout*, Layout*, Layout*, Layout* out, int*,
                                   int wanted, Result* result, int* found) {
  if (operation->epilogue == 4 && out->rows % 2) {
    *found = 0;
    return NOT_SUPPORTED;
  }
  memset(result, 0, sizeof(Result));
  result->algorithm[0] = 42;
  *found = 1;
  return wanted == 1 ? OK : INVALID_VALUE;
}

int cublasLtMatmul(void*, Operation* operation, const float* alpha, const float* a, Layout* a_layout,
                   const float* b, Layout* b_layout, const float* beta, const float* c, Layout*, float* out,
                   Layout* out_layout, const uint64_t* algorithm, void* workspace, size_t bytes, void*) {
  if (*alpha != 1 || *beta != 0 || c != out || algorithm[0] != 42 || !workspace || !bytes) return INVALID_VALUE;
  const Operation o = *operation;
  const Layout la = *a_layout, lb = *b_layout, lo = *out_layout;
  const uint64_t depth = o.transpose_a ? la.rows : la.columns;
  if (depth != (o.transpose_b ? lb.columns : lb.rows)) return INVALID_VALUE;
  if (lo.rows != (o.transpose_a ? la.columns : la.rows)) return INVALID_VALUE;
  const Factor left{a, la, o.transpose_a != 0, o.compute}, right{b, lb, o.transpose_b != 0, o.compute};
  const std::function<int()> work = [=] {
    for (uint64_t j = 0; j < lo.columns; j++) {
      for (uint64_t i = 0; i < lo.rows; i++) {
        float sum = 0;
        for (uint64_t l = 0; l < depth; l++) {
          sum = fmaf(left.at(i, l), right.at(l, j), sum);
        }
        out[i + j * lo.leading] = o.epilogue == 4 ? sum + o.bias[i] : sum;
      }
    }
    return (int)OK;
  };
  return fake_submit(&work);
}
}
