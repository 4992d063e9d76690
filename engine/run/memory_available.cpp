#include "engine/run/memory.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace releve {

namespace {

/// The number after a name in a file of lines "name number"; nothing if there is none.
std::optional<double> number_after(const std::string& file, const std::string& name) {
    std::ifstream lines(file);
    for (std::string word; lines >> word;) {
        double number = 0;
        if (word == name && lines >> number) {
            return number;
        }
    }
    return std::nullopt;
}

/// A file that holds one number; nothing for "max" and where there is no file.
std::optional<double> number_in(const std::string& file) {
    std::ifstream stream(file);
    double number = 0;
    return stream >> number ? std::optional(number) : std::nullopt;
}

/// What is left under the limit of one control group: what it has only cached could be given back.
std::optional<double> left_in(const std::string& group, const char* limit, const char* usage, const char* cached) {
    const auto most = number_in(group + limit);
    const auto used = number_in(group + usage);
    if (!most || !used) {
        return std::nullopt;
    }
    return std::max(0.0, *most - *used + number_after(group + "/memory.stat", cached).value_or(0));
}

/// The path of this process among the control groups of version 1 (of the memory controller) or 2.
std::string group_path(const std::string& root, bool second) {
    std::ifstream lines(root + "proc/self/cgroup");
    for (std::string line; std::getline(lines, line);) {
        const std::size_t names = line.find(':');
        const std::size_t path = line.find(':', names + 1);
        if (path != std::string::npos &&
            (second ? path == names + 1 : line.substr(names + 1, path - names - 1) == "memory")) {
            return line.substr(path + 1);
        }
    }
    return "/";
}

}  // namespace

std::optional<double> memory_available(const std::string& root) {
    std::optional<double> available = number_after(root + "proc/meminfo", "MemAvailable:");
    if (available) {
        *available *= 1024;  // told in kB
    }
    const auto lower = [&](std::optional<double> left) {
        if (left) {
            available = std::min(*left, available.value_or(*left));
        }
    };
    for (const bool second : {true, false}) {
        const std::string base = root + (second ? "sys/fs/cgroup" : "sys/fs/cgroup/memory");
        for (std::string path = group_path(root, second);; path = path.substr(0, path.rfind('/'))) {
            const std::string group = base + (path == "/" ? "" : path);
            lower(second ? left_in(group, "/memory.max", "/memory.current", "inactive_file")
                         : left_in(group, "/memory.limit_in_bytes", "/memory.usage_in_bytes", "total_inactive_file"));
            if (path.empty() || path == "/") {
                break;
            }
        }
    }
    return available;
}

}  // namespace releve
