/*
 * The emulated device: a process that holds device memory and runs kernels. Requests come on standard input, answers go
 * to standard output, both little-endian. A request is an int32 code and its fields:
 *   1 allocate  int64 bytes                                          -> int64 address, 0 when there is no room
 *   2 release   int64 address                                        -> nothing
 *   3 write     int64 address, int64 bytes, data                     -> nothing
 *   4 read      int64 address, int64 bytes                           -> data
 *   5 launch    int32 blocks, int32 threads, int32 workers, int64 arguments, int32 argument,
 *               int32 length, name                                   -> int32, 0 or 1 when there is no such kernel
 * The process ends with its input.
 */
#include <atomic>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

namespace emulator {

static void take(void* target, size_t bytes) {
  if (bytes > 0 && fread(target, 1, bytes, stdin) != bytes) {
    exit(0);
  }
}

template <typename T>
static T take() {
  T value;
  take(&value, sizeof value);
  return value;
}

static void give(const void* source, size_t bytes) { fwrite(source, 1, bytes, stdout); }

static EmulatedKernel find(const std::string& name) {
  for (EmulatedEntry* entry = emulated_kernels; entry != nullptr; entry = entry->next) {
    if (name == entry->name) {
      return entry->kernel;
    }
  }
  return nullptr;
}

static void run(EmulatedKernel kernel, int blocks, int threads, int workers, void* arguments, int argument) {
  std::atomic<int> next(0);
  auto work = [&]() {
    for (int block = next++; block < blocks; block = next++) {
      blockIdx.x = block;
      gridDim.x = blocks;
      blockDim.x = threads;
      kernel(arguments, argument);
    }
  };
  std::vector<std::thread> others;
  for (int i = 1; i < workers && i < blocks; i++) {
    others.emplace_back(work);
  }
  work();
  for (std::thread& other : others) {
    other.join();
  }
}

static void launch() {
  int blocks = take<int32_t>();
  int threads = take<int32_t>();
  int workers = take<int32_t>();
  void* arguments = (void*)take<int64_t>();
  int argument = take<int32_t>();
  std::string name(take<int32_t>(), ' ');
  take(&name[0], name.size());
  EmulatedKernel kernel = find(name);
  if (kernel != nullptr) {
    run(kernel, blocks, threads, workers, arguments, argument);
  }
  int32_t status = kernel == nullptr;
  give(&status, sizeof status);
}

static void answer(int request) {
  if (request == 1) {
    int64_t address = (int64_t)calloc(take<int64_t>(), 1);
    give(&address, sizeof address);
  } else if (request == 2) {
    free((void*)take<int64_t>());
  } else if (request == 3) {
    void* address = (void*)take<int64_t>();
    take(address, take<int64_t>());
  } else if (request == 4) {
    void* address = (void*)take<int64_t>();
    give(address, take<int64_t>());
  } else if (request == 5) {
    launch();
  } else {
    fprintf(stderr, "emulator: unknown request %d\n", request);
    exit(2);
  }
}

}  // namespace emulator

int main() {
  for (;;) {
    emulator::answer(emulator::take<int32_t>());
    fflush(stdout);
  }
}
