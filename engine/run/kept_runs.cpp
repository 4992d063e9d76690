#include "engine/run/kept_runs.hpp"

#include "engine/base/error.hpp"

#include <algorithm>

namespace releve {

KeptRuns::KeptRuns(std::size_t scenarios) : places_(scenarios) {}

KeptRuns::KeptRuns(std::size_t scenarios, Journal&& journal) : journal_(std::move(journal)), places_(scenarios) {
    for (const Journal::Record& record : journal_->records()) {
        find(record);
    }
}

void KeptRuns::find(Journal::Record record) {
    std::vector<std::byte> bytes(std::min<std::uint64_t>(directory_head, record.size));
    journal_->read(record, 0, bytes);
    bytes.resize(std::min<std::uint64_t>(directory_bytes(bytes), record.size));
    journal_->read(record, 0, bytes);
    RunDirectory directory = read_directory(bytes, record.size);
    if (directory.scenario >= places_.size()) {
        throw ModelError("kept runs: the journal holds more scenarios than there are");
    }
    const auto [scenario, replicate] = std::pair(directory.scenario, directory.replicate);
    places_[scenario].try_emplace(replicate, Place{std::move(directory), {}, record});
}

void KeptRuns::add(std::size_t scenario, std::uint32_t replicate, const ReplicateResult& run) {
    std::vector<std::byte> bytes = encode_run(static_cast<std::uint32_t>(scenario), replicate, run);
    RunDirectory directory = read_directory(bytes, bytes.size());
    const std::lock_guard lock(*adding_);
    if (places_.at(scenario).contains(replicate)) {
        return;
    }
    Place place{std::move(directory), {}, {}};
    if (journal_) {
        place.record = journal_->append(bytes);
    } else {
        place.bytes = std::move(bytes);
    }
    places_[scenario].emplace(replicate, std::move(place));
}

bool KeptRuns::has(std::size_t scenario, std::uint32_t replicate) const {
    const std::lock_guard lock(*adding_);
    return places_.at(scenario).count(replicate) != 0;
}

std::size_t KeptRuns::count() const {
    const std::lock_guard lock(*adding_);
    std::size_t runs = 0;
    for (const auto& of_scenario : places_) {
        runs += of_scenario.size();
    }
    return runs;
}

std::uint32_t KeptRuns::complete() const {
    const std::lock_guard lock(*adding_);
    std::uint32_t least = places_.empty() ? 0 : std::numeric_limits<std::uint32_t>::max();
    for (const auto& of_scenario : places_) {
        std::uint32_t number = 0;  // those before are there: keys are in order
        for (auto at = of_scenario.begin(); at != of_scenario.end() && at->first == number; ++at) {
            ++number;
        }
        least = std::min(least, number);
    }
    return least;
}

const KeptRuns::Place& KeptRuns::place(std::size_t scenario, std::uint32_t replicate) const {
    const std::lock_guard lock(*adding_);
    const auto found = places_.at(scenario).find(replicate);
    if (found == places_[scenario].end()) {
        throw ModelError("kept runs: no replicate " + std::to_string(replicate) + " of scenario " +
                         std::to_string(scenario));
    }
    return found->second;
}

void KeptRuns::read_at(const Place& place, std::size_t output, std::size_t first, std::span<float> values) const {
    const RunDirectory& directory = place.directory;
    if (output >= directory.cells.size() || first + values.size() > directory.cells[output]) {
        throw ModelError("kept runs: cells asked beyond those of output " + std::to_string(output));
    }
    std::vector<float> whole;
    std::vector<std::byte> from_journal;
    for (std::size_t done = 0; done < values.size();) {
        const std::size_t slab = (first + done) / slab_cells;
        const std::size_t begin = slab * slab_cells;
        const std::size_t size = std::min<std::size_t>(slab_cells, directory.cells[output] - begin);
        const std::size_t skipped = first + done - begin;
        const std::size_t taken = std::min(size - skipped, values.size() - done);
        const std::size_t at = directory.first_slab(output) + slab;
        const std::uint64_t begin_of_slab = directory.begin_of(at);
        const std::uint64_t bytes = directory.ends[at] - begin_of_slab;
        if (journal_) {
            from_journal.resize(bytes);
            journal_->read(place.record, begin_of_slab, from_journal);
        }
        const std::span<const std::byte> deflated =
            journal_ ? std::span<const std::byte>(from_journal) : std::span(place.bytes).subspan(begin_of_slab, bytes);
        if (taken == size) {
            inflate_slab(deflated, values.subspan(done, size));
        } else {
            whole.resize(size);
            inflate_slab(deflated, whole);
            std::copy_n(whole.begin() + static_cast<std::ptrdiff_t>(skipped), taken, values.begin() + done);
        }
        done += taken;
    }
}

std::size_t KeptRuns::cells(std::size_t scenario, std::size_t output) const {
    const std::lock_guard lock(*adding_);
    const auto& of_scenario = places_.at(scenario);
    return of_scenario.empty() ? 0 : of_scenario.begin()->second.directory.cells.at(output);
}

void KeptRuns::read(std::size_t scenario, std::uint32_t replicate, std::size_t output, std::size_t first,
                    std::span<float> values) const {
    read_at(place(scenario, replicate), output, first, values);
}

std::vector<float> KeptRuns::read(std::size_t scenario, std::uint32_t replicates, std::size_t output, std::size_t first,
                                  std::size_t count) const {
    std::vector<float> values(replicates * count);
    for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
        read(scenario, replicate, output, first, std::span(values).subspan(replicate * count, count));
    }
    return values;
}

std::vector<Volume> KeptRuns::volumes(std::size_t scenario, std::uint32_t replicate) const {
    const Place& one = place(scenario, replicate);
    const std::size_t last = one.directory.cells.size() - 1;
    std::vector<float> values(one.directory.cells[last]);
    read_at(one, last, 0, values);
    std::vector<Volume> volumes(values.size() / volume_words.size());
    for (std::size_t i = 0; i < volumes.size(); ++i) {
        std::copy_n(values.begin() + static_cast<std::ptrdiff_t>(i * volume_words.size()), volume_words.size(),
                    volumes[i].begin());
    }
    return volumes;
}

void KeptRuns::forget() {
    if (journal_) {
        journal_->remove();
    }
}

ReplicateResult KeptRuns::run(std::size_t scenario, std::uint32_t replicate) const {
    const Place& one = place(scenario, replicate);
    ReplicateResult run;
    for (std::size_t output = 0; output + 1 < one.directory.cells.size(); ++output) {
        read_at(one, output, 0, run.values.emplace_back(one.directory.cells[output]));
    }
    run.volumes = volumes(scenario, replicate);
    return run;
}

}  // namespace releve
