// Philox4x32-10 and normal numbers by inversion, to the bits that all backends draw.
__device__ inline uint4 philox(unsigned long long key, unsigned int step, unsigned long long block) {
  unsigned int k0 = (unsigned int)key, k1 = (unsigned int)(key >> 32);
  unsigned int c0 = (unsigned int)block, c1 = (unsigned int)(block >> 32), c2 = step, c3 = 0;
  for (int round = 0; round < 10; round++) {
    const unsigned long long p0 = 0xD2511F53ull * c0, p1 = 0xCD9E8D57ull * c2;
    c0 = (unsigned int)(p1 >> 32) ^ c1 ^ k0;
    c1 = (unsigned int)p1;
    c2 = (unsigned int)(p0 >> 32) ^ c3 ^ k1;
    c3 = (unsigned int)p0;
    k0 += 0x9E3779B9u;
    k1 += 0xBB67AE85u;
  }
  return make_uint4(c0, c1, c2, c3);
}

/** In [0, 1), of 24 bits. */
__device__ inline float uniform(unsigned long long key, int step, int element) {
  const uint4 words = philox(key, step, element / 4);
  const int word = element % 4;
  const unsigned int bits = word == 0 ? words.x : word == 1 ? words.y : word == 2 ? words.z : words.w;
  return (float)(bits >> 8) * 5.9604644775390625e-8f;
}

/** The natural logarithm of a normal number, to the bits of fdlibm. */
__device__ inline double exact_log(double x) {
  const double high_ln2 = 6.93147180369123816490e-01, low_ln2 = 1.90821492927058770002e-10;
  const long long bits = __double_as_longlong(x);
  const int top = (int)(bits >> 32), mantissa = top & 0xfffff;
  const int carry = (mantissa + 0x95f64) & 0x100000;
  const int k = (top >> 20) - 1023 + (carry >> 20);
  const long long high = mantissa | (carry ^ 0x3ff00000);
  const double f = __longlong_as_double((high << 32) | (bits & 0xffffffffLL)) - 1.0, dk = (double)k;
  if ((0xfffff & (2 + mantissa)) < 3) {
    if (f == 0) return k == 0 ? 0.0 : dk * high_ln2 + dk * low_ln2;
    const double r = f * f * (0.5 - 0.33333333333333333 * f);
    return k == 0 ? f - r : dk * high_ln2 - ((r - dk * low_ln2) - f);
  }
  const double s = f / (2.0 + f), z = s * s, w = z * z;
  const double odd = z * (6.666666666666735130e-01 + w * (2.857142874366239149e-01
                     + w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)));
  const double even = w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01
                      + w * 1.531383769920937332e-01));
  const double r = odd + even;
  if (((mantissa - 0x6147a) | (0x6b851 - mantissa)) > 0) {
    const double half = 0.5 * f * f;
    return k == 0 ? f - (half - s * (half + r))
                  : dk * high_ln2 - ((half - (s * (half + r) + dk * low_ln2)) - f);
  }
  return k == 0 ? f - s * (f - r) : dk * high_ln2 - ((s * (f - r) - dk * low_ln2) - f);
}

__device__ inline double polynomial(double x, const double* c) {
  double sum = c[0];
  for (int i = 1; i < 8; i++) sum = sum * x + c[i];
  return sum;
}

/** Wichura's algorithm AS 241. */
__device__ inline double inverse_normal(double p) {
  const double a[] = {2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4,
                      4.5921953931549871457e+4, 1.3731693765509461125e+4, 1.9715909503065514427e+3,
                      1.3314166789178437745e+2, 3.3871328727963666080e+0};
  const double b[] = {5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4,
                      2.1213794301586595867e+4, 5.3941960214247511077e+3, 6.8718700749205790830e+2,
                      4.2313330701600911252e+1, 1.0};
  const double c[] = {7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1,
                      1.27045825245236838258e+0, 3.64784832476320460504e+0, 5.76949722146069140550e+0,
                      4.63033784615654529590e+0, 1.42343711074968357734e+0};
  const double d[] = {1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2,
                      1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940e+0,
                      2.05319162663775882187e+0, 1.0};
  const double e[] = {2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
                      2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e+0,
                      5.46378491116411436990e+0, 6.65790464350110377720e+0};
  const double f[] = {2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5,
                      7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1,
                      5.99832206555887937690e-1, 1.0};
  const double q = p - 0.5;
  if (fabs(q) <= 0.425) {
    const double r = 0.180625 - q * q;
    return q * (polynomial(r, a) / polynomial(r, b));
  }
  const double r = sqrt(-exact_log(q < 0 ? p : 1 - p));
  const double z = r <= 5 ? polynomial(r - 1.6, c) / polynomial(r - 1.6, d)
                          : polynomial(r - 5, e) / polynomial(r - 5, f);
  return q < 0 ? -z : z;
}

/** Standard normal. */
__device__ inline float normal(unsigned long long key, int step, int element) {
  const uint4 words = philox(key, step, element / 2);
  const unsigned long long bits = element % 2 == 0 ? ((unsigned long long)words.x << 32) | words.y
                                                   : ((unsigned long long)words.z << 32) | words.w;
  return (float)inverse_normal((double)((bits >> 11) | 1) * 1.1102230246251565404e-16);
}
