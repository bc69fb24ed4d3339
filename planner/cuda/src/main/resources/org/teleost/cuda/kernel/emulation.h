/*
 * CUDA on the CPU: blocks are run by threads of the host, the threads of a block by loops between barriers
 * (TELEOST_THREADS), atomics are the machine's own. emulator.cpp runs the kernels.
 */
#pragma once

#include <cmath>
#include <cstdio>
#include <cstring>

#define TELEOST_DEVICE
#define TELEOST_CONSTANT static const

struct EmulatedIndex {
  unsigned x;
};

static thread_local EmulatedIndex threadIdx, blockIdx, blockDim, gridDim;

/* a block is run from beginning to end by one thread of the host, so what belongs to that thread belongs to the block */
#define TELEOST_SHARED(type, name) static thread_local type name
#define TELEOST_THREADS for (threadIdx.x = 0; threadIdx.x < blockDim.x; ++threadIdx.x)

typedef void (*EmulatedKernel)(void* arguments, int argument);

struct EmulatedEntry {
  const char* name;
  EmulatedKernel kernel;
  EmulatedEntry* next;
  EmulatedEntry(const char* name, EmulatedKernel kernel);
};

static EmulatedEntry* emulated_kernels = nullptr;

inline EmulatedEntry::EmulatedEntry(const char* name, EmulatedKernel kernel)
    : name(name), kernel(kernel), next(emulated_kernels) {
  emulated_kernels = this;
}

#define TELEOST_KERNEL(name, Arguments)                                                                     \
  static void name(Arguments* arguments, int argument);                                                     \
  static void name##_untyped(void* arguments, int argument) { name((Arguments*)arguments, argument); }      \
  static EmulatedEntry name##_entry(#name, name##_untyped);                                                 \
  static void name(Arguments* arguments, [[maybe_unused]] int argument)

template <typename T>
static inline T TELEOST_ATOMIC_ADD(T* target, T value) {
  return __atomic_fetch_add(target, value, __ATOMIC_RELAXED);
}

static inline unsigned TELEOST_ATOMIC_MIN_U32(unsigned* target, unsigned value) {
  unsigned seen = __atomic_load_n(target, __ATOMIC_RELAXED);
  while (value < seen && !__atomic_compare_exchange_n(target, &seen, value, true, __ATOMIC_RELAXED, __ATOMIC_RELAXED)) {
  }
  return seen;
}

static inline int TELEOST_ATOMIC_CAS32(int* target, int expected, int desired) {
  __atomic_compare_exchange_n(target, &expected, desired, false, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE);
  return expected;
}

static inline uint64_t TELEOST_ATOMIC_CAS64(uint64_t* target, uint64_t expected, uint64_t desired) {
  __atomic_compare_exchange_n(target, &expected, desired, false, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE);
  return expected;
}

static inline uint64_t TELEOST_LOAD64(const uint64_t* target) { return __atomic_load_n(target, __ATOMIC_ACQUIRE); }

#if defined(TELEOST_GIVE_WAY)
/* tests: makes races likely */
#include <thread>
#define TELEOST_FENCE() (std::this_thread::yield(), __atomic_thread_fence(__ATOMIC_SEQ_CST))
#else
#define TELEOST_FENCE() __atomic_thread_fence(__ATOMIC_SEQ_CST)
#endif

/* the same bits as Java's Math where both are correctly rounded (all but the transcendental ones) */
#define tl_pow std::pow
#define tl_sqrt std::sqrt
#define tl_sin std::sin
#define tl_cos std::cos
#define tl_floor std::floor
#define tl_ceil std::ceil
#define tl_rint std::nearbyint
#define tl_abs std::fabs
#define tl_atan2 std::atan2
