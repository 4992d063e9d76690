#pragma once
#include "engine/results/dataset.hpp"

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <sys/resource.h>

namespace releve::test {

/// A directory of its own, removed with all it holds.
class Scratch {
public:
    Scratch() {
        std::string pattern = (std::filesystem::temp_directory_path() / "releve-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) {
            throw std::runtime_error("no scratch directory");
        }
        directory_ = pattern;
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() {
        std::error_code ignored;
        std::filesystem::remove_all(directory_, ignored);
    }
    std::string file(const std::string& name) const { return (directory_ / name).string(); }
    std::size_t entries() const {
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(directory_), {}));
    }

private:
    std::filesystem::path directory_;
};

/// Files of this process may not grow beyond `bytes` while alive: what a full disk looks like.
class SmallDisk {
public:
    explicit SmallDisk(rlim_t bytes) : signal_(std::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit limit{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, signal_);
    }

private:
    rlimit before_{};
    void (*signal_)(int);
};

inline std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline void put_bytes(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

/// One of each kind: all six types, a coordinate of texts and one of numbers, a dimension without coordinate,
/// an empty one, a value without dimension, an array large enough to be chunked and deflated, texts with accents and
/// empty ones.
inline Dataset sample_dataset() {
    Dataset dataset;
    dataset.dimensions = {{"scenario", 2}, {"replicate", 40}, {"month", 120}, {"occupation", 3}, {"zone", 0}};
    std::vector<std::int32_t> months;
    for (std::int32_t i = 0; i < 120; ++i) {
        months.push_back(24156 + i);
    }
    std::vector<float> posts;
    for (int i = 0; i < 2 * 40 * 120 * 3; ++i) {
        posts.push_back(static_cast<float>(i % 997) + 0.25F);
    }
    const std::vector<std::int64_t> heads(80, 9'007'199'254'740'993);  // not a double
    dataset.variables = {
        {"scenario", {"scenario"}, std::vector<std::string>{"baseline", "tutorat"}, {}},
        {"month", {"month"}, std::move(months), {{"long_name", std::string("month count since year 0")}}},
        {"occupation", {"occupation"}, std::vector<std::string>{"A0Z", "T4Z", "V1Z"}, {}},
        {"zone", {"zone"}, std::vector<std::string>{}, {}},
        {"posts",
         {"scenario", "replicate", "month", "occupation"},
         std::move(posts),
         {{"units", std::string("1")}, {"long_name_fr", std::string("postes occupés")}}},
        {"rate", {"scenario", "occupation"}, std::vector<double>{0.1, 0.2, 0.3, 1e-300, -0.0, 1e300}, {}},
        {"heads", {"scenario", "replicate"}, heads, {}},
        {"occupation_name_fr", {"occupation"}, std::vector<std::string>{"Éleveurs", "", "Infirmiers d’État"}, {}},
        {"posts_by_zone", {"replicate", "zone"}, std::vector<float>{}, {}},
        {"total", {}, std::vector<double>{42.5}, {}},
        {"bytes", {"month"}, std::vector<std::uint8_t>(120, 200), {}},
    };
    dataset.attributes = {{"Conventions", std::string("CF-1.10, Releve-1.0")},
                          {"seed", std::int64_t{9'007'199'254'740'993}},
                          {"level", 0.9},
                          {"empty", std::string()},
                          {"inputs_sha256", std::vector<std::string>{"territory.toml 00ff", "posts.csv 11ee"}},
                          {"scenarios_resolved", std::vector<std::string>{"name = \"Éß\"\n"}},
                          {"notes", std::vector<std::string>{}},
                          {"format_version", std::string("1.0")}};
    return dataset;
}

}  // namespace releve::test
