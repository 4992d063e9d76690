#pragma once
#include "engine/inputs/pack.hpp"

#include <span>
#include <string>
#include <vector>

namespace releve::survey {

/// One stratum: establishments of one group of sectors and one size band.
struct Stratum {
    std::string code;  ///< "BE 10-19"
    std::size_t population = 0, answered = 0;
    double weight = 0;  ///< of each that answered; 0 if none did
};

struct ResponseWeights {
    std::vector<Stratum> strata;         ///< that hold establishments, by group then size
    std::vector<std::uint32_t> stratum;  ///< by establishment
    std::size_t shared_in_band = 0;      ///< establishments of strata without an answer, told by others of their size
    std::size_t shared_by_all = 0;       ///< those of whole size bands without an answer, told by all
    double effective = 0;                ///< Kish's effective number of answers, (sum w)^2 / sum w^2
    double least = 0, most = 0;          ///< weights

    double of(std::uint32_t establishment) const { return strata[stratum[establishment]].weight; }
};

/// Weights against non-response. Strata: group of sectors (their parent) x size band. An answer stands for
///     N/n of its stratum  +  N_b/n_b  +  N_0/n_all
/// where N_b counts the establishments of the same size band whose own stratum nobody answered, n_b the answers of the band,
/// and N_0 those of size bands without any answer. The weights sum to the number of establishments. They are not capped:
/// a cap would lower that sum; Kish's number tells what their spread costs. At least one establishment must have answered.
ResponseWeights response_weights(const CodeList& sectors, std::span<const EstablishmentRow> establishments,
                                 const std::vector<bool>& answered);

}  // namespace releve::survey
