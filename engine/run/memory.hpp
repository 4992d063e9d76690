#pragma once
#include "engine/base/text.hpp"
#include "engine/run/plan.hpp"

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace releve {

/// How many things of each kind a run of a pack holds at its end, told from the tables alone and rather too many: nothing
/// leaves the columns, and newcomers are added.
struct ExpectedNumbers {
    double persons = 0, posts = 0, cells = 0, establishments = 0;
};
ExpectedNumbers expected_numbers(const Pack& pack, const Calendar& calendar, int horizon);
/// Of them, the persons who were not there at the start.
double expected_arrivals(const Pack& pack, const Calendar& calendar, int horizon);

/// Memory that an ensemble takes [bytes], estimated before it starts.
struct MemoryNeed {
    double shared = 0;      ///< whatever the replicates: the program, the pack, results summed up
    double first = 0;       ///< the state in which replicates begin; a single one makes it its own
    double running = 0;     ///< for each replicate that runs at the same time
    double kept = 0;        ///< for each replicate done and kept in memory, deflated
    double in_journal = 0;  ///< for each replicate done and kept in a journal
    double columns = 0;     ///< for each replicate, up to a thousand: slabs of outputs while statistics are worked out
};
/// "12 MB", rounded up.
Text size_text(double bytes);
/// Numbers that one replicate gives, of all outputs and periods.
double numbers_of_run(const Plan& plan);
MemoryNeed memory_need(const std::vector<Plan>& plans);

struct EnsembleSize {
    std::size_t scenarios = 1, replicates = 1, threads = 1;
    bool in_journal = false;
};
/// [bytes]
double memory_of(const MemoryNeed& need, const EnsembleSize& size);

/// The system cannot give what the run needs (exit code 5): the same files run on a larger machine.
class MemoryError : public std::runtime_error {
public:
    explicit MemoryError(Text text) : std::runtime_error(text.en), text_(std::move(text)) {}
    const Text& text() const { return text_; }

private:
    Text text_;
};

/// Throws MemoryError if an ensemble needs more than is available [bytes]; the text tells both, and what would fit.
void refuse_too_large(const MemoryNeed& need, const EnsembleSize& size, double available);

/// What this process may still take [bytes]: of the machine, and of the control groups it is in. Nothing where the system
/// does not tell. `root`: where proc and sys are.
std::optional<double> memory_available(const std::string& root = "/");

}  // namespace releve
