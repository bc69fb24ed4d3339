/*
 * A stand-in for NVIDIA's libcuda.so.1 on machines without a GPU: device memory is the host's, kernels are the emulated
 * ones out of the library that TELEOST_STAND_IN names. It is strict where a GPU is: everything queued, copies from
 * pageable memory too, happens at the next synchronisation and not before, memory is full of rubbish at first, and
 * whatever CUDA leaves undefined ends the process with a line on standard error.
 */
#include <dlfcn.h>
#include <stdint.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <map>
#include <string>
#include <vector>

#define DRIVER extern "C" __attribute__((visibility("default"))) int

typedef int (*Run)(const char* kernel, int blocks, int threads, void* arguments, int argument);

struct Module {
  Run run;
};

struct Function {
  Module* module;
  std::string name;
};

static int the_context;
static int the_stream;
static thread_local void* current;
static bool stream_is_open;
static std::map<uint64_t, size_t> memory;
static std::vector<std::function<void()>> queue;

static void require(bool right, const std::string& what) {
  if (!right) {
    fprintf(stderr, "stand-in for libcuda.so.1: %s\n", what.c_str());
    abort();
  }
}

static void on_context() { require(current == &the_context, "the calling thread has no current context"); }

static void on_stream(const void* stream) {
  on_context();
  require(stream == &the_stream && stream_is_open, "a stream that is not open");
}

static void inside(uint64_t address, size_t bytes) {
  require(bytes > 0, "a transfer of no bytes");
  auto after = memory.upper_bound(address);
  require(after != memory.begin(), "an address that was never given out");
  auto block = std::prev(after);
  require(address + bytes <= block->first + block->second, "past the end of device memory");
}

static void run_queue() {
  std::vector<std::function<void()>> all;
  all.swap(queue);
  for (auto& work : all) {
    work();
  }
}

DRIVER cuDriverGetVersion(int* version) { return *version = 12080, 0; }
DRIVER cuInit(unsigned) { return 0; }
DRIVER cuDeviceGetCount(int* count) { return *count = 1, 0; }
DRIVER cuDeviceGet(int* device, int) { return *device = 0, 0; }
DRIVER cuDeviceGetName(char* name, int bytes, int) { return snprintf(name, (size_t)bytes, "Stand-in"), 0; }

/* compute capability 9.0, two multiprocessors */
DRIVER cuDeviceGetAttribute(int* value, int which, int) {
  *value = which == 75 ? 9 : which == 76 ? 0 : 2;
  return which == 75 || which == 76 || which == 16 ? 0 : 1;
}

DRIVER cuDevicePrimaryCtxRetain(void** context, int) { return *context = &the_context, 0; }
DRIVER cuCtxSetCurrent(void* context) { return current = context, 0; }

DRIVER cuMemGetInfo_v2(size_t* free, size_t* all) {
  on_context();
  *free = *all = (size_t)1 << 32;
  return 0;
}

DRIVER cuStreamCreate(void** stream, unsigned) {
  on_context();
  require(!stream_is_open, "a second stream; one is enough for these tests");
  stream_is_open = true;
  *stream = &the_stream;
  return 0;
}

DRIVER cuStreamDestroy_v2(void* stream) {
  on_stream(stream);
  require(memory.empty(), "device memory that nobody gave back");
  stream_is_open = false;
  return 0;
}

DRIVER cuStreamSynchronize(void* stream) {
  on_stream(stream);
  run_queue();
  return 0;
}

DRIVER cuMemAlloc_v2(uint64_t* address, size_t bytes) {
  on_context();
  void* block = aligned_alloc(256, (bytes + 255) / 256 * 256);
  if (bytes == 0 || block == nullptr) {
    return 2;
  }
  memset(block, 0xA5, bytes);
  memory[*address = (uint64_t)block] = bytes;
  return 0;
}

DRIVER cuMemFree_v2(uint64_t address) {
  on_context();
  run_queue();
  require(memory.erase(address) == 1, "memory that is given back twice");
  free((void*)address);
  return 0;
}

DRIVER cuMemsetD8Async(uint64_t address, unsigned char value, size_t bytes, void* stream) {
  on_stream(stream);
  inside(address, bytes);
  queue.push_back([=] { memset((void*)address, value, bytes); });
  return 0;
}

DRIVER cuMemcpyHtoDAsync_v2(uint64_t target, const void* source, size_t bytes, void* stream) {
  on_stream(stream);
  inside(target, bytes);
  queue.push_back([=] { memcpy((void*)target, source, bytes); });
  return 0;
}

DRIVER cuMemcpyDtoHAsync_v2(void* target, uint64_t source, size_t bytes, void* stream) {
  on_stream(stream);
  inside(source, bytes);
  queue.push_back([=] { memcpy(target, (void*)source, bytes); });
  return 0;
}

DRIVER cuModuleLoadData(void** module, const void* image) {
  on_context();
  require(strstr((const char*)image, ".entry search(") != nullptr, "an image that is no PTX of the planning program");
  void* library = dlopen(getenv("TELEOST_STAND_IN"), RTLD_NOW);
  require(library != nullptr, "no library with the kernels");
  *module = new Module{(Run)dlsym(library, "stand_in_run")};
  return 0;
}

DRIVER cuModuleUnload(void* module) {
  on_context();
  delete (Module*)module;
  return 0;
}

DRIVER cuModuleGetFunction(void** function, void* module, const char* name) {
  on_context();
  *function = new Function{(Module*)module, name};
  return 0;
}

DRIVER cuLaunchKernel(
    void* function, unsigned blocks, unsigned y, unsigned z, unsigned threads, unsigned thread_y, unsigned thread_z,
    unsigned shared, void* stream, void** parameters, void** extra) {
  on_stream(stream);
  require(y * z * thread_y * thread_z == 1 && shared == 0 && extra == nullptr, "a launch of another shape");
  require(blocks > 0 && threads > 0 && threads <= 1024, "a launch of no size");
  /* parameters are read here and now, as a driver does */
  uint64_t arguments = *(const uint64_t*)parameters[0];
  int argument = *(const int*)parameters[1];
  inside(arguments, 8);
  const Function* kernel = (const Function*)function;
  queue.push_back([=] {
    int status = kernel->module->run(kernel->name.c_str(), (int)blocks, (int)threads, (void*)arguments, argument);
    require(status == 0, "no kernel " + kernel->name);
  });
  return 0;
}

DRIVER cuGetErrorString(int, const char** text) { return *text = "an error of the stand-in", 0; }
