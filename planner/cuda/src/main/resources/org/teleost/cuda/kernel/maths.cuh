/*
 * Elementary functions with the same bits everywhere: the twin of org.teleost.random.Elementary, operation by operation.
 * Compile without contraction (--fmad=false, -ffp-contract=off), or the bits differ.
 */
#pragma once

#include "shim.h"

#undef tl_exp
#undef tl_log

union TeleostBits {
  double number;
  uint64_t bits;
};

TELEOST_DEVICE static inline double tl_of_bits(uint64_t bits) {
  TeleostBits value;
  value.bits = bits;
  return value.number;
}

TELEOST_DEVICE static inline uint64_t tl_to_bits(double number) {
  TeleostBits value;
  value.number = number;
  return value.bits;
}

TELEOST_DEVICE static inline float tl_float_of_bits(uint32_t bits) {
  union {
    float number;
    uint32_t bits;
  } value;
  value.bits = bits;
  return value.number;
}

#define TL_INFINITY tl_of_bits(0x7FF0000000000000ULL)
#define TL_NAN tl_of_bits(0x7FF8000000000000ULL)
#define TL_FLOAT_INFINITY tl_float_of_bits(0x7F800000U)

/* 2^n for n from -1022 to 1023 */
TELEOST_DEVICE static inline double tl_power_of_two(int n) { return tl_of_bits((uint64_t)(n + 1023) << 52); }

/* (exp(r) - 1 - r) / r^2 */
TELEOST_DEVICE static inline double tl_exp_series(double r) {
  double square = r * r;
  double fourth = square * square;
  double low = (0.5 + 1.0 / 6.0 * r) + (1.0 / 24.0 + 1.0 / 120.0 * r) * square;
  double middle = (1.0 / 720.0 + 1.0 / 5040.0 * r) + (1.0 / 40320.0 + 1.0 / 362880.0 * r) * square;
  double high = (1.0 / 3628800.0 + 1.0 / 39916800.0 * r)
          + (1.0 / 479001600.0 + 1.0 / 6227020800.0 * r) * square;
  return (low + middle * fourth) + high * (fourth * fourth);
}

/* e^x */
TELEOST_DEVICE static inline double tl_exp(double x) {
  if (x > 709.782712893384) {
    return TL_INFINITY;
  }
  if (x < -745.1332191019412) {
    return 0.0;
  }
  if (x != x) {
    return x;
  }
  double n = tl_rint(x * 0x1.71547652b82fep0);
  double r = (x - n * 0x1.62e42feep-1) - n * 0x1.a39ef35793c76p-33;
  double series = 1.0 + (r + r * r * tl_exp_series(r));
  int half = (int)n >> 1;
  return series * tl_power_of_two(half) * tl_power_of_two((int)n - half);
}

/* (log(1 + f) / s - 2) / s^2 as a series in s^2 */
TELEOST_DEVICE static inline double tl_log_series(double square) {
  double fourth = square * square;
  double eighth = fourth * fourth;
  double low = (2.0 / 3.0 + 2.0 / 5.0 * square) + (2.0 / 7.0 + 2.0 / 9.0 * square) * fourth;
  double middle = (2.0 / 11.0 + 2.0 / 13.0 * square) + (2.0 / 15.0 + 2.0 / 17.0 * square) * fourth;
  double high = (2.0 / 19.0 + 2.0 / 21.0 * square) + 2.0 / 23.0 * fourth;
  return (low + middle * eighth) + high * (eighth * eighth);
}

/* natural logarithm; minus infinity at 0, not a number below */
TELEOST_DEVICE static inline double tl_log(double x) {
  if (!(x > 0.0)) {
    return x == 0.0 ? -TL_INFINITY : TL_NAN;
  }
  if (x == TL_INFINITY) {
    return x;
  }
  bool subnormal = x < 0x1.0p-1022;
  uint64_t shifted = tl_to_bits(subnormal ? x * 0x1.0p54 : x) + (0x3FF0000000000000ULL - 0x3FE6A09E667F3BCDULL);
  int n = (int)(shifted >> 52) - (subnormal ? 1023 + 54 : 1023);
  double m = tl_of_bits((shifted & 0x000FFFFFFFFFFFFFULL) + 0x3FE6A09E667F3BCDULL);
  double f = m - 1.0;
  double s = f / (2.0 + f);
  double square = s * s;
  double half_square = 0.5 * f * f;
  double small = s * (half_square + square * tl_log_series(square)) + n * 0x1.a39ef35793c76p-33;
  return n * 0x1.62e42feep-1 - ((half_square - small) - f);
}

/* cos(2 pi u) for u in [0, 1] */
TELEOST_DEVICE static inline double tl_cosine_of_turns(double u) {
  double x = (tl_abs(u - 0.5) - 0.25) * 0x1.921fb54442d18p2;
  double square = x * x;
  double fourth = square * square;
  double eighth = fourth * fourth;
  double low = (-1.0 / 6.0 + 1.0 / 120.0 * square) + (-1.0 / 5040.0 + 1.0 / 362880.0 * square) * fourth;
  double middle = (-1.0 / 39916800.0 + 1.0 / 6227020800.0 * square)
      + (-1.0 / 1307674368000.0 + 1.0 / 355687428096000.0 * square) * fourth;
  double high = -1.0 / 121645100408832000.0 + 1.0 / 51090942171709440000.0 * square;
  return x + x * square * ((low + middle * eighth) + high * (eighth * eighth));
}
