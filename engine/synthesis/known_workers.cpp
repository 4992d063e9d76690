#include "engine/synthesis/known_workers.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>

namespace releve {

namespace {

constexpr Purpose of_kind = purpose("synthesis.known_kind");
constexpr int open_to = 99;                  // [years] a band that reaches so far is open
constexpr int lived_in_open_band = 15 * 12;  // [months] few live to its end
constexpr double other_sex =
    10;  // [years] of age that another sex counts for: a guess (0 to 50), for lack of one's own kind

auto order_of(const WorkerRow& row) {
    return std::tuple(row.establishment, row.occupation, row.born_from, row.born_to, row.sex, row.contract, row.hired,
                      row.mastery);
}

/// Where the people of a band are.
AgeSpan lived_in(const AgeBand& band) {
    const AgeSpan ages = span_of(band);
    return band.to < open_to ? ages : common(ages, {0, ages.youngest + lived_in_open_band - 1});
}

using Cell = std::pair<std::uint32_t, std::uint32_t>;  // establishment, occupation

/// Each line once for each of its people.
std::map<Cell, std::vector<const WorkerRow*>> people_by_cell(const Pack& pack) {
    std::vector<const WorkerRow*> rows;
    for (const WorkerRow& row : pack.workers) {
        rows.push_back(&row);
    }
    std::sort(rows.begin(), rows.end(),
              [](const WorkerRow* a, const WorkerRow* b) { return order_of(*a) < order_of(*b); });
    std::map<Cell, std::vector<const WorkerRow*>> people;
    for (const WorkerRow* row : rows) {
        std::vector<const WorkerRow*>& here = people[{row->establishment, row->occupation}];
        here.insert(here.end(), static_cast<std::size_t>(row->persons), row);
    }
    return people;
}

/// Kinds of people are numbered age band * 2 + sex.
class Kinds {
public:
    Kinds(const Pack& pack, const std::vector<Individual>& others)
        : pack_(pack),
          told_(pack.age_bands.size() * 2, 0.0) {
        for (const Individual& one : others) {
            ++told_[one.age_band * 2U + static_cast<std::size_t>(one.sex)];
        }
        left_ = told_;
    }

    /// How much of each kind the line covers, from 0 to 1.
    std::vector<double> allowed(const WorkerRow& row, AgeSpan ages) const {
        std::vector<double> shares(left_.size(), 0.0);
        for (std::size_t kind = 0; kind < shares.size(); ++kind) {
            const AgeBand& band = pack_.age_bands[kind / 2];
            const bool sex_fits = row.sex < 0 || row.sex == static_cast<std::int32_t>(kind % 2);
            const int covered = sex_fits ? ages_within(ages, band).months() : 0;
            shares[kind] = covered / static_cast<double>(lived_in(band).months());
        }
        return shares;
    }

    /// Drawn among those allowed with the numbers left for weights, else with those told, else by age alone.
    std::size_t draw(const std::vector<double>& allowed, Draws& draws) const {
        for (const std::vector<double>* numbers : {&left_, &told_}) {
            std::vector<double> weights = allowed;
            double sum = 0;
            for (std::size_t kind = 0; kind < weights.size(); ++kind) {
                weights[kind] *= (*numbers)[kind];
                sum += weights[kind];
            }
            if (sum > 0) {
                return draws.weighted(weights);
            }
        }
        return draws.weighted(allowed);
    }

    bool take(std::size_t kind) {
        const bool there = left_[kind] > 0;
        left_[kind] -= there ? 1 : 0;
        return there;
    }

    /// Of those that have somebody left, if there is one; the younger and men first where two are as near.
    std::size_t nearest(std::size_t kind) const {
        std::size_t best = kind;
        double least = std::numeric_limits<double>::infinity();
        for (std::size_t other = 0; other < left_.size(); ++other) {
            const double gap = std::abs(middle(kind / 2) - middle(other / 2)) + (kind % 2 == other % 2 ? 0 : other_sex);
            if (left_[other] > 0 && gap < least) {
                least = gap;
                best = other;
            }
        }
        return best;
    }

    /// The band of which the ages are nearest, for ages that no band has.
    std::size_t nearest_band(AgeSpan ages) const {
        const double age = (ages.youngest + ages.oldest) / 24.0;
        std::size_t best = 0;
        for (std::size_t band = 1; band < pack_.age_bands.size(); ++band) {
            best = std::abs(middle(band) - age) < std::abs(middle(best) - age) ? band : best;
        }
        return best;
    }

    std::vector<double> left() const { return left_; }

private:
    double middle(std::size_t band) const { return (pack_.age_bands[band].from + pack_.age_bands[band].to + 1) / 2.0; }

    const Pack& pack_;
    std::vector<double> told_, left_;  // persons by kind
};

/// Keeps, of each kind, as many as are left; nothing is changed if that is nobody.
void keep(std::vector<Individual>& others, std::vector<double> left) {
    std::vector<Individual> kept;
    for (const Individual& one : others) {
        double& number = left[one.age_band * 2U + static_cast<std::size_t>(one.sex)];
        if (number > 0) {
            --number;
            kept.push_back(one);
        }
    }
    if (!kept.empty()) {
        others = std::move(kept);
    }
}

struct Choice {
    KnownWorker* who = nullptr;
    std::vector<double> allowed;
    std::size_t possible = 0;  // number of kinds
};

std::vector<Choice> choices_of(const Kinds& kinds, Month start, double apprentice_age,
                               std::vector<KnownWorker>& known) {
    std::vector<Choice> choices;
    for (KnownWorker& one : known) {
        const AgeSpan ages = worker_ages(*one.told, start, apprentice_age);
        Choice choice{&one, kinds.allowed(*one.told, ages), 0};
        const auto count = [&] {
            return static_cast<std::size_t>(
                std::count_if(choice.allowed.begin(), choice.allowed.end(), [](double share) { return share > 0; }));
        };
        if (count() == 0) {
            const std::size_t band = kinds.nearest_band(ages);
            for (std::size_t sex = 0; sex < 2; ++sex) {
                choice.allowed[band * 2 + sex] = one.told->sex < 0 || one.told->sex == static_cast<int>(sex) ? 1 : 0;
            }
        }
        choice.possible = count();
        choices.push_back(std::move(choice));
    }
    std::stable_sort(choices.begin(), choices.end(),
                     [](const Choice& a, const Choice& b) { return a.possible < b.possible; });
    return choices;
}

}  // namespace

std::vector<std::vector<KnownWorker>> known_workers(const Pack& pack, const State& state) {
    const auto people = people_by_cell(pack);
    std::map<Cell, std::size_t> placed;
    std::vector<std::vector<KnownWorker>> known(pack.occupations.size());
    for (std::uint32_t i = 0; i < state.posts.size() && !people.empty(); ++i) {
        const CellId cell = state.posts[PostId{i}].cell;
        const std::uint32_t occupation = state.cells.occupation[cell];
        const Cell place{state.cells.establishment[cell].value, occupation};
        const auto here = people.find(place);
        if (here != people.end() && placed[place] < here->second.size()) {
            known[occupation].push_back({PostId{i}, here->second[placed[place]++]});
        }
    }
    return known;
}

AgeSpan worker_ages(const WorkerRow& told, Month start, double apprentice_age) {
    const AgeSpan ages = told_ages(told, start);
    if (told.contract == static_cast<std::int32_t>(Contract::apprentice)) {
        const AgeSpan young = common(ages, {0, static_cast<int>(12 * apprentice_age) - 1});
        return young.empty() ? ages : young;
    }
    return ages;
}

AgeSpan ages_within(AgeSpan ages, const AgeBand& band) {
    const AgeSpan usual = common(ages, lived_in(band));
    return usual.empty() ? common(ages, span_of(band)) : usual;
}

std::uint32_t choose_kinds(const Pack& pack, const State& state, Luck luck, double apprentice_age,
                           std::vector<KnownWorker>& known, std::vector<Individual>& others) {
    if (known.empty()) {
        return 0;
    }
    Kinds kinds(pack, others);
    std::vector<std::size_t> without_own;
    for (const Choice& choice : choices_of(kinds, pack.calendar.start, apprentice_age, known)) {
        Draws draws = luck.draws(state.posts[choice.who->post].key, of_kind);
        const std::size_t kind = kinds.draw(choice.allowed, draws);
        choice.who->age_band = static_cast<std::uint8_t>(kind / 2);
        choice.who->sex = static_cast<Sex>(kind % 2);
        if (!kinds.take(kind)) {
            without_own.push_back(kind);
        }
    }
    for (const std::size_t kind : without_own) {
        kinds.take(kinds.nearest(kind));
    }
    keep(others, kinds.left());
    return static_cast<std::uint32_t>(without_own.size());
}

}  // namespace releve
