#pragma once
#include "engine/results/journal.hpp"
#include "engine/run/run_record.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>

namespace releve {

/// Values held at once while statistics over replicates are worked out, whatever the number of replicates.
inline constexpr std::size_t values_at_once = slab_cells * 1000;

/// Completed runs of an ensemble, each kept once and never changed.
class KeptRuns {
public:
    /// In memory, deflated.
    explicit KeptRuns(std::size_t scenarios);
    /// In a journal, with what it holds already. ModelError if that is of other scenarios.
    KeptRuns(std::size_t scenarios, Journal&& journal);

    /// Keeps a completed run. From any thread; a run already kept is left as it is.
    void add(std::size_t scenario, std::uint32_t replicate, const ReplicateResult& run);

    std::size_t scenarios() const { return places_.size(); }
    bool has(std::size_t scenario, std::uint32_t replicate) const;
    std::string file() const { return journal_ ? journal_->path() : ""; }  ///< "" : in memory
    std::size_t count() const;                                             ///< runs, of all scenarios
    std::uint32_t complete() const;  ///< replicates 0 .. n - 1 that every scenario has

    /// All of one run. ModelError if it is not kept, here and below.
    ReplicateResult run(std::size_t scenario, std::uint32_t replicate) const;
    /// Numbers that each run of a scenario holds of an output, all periods together.
    std::size_t cells(std::size_t scenario, std::size_t output) const;
    /// Fills `values` with an output of one run, from its cell `first` on ([period][cell], flattened).
    void read(std::size_t scenario, std::uint32_t replicate, std::size_t output, std::size_t first,
              std::span<float> values) const;
    /// The same of replicates 0 .. replicates - 1: [replicate][cell].
    std::vector<float> read(std::size_t scenario, std::uint32_t replicates, std::size_t output, std::size_t first,
                            std::size_t count) const;
    /// What each action did in each year: year * actions + action.
    std::vector<Volume> volumes(std::size_t scenario, std::uint32_t replicate) const;
    /// Deletes the journal, if any: what it holds is in a result file now. Nothing can be read any more.
    void forget();

private:
    struct Place {
        RunDirectory directory;
        std::vector<std::byte> bytes;  ///< in memory
        Journal::Record record;        ///< in a journal
    };
    void find(Journal::Record record);
    const Place& place(std::size_t scenario, std::uint32_t replicate) const;
    void read_at(const Place& place, std::size_t output, std::size_t first, std::span<float> values) const;

    std::optional<Journal> journal_;
    std::vector<std::map<std::uint32_t, Place>> places_;  ///< [scenario]
    std::unique_ptr<std::mutex> adding_ = std::make_unique<std::mutex>();
};

}  // namespace releve
