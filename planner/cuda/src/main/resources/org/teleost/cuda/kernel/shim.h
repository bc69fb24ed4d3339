/*
 * One source, three compilers: CUDA (nvcc and NVRTC), clang as a CUDA compiler without CUDA's headers, and any C++17
 * compiler for the emulation on the CPU.
 *
 * Rules that keep a kernel the same in all three:
 * - A kernel is TELEOST_KERNEL(name, Arguments) { ... } and sees `arguments` (a pointer into device memory) and
 *   `argument` (an int).
 * - Threads of a block run inside TELEOST_THREADS { ... }, which ends with a barrier. In the emulation this is a loop
 *   over threadIdx.x, so a barrier costs nothing and no thread of a block sees another's unfinished phase. Nothing may
 *   leave such a block by return or break, and variables that outlive it are shared ones.
 * - TELEOST_SHARED(type, name) declares shared memory of the block.
 * - No arithmetic is contracted (compile with --fmad=false or -ffp-contract=off).
 */
#pragma once

#if defined(__CUDACC_RTC__)
typedef signed char int8_t;
typedef unsigned char uint8_t;
typedef short int16_t;
typedef unsigned short uint16_t;
typedef int int32_t;
typedef unsigned int uint32_t;
typedef long int64_t;
typedef unsigned long uint64_t;
#else
#include <stdint.h>
#endif

#if defined(TELEOST_EMULATED)

#include "emulation.h"

#else

#if defined(__clang__)
/* what CUDA's own headers would declare */
#define __device__ __attribute__((device))
#define __global__ __attribute__((global))
#define __shared__ __attribute__((shared))
#define __constant__ __attribute__((constant))
struct TeleostIndex {
  struct X {
    int kind;
    __device__ operator unsigned() const {
      return kind == 0   ? __nvvm_read_ptx_sreg_tid_x()
             : kind == 1 ? __nvvm_read_ptx_sreg_ctaid_x()
             : kind == 2 ? __nvvm_read_ptx_sreg_ntid_x()
                         : __nvvm_read_ptx_sreg_nctaid_x();
    }
  } x;
};
#define threadIdx (TeleostIndex{{0}})
#define blockIdx (TeleostIndex{{1}})
#define blockDim (TeleostIndex{{2}})
#define gridDim (TeleostIndex{{3}})
#define __syncthreads() __nvvm_bar_sync(0)
#define __threadfence() __nvvm_membar_gl()
extern "C" {
__device__ double exp(double);
__device__ double log(double);
__device__ double pow(double, double);
__device__ double sqrt(double);
__device__ double sin(double);
__device__ double cos(double);
__device__ double floor(double);
__device__ double ceil(double);
__device__ double rint(double);
__device__ double fabs(double);
__device__ double fmod(double, double);
__device__ double atan2(double, double);
}
#define TELEOST_ATOMIC_ADD(target, value) __atomic_fetch_add(target, value, __ATOMIC_RELAXED)
#define TELEOST_ATOMIC_MIN_U32(target, value) __nvvm_atom_min_gen_ui((unsigned*)(target), (unsigned)(value))
#define TELEOST_ATOMIC_CAS32(target, expected, desired) __nvvm_atom_cas_gen_i((int*)(target), expected, desired)
#define TELEOST_ATOMIC_CAS64(target, expected, desired) \
  ((uint64_t)__nvvm_atom_cas_gen_ll((long long*)(target), (long long)(expected), (long long)(desired)))
#define TELEOST_LOAD64(target) (*(volatile const uint64_t*)(target))
#else
#define TELEOST_ATOMIC_ADD(target, value) teleost_atomic_add(target, value)
#define TELEOST_ATOMIC_MIN_U32(target, value) atomicMin((unsigned*)(target), (unsigned)(value))
#define TELEOST_ATOMIC_CAS32(target, expected, desired) atomicCAS((int*)(target), expected, desired)
#define TELEOST_ATOMIC_CAS64(target, expected, desired)                                                     \
  ((uint64_t)atomicCAS((unsigned long long*)(target), (unsigned long long)(expected), (unsigned long long)(desired)))
#define TELEOST_LOAD64(target) (*(volatile const uint64_t*)(target))
__device__ static inline int teleost_atomic_add(int* target, int value) { return atomicAdd(target, value); }
__device__ static inline unsigned teleost_atomic_add(unsigned* target, unsigned value) { return atomicAdd(target, value); }
/* two's complement: the unsigned addition is the signed one */
__device__ static inline int64_t teleost_atomic_add(int64_t* target, int64_t value) {
  return (int64_t)atomicAdd((unsigned long long*)target, (unsigned long long)value);
}
#endif

#define TELEOST_DEVICE __device__
#define TELEOST_CONSTANT __constant__
#define TELEOST_SHARED(type, name) __shared__ type name
#define TELEOST_KERNEL(name, Arguments) extern "C" __global__ void name(Arguments* arguments, int argument)
#define TELEOST_THREADS for (bool once = true; once; once = false, __syncthreads())
#define TELEOST_FENCE() __threadfence()

#define tl_pow pow
#define tl_sqrt sqrt
#define tl_sin sin
#define tl_cos cos
#define tl_floor floor
#define tl_ceil ceil
#define tl_rint rint
#define tl_abs fabs
#define tl_atan2 atan2

#endif

/* index of this thread in the grid, and number of threads in the grid */
#define TELEOST_THREAD ((int64_t)blockIdx.x * blockDim.x + threadIdx.x)
#define TELEOST_THREADS_IN_GRID ((int64_t)gridDim.x * blockDim.x)
