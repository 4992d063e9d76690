#include "engine/run/memory.hpp"

#include "tests/langres_run.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

using namespace releve;
using namespace releve::tests;

namespace {

constexpr MemoryNeed need{.shared = 32e6, .first = 8e6, .running = 10e6, .kept = 1e6};  // [bytes]

/// What the refusal says; empty if there is none.
std::string refusal(const EnsembleSize& size, double available) {
    try {
        refuse_too_large(need, size, available);
    } catch (const MemoryError& error) {
        return error.text().en + "\n" + error.text().fr;
    }
    return "";
}

bool tells(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

/// A machine made of a few files.
class Machine {
public:
    Machine() : root_((std::filesystem::temp_directory_path() / "releve_memory_test").string() + "/") {
        std::filesystem::remove_all(root_);
        write("proc/meminfo", "MemTotal: 9000000 kB\nMemAvailable: 8000000 kB\n");
    }
    ~Machine() { std::filesystem::remove_all(root_); }
    void write(const std::string& file, const std::string& text) const {
        const std::filesystem::path path(root_ + file);
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path) << text;
    }
    double available() const { return memory_available(root_).value(); }

private:
    std::string root_;
};

}  // namespace

TEST_CASE("memory is shared + first + running side by side + kept") {
    CHECK(memory_of(need, {2, 10, 4}) == 40e6 + 4 * 10e6 + 20 * 1e6);
    CHECK(memory_of(need, {1, 2, 16}) == 40e6 + 2 * 10e6 + 2 * 1e6);  // no more runs than there are
    CHECK(memory_of(need, {1, 1, 2}) == 32e6 + 10e6 + 1e6);           // which begins in the first state itself
}

TEST_CASE("a run that does not fit is refused, and what would fit is told") {
    CHECK(refusal({1, 10, 4}, 90e6).empty());
    CHECK(tells(refusal({1, 10, 4}, 89e6), "needs about 90 MB and 89 MB is available"));
    CHECK(tells(refusal({1, 10, 4}, 89e6), "what fits: 3 at the same time"));
    CHECK(tells(refusal({1, 10, 4}, 89e6), "ce qui tient\u00a0: 3 en même temps"));
    CHECK(tells(refusal({1, 10, 4}, 55e6), "what fits: --replicates 5 --threads 1"));
    CHECK(tells(refusal({1, 10, 4}, 43e6), "ce qui tient\u00a0: --replicates 1 --threads 1"));
    CHECK(tells(refusal({1, 10, 4}, 37e6), "not even one replicate fits: a territory of at most 50 %"));
}

TEST_CASE("expected numbers are rather too many") {
    const Plan plan = langres_plan(60);
    Replicate run(plan, langres_start().state, 1, 0);
    while (!run.finished()) {
        run.advance();
    }
    const ExpectedNumbers expected = expected_numbers(langres(), langres().calendar, 60);
    const State& state = run.state();
    CHECK(expected.persons >= state.persons.size());
    CHECK(expected.persons <= 2.0 * state.persons.size());
    CHECK(expected.posts <= 1.1 * state.posts.size());
    CHECK(expected.posts >= 0.9 * state.posts.size());
    CHECK(expected.cells == langres_start().state.cells.size());
    CHECK(expected.establishments == langres_start().state.establishments.size());
}

TEST_CASE("what is available is the least of the machine and its control groups") {
    const Machine machine;
    CHECK(machine.available() == 8000000 * 1024.0);
    machine.write("proc/self/cgroup", "3:memory:/old\n0::/a/b\n");
    machine.write("sys/fs/cgroup/a/b/memory.max", "max\n");
    machine.write("sys/fs/cgroup/a/b/memory.current", "1000\n");
    CHECK(machine.available() == 8000000 * 1024.0);
    machine.write("sys/fs/cgroup/a/memory.max", "5000\n");  // of the group around it
    machine.write("sys/fs/cgroup/a/memory.current", "2000\n");
    machine.write("sys/fs/cgroup/a/memory.stat", "anon 1500\ninactive_file 400\n");
    CHECK(machine.available() == 5000 - 2000 + 400);
    machine.write("sys/fs/cgroup/memory/old/memory.limit_in_bytes", "3000\n");
    machine.write("sys/fs/cgroup/memory/old/memory.usage_in_bytes", "1000\n");
    CHECK(machine.available() == 2000);
}
