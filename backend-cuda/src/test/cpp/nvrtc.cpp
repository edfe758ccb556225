// A stand-in for libnvrtc.so.13: g++ compiles the kernels, against kernel.h, for the fake device.
#include <dlfcn.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>

#include "image.h"

namespace {
enum { OK = 0, OUT_OF_MEMORY = 1, INVALID_INPUT = 3, COMPILATION = 6, BUILTINS = 7 };

struct Program {
  std::string source, image, log;
};

std::string content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream all;
  all << file.rdbuf();
  return all.str();
}

/** The folder of this library, unless it has been unpacked elsewhere. */
std::string here() {
  if (const char* named = getenv("FAKE_CUDA_FOLDER")) return named;
  Dl_info info;
  dladdr((void*)content, &info);
  std::string path(info.dli_fname);
  return path.substr(0, path.rfind('/'));
}

/** For each kernel how many parameters it has, which a cubin says and a shared library does not. */
std::string counts(const std::string& source) {
  const std::string mark = "extern \"C\" __global__ void ";
  std::string text;
  for (size_t at = source.find(mark); at != std::string::npos; at = source.find(mark, at + 1)) {
    size_t name = at + mark.size();
    const std::string bounds = "__launch_bounds__(THREADS, 2) ";
    if (source.compare(name, bounds.size(), bounds) == 0) name += bounds.size();
    const size_t open = source.find('(', name), close = source.find(')', open);
    int parameters = close > open + 1 ? 1 : 0;
    for (size_t i = open; i < close; i++) parameters += source[i] == ',';
    text += "extern \"C\" int " + source.substr(name, open - name) + "_parameters = " +
            std::to_string(parameters) + ";\n";
  }
  return text;
}
}  // namespace

extern "C" {
const char* nvrtcGetErrorString(int code) {
  return code == COMPILATION ? "NVRTC_ERROR_COMPILATION"
         : code == BUILTINS  ? "NVRTC_ERROR_BUILTIN_OPERATION_FAILURE"
                             : "NVRTC_ERROR_INVALID_INPUT";
}

int nvrtcVersion(int* major, int* minor) {
  *major = 13;
  *minor = 1;
  return OK;
}

int nvrtcCreateProgram(Program** program, const char* source, const char*, int, const char* const*,
                       const char* const*) {
  *program = new Program{source, "", ""};
  return OK;
}

int nvrtcCompileProgram(Program* program, int count, const char* const* options) {
  if (getenv("FAKE_CUDA_NO_BUILTINS")) return BUILTINS;
  bool separate = false;
  for (int i = 0; i < count; i++) separate |= !strcmp(options[i], "--fmad=false");
  if (!separate) return INVALID_INPUT;
  const std::string text =
      content(here() + "/kernel.h") + program->source + "\n" + counts(program->source);
  char name[32];
  snprintf(name, sizeof(name), "/%016zx", std::hash<std::string>()(text));
  mkdir((here() + "/compiled").c_str(), 0777);
  const std::string base = here() + "/compiled" + name, library = base + ".so";
  if (content(base + ".cpp") != text || access(library.c_str(), R_OK)) {
    static std::atomic<int> number;
    const std::string mine = base + "." + std::to_string(getpid()) + "-" + std::to_string(number++);
    std::ofstream(mine + ".cpp", std::ios::binary) << text;
    const std::string command = "g++ -std=c++17 -O1 -march=native -ffp-contract=off -fno-math-errno "
                                "-fno-exceptions -nostdinc -fPIC -shared -w -o " +
                                mine + ".so " + mine + ".cpp -lm 2>" + mine + ".log";
    const int failed = system(command.c_str());
    program->log = content(mine + ".log");
    unlink((mine + ".log").c_str());
    if (failed) return COMPILATION;
    rename((mine + ".cpp").c_str(), (base + ".cpp").c_str());
    rename((mine + ".so").c_str(), library.c_str());
  }
  const std::string code = content(library);
  ImageHeader header;
  memcpy(header.magic, IMAGE_MAGIC, 8);
  header.size = code.size();
  program->image = std::string((char*)&header, sizeof(header)) + code;
  return OK;
}

int nvrtcDestroyProgram(Program** program) {
  delete *program;
  *program = nullptr;
  return OK;
}

int nvrtcGetCUBINSize(Program* program, size_t* size) {
  *size = program->image.size();
  return OK;
}

int nvrtcGetCUBIN(Program* program, char* image) {
  memcpy(image, program->image.data(), program->image.size());
  return OK;
}

int nvrtcGetProgramLogSize(Program* program, size_t* size) {
  *size = program->log.size() + 1;
  return OK;
}

int nvrtcGetProgramLog(Program* program, char* log) {
  memcpy(log, program->log.c_str(), program->log.size() + 1);
  return OK;
}
}
