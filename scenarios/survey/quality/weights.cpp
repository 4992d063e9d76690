#include "scenarios/survey/quality/weights.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace releve::survey {

namespace {

const std::string& group_of(const CodeList& sectors, std::uint32_t sector) {
    const std::string& parent = sectors.parents[sector];
    return parent.empty() ? sectors.codes[sector] : parent;
}

struct Counts {
    std::size_t silent = 0;    ///< establishments of strata without an answer
    std::size_t answered = 0;  ///< answers
    double share() const { return static_cast<double>(silent) / static_cast<double>(answered); }
};

void find_spread(ResponseWeights& weights) {
    double sum = 0, squares = 0;
    for (const Stratum& stratum : weights.strata) {
        if (stratum.answered > 0) {
            const auto n = static_cast<double>(stratum.answered);
            weights.least = sum == 0 ? stratum.weight : std::min(weights.least, stratum.weight);
            weights.most = std::max(weights.most, stratum.weight);
            sum += n * stratum.weight;
            squares += n * stratum.weight * stratum.weight;
        }
    }
    weights.effective = sum * sum / squares;
}

}  // namespace

ResponseWeights response_weights(const CodeList& sectors, std::span<const EstablishmentRow> establishments,
                                 const std::vector<bool>& answered) {
    std::map<std::pair<std::string, std::uint8_t>, std::uint32_t> positions;
    for (const EstablishmentRow& row : establishments) {
        positions.emplace(std::pair{group_of(sectors, row.sector), row.size_band}, 0);
    }
    ResponseWeights weights;
    std::vector<std::uint8_t> bands;
    for (auto& [key, position] : positions) {
        position = static_cast<std::uint32_t>(weights.strata.size());
        weights.strata.push_back({.code = key.first + " " + std::string(size_bands[key.second].word.code)});
        bands.push_back(key.second);
    }
    for (std::size_t i = 0; i < establishments.size(); ++i) {
        const EstablishmentRow& row = establishments[i];
        weights.stratum.push_back(positions.at({group_of(sectors, row.sector), row.size_band}));
        Stratum& stratum = weights.strata[weights.stratum.back()];
        ++stratum.population;
        stratum.answered += answered[i] ? 1 : 0;
    }
    std::array<Counts, size_bands.size()> by_band{};
    Counts all;
    for (std::size_t s = 0; s < bands.size(); ++s) {
        const Stratum& stratum = weights.strata[s];
        by_band[bands[s]].answered += stratum.answered;
        by_band[bands[s]].silent += stratum.answered == 0 ? stratum.population : 0;
        all.answered += stratum.answered;
    }
    for (const Counts& band : by_band) {
        (band.answered == 0 ? weights.shared_by_all : weights.shared_in_band) += band.silent;
    }
    all.silent = weights.shared_by_all;
    for (std::size_t s = 0; s < bands.size(); ++s) {
        Stratum& stratum = weights.strata[s];
        if (stratum.answered > 0) {
            stratum.weight = static_cast<double>(stratum.population) / static_cast<double>(stratum.answered) +
                             by_band[bands[s]].share() + all.share();
        }
    }
    find_spread(weights);
    return weights;
}

}  // namespace releve::survey
