package org.glissade.cuda.driver;

import static org.bytedeco.cuda.global.cublas.*;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.cuda.cublas.cublasLtContext;
import org.bytedeco.cuda.cublas.cublasLtMatmulDescOpaque_t;
import org.bytedeco.cuda.cublas.cublasLtMatmulHeuristicResult_t;
import org.bytedeco.cuda.cublas.cublasLtMatmulPreferenceOpaque_t;
import org.bytedeco.cuda.cublas.cublasLtMatrixLayoutOpaque_t;
import org.bytedeco.cuda.cudart.CUstream_st;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * cuBLASLt through the Java binding. The library's matrices lie column by column, so it is given
 * the transposed product outᵀ = op(B)ᵀ·op(A)ᵀ, whose factors are ours as they lie.
 */
final class BytedecoMatMuls implements MatMuls {
  /** All functions of cuBLASLt that this backend calls. */
  static final String[] FUNCTIONS = {
    "cublasLtCreate",
    "cublasLtDestroy",
    "cublasLtMatmul",
    "cublasLtMatmulDescCreate",
    "cublasLtMatmulDescDestroy",
    "cublasLtMatmulDescSetAttribute",
    "cublasLtMatrixLayoutCreate",
    "cublasLtMatrixLayoutDestroy",
    "cublasLtMatmulPreferenceCreate",
    "cublasLtMatmulPreferenceDestroy",
    "cublasLtMatmulPreferenceSetAttribute",
    "cublasLtMatmulAlgoGetHeuristic"
  };

  private static final int REAL_32F = 0;
  private static final int NO_HEURISTIC = 15;
  private static final int TRANSPOSE_A = 3;
  private static final int TRANSPOSE_B = 4;
  private static final int EPILOGUE = 7;
  private static final int BIAS_POINTER = 8;
  private static final int BIAS = 4;
  private static final int WORKSPACE_BYTES = 1;
  private static final long WORKSPACE = 32 << 20;

  /** A product with all that a call needs; the algorithm lies within what the heuristic gave. */
  private record Prepared(
      boolean biased,
      cublasLtMatmulDescOpaque_t operation,
      cublasLtMatrixLayoutOpaque_t left,
      cublasLtMatrixLayoutOpaque_t right,
      cublasLtMatrixLayoutOpaque_t out,
      cublasLtMatmulHeuristicResult_t found) {}

  private static final class Address extends Pointer {
    Address(long handle) {
      address = handle;
    }
  }

  private final cublasLtContext library = new cublasLtContext();
  private final Driver driver;
  private final CUstream_st stream;
  private long workspace;
  private final FloatPointer one = new FloatPointer(1f);
  private final FloatPointer zero = new FloatPointer(0f);
  private final List<Prepared> prepared = new ArrayList<>();

  BytedecoMatMuls(Driver driver) {
    this.driver = driver;
    this.stream = new CUstream_st(new Address(driver.stream()));
    check(cublasLtCreate(library), "cublasLtCreate");
  }

  @Override
  public int prepare(Product product, Precision precision) {
    cublasLtMatmulDescOpaque_t operation = operation(product, precision);
    Prepared wanted =
        new Prepared(
            product.biased(),
            operation,
            layout(product.n(), product.k(), product.transposeB()),
            layout(product.k(), product.m(), product.transposeA()),
            layout(product.n(), product.m(), false),
            new cublasLtMatmulHeuristicResult_t());
    int[] found = new int[1];
    int code = heuristic(wanted, found);
    if (code == NO_HEURISTIC || code == 0 && found[0] == 0) {
      release(wanted);
      return -1;
    }
    check(code, "cublasLtMatmulAlgoGetHeuristic of " + product);
    if (workspace == 0) {
      workspace = driver.allocate(WORKSPACE);
    }
    prepared.add(wanted);
    return prepared.size() - 1;
  }

  private cublasLtMatmulDescOpaque_t operation(Product product, Precision precision) {
    int compute =
        switch (precision) {
          case FP32 -> 68;
          case TF32 -> 77;
          case BF16 -> 75;
        };
    try (PointerPointer<Pointer> handle = new PointerPointer<>(1)) {
      check(cublasLtMatmulDescCreate(handle, compute, REAL_32F), "cublasLtMatmulDescCreate");
      cublasLtMatmulDescOpaque_t operation =
          new cublasLtMatmulDescOpaque_t(handle.get(Pointer.class));
      set(operation, TRANSPOSE_A, product.transposeB() ? 1 : 0);
      set(operation, TRANSPOSE_B, product.transposeA() ? 1 : 0);
      if (product.biased()) {
        set(operation, EPILOGUE, BIAS);
      }
      return operation;
    }
  }

  private static void set(cublasLtMatmulDescOpaque_t operation, int attribute, int value) {
    try (IntPointer number = new IntPointer(1)) {
      number.put(value);
      check(
          cublasLtMatmulDescSetAttribute(operation, attribute, number, Integer.BYTES),
          "cublasLtMatmulDescSetAttribute " + attribute);
    }
  }

  /** A matrix whose product takes rows × columns of it, after it has been transposed if said. */
  private static cublasLtMatrixLayoutOpaque_t layout(int rows, int columns, boolean transposed) {
    int height = transposed ? columns : rows;
    int width = transposed ? rows : columns;
    try (PointerPointer<Pointer> handle = new PointerPointer<>(1)) {
      check(
          cublasLtMatrixLayoutCreate(handle, REAL_32F, height, width, height),
          "cublasLtMatrixLayoutCreate");
      return new cublasLtMatrixLayoutOpaque_t(handle.get(Pointer.class));
    }
  }

  private int heuristic(Prepared wanted, int[] found) {
    try (PointerPointer<Pointer> handle = new PointerPointer<>(1);
        LongPointer bytes = new LongPointer(1)) {
      check(cublasLtMatmulPreferenceCreate(handle), "cublasLtMatmulPreferenceCreate");
      cublasLtMatmulPreferenceOpaque_t preference =
          new cublasLtMatmulPreferenceOpaque_t(handle.get(Pointer.class));
      bytes.put(WORKSPACE);
      check(
          cublasLtMatmulPreferenceSetAttribute(preference, WORKSPACE_BYTES, bytes, Long.BYTES),
          "cublasLtMatmulPreferenceSetAttribute");
      int code =
          cublasLtMatmulAlgoGetHeuristic(
              library,
              wanted.operation(),
              wanted.left(),
              wanted.right(),
              wanted.out(),
              wanted.out(),
              preference,
              1,
              wanted.found(),
              found);
      check(cublasLtMatmulPreferenceDestroy(preference), "cublasLtMatmulPreferenceDestroy");
      return code;
    }
  }

  @Override
  public void multiply(int number, long a, long b, long bias, long out) {
    Prepared product = prepared.get(number);
    if (product.biased()) {
      try (LongPointer address = new LongPointer(1)) {
        address.put(bias);
        check(
            cublasLtMatmulDescSetAttribute(product.operation(), BIAS_POINTER, address, Long.BYTES),
            "cublasLtMatmulDescSetAttribute of the bias");
      }
    }
    Pointer target = new Address(out);
    int code =
        cublasLtMatmul(
            library,
            product.operation(),
            one,
            new Address(b),
            product.left(),
            new Address(a),
            product.right(),
            zero,
            target,
            product.out(),
            target,
            product.out(),
            product.found().algo(),
            new Address(workspace),
            WORKSPACE,
            stream);
    check(code, "cublasLtMatmul");
  }

  private static void release(Prepared product) {
    check(cublasLtMatmulDescDestroy(product.operation()), "cublasLtMatmulDescDestroy");
    for (cublasLtMatrixLayoutOpaque_t layout :
        List.of(product.left(), product.right(), product.out())) {
      check(cublasLtMatrixLayoutDestroy(layout), "cublasLtMatrixLayoutDestroy");
    }
  }

  private static void check(int code, String call) {
    if (code != 0) {
      throw new CudaException(code, "%s: cuBLASLt answers with status %d".formatted(call, code));
    }
  }

  @Override
  public void close() {
    prepared.forEach(BytedecoMatMuls::release);
    prepared.clear();
    check(cublasLtDestroy(library), "cublasLtDestroy");
    if (workspace != 0) {
      driver.free(workspace);
    }
  }
}
