#include "engine/model/conduct/score_algebra.hpp"

#include "engine/base/portable_math.hpp"

#include <algorithm>

namespace releve::score_algebra {

namespace {

std::size_t level_of(const ScoreModel& model, std::size_t term, const ScoreStratum& stratum) {
    switch (term) {
        case 1: return model.sector_group[stratum.sector];
        case 2: return stratum.size_band;
        case 3: return static_cast<std::size_t>(stratum.kind);
        default: return 0;
    }
}

}  // namespace

Unknowns::Unknowns(const ScoreModel& model) : model_(model) {
    const std::array<std::size_t, terms> sizes{1, model.sector_groups, size_bands.size(),
                                               establishment_kind_words.size()};
    for (std::size_t term = 0; term < terms; ++term) {
        first_[term] = levels_;
        levels_ += sizes[term];
    }
    unknown_.assign(levels_ * model.axes.size(), not_shown);
    for (const AuditedEstablishment& audited : model.audited) {
        for (const auto& [axis, score] : audited.scores) {
            for (std::size_t term = 0; term < terms; ++term) {
                Eigen::Index& unknown = unknown_[place(axis, term, level_of(model, term, audited.stratum))];
                if (unknown == not_shown) {
                    unknown = size_++;
                    term_.push_back(term);
                }
            }
        }
    }
}

std::size_t Unknowns::place(std::size_t axis, std::size_t term, std::size_t level) const {
    return axis * levels_ + first_[term] + level;
}

std::array<Eigen::Index, terms> Unknowns::of(std::size_t axis, const ScoreStratum& stratum) const {
    std::array<Eigen::Index, terms> unknowns{};
    for (std::size_t term = 0; term < terms; ++term) {
        unknowns[term] = unknown_[place(axis, term, level_of(model_, term, stratum))];
    }
    return unknowns;
}

double prior_ratio(const ScoreRatios& ratios, std::size_t term) {
    return term == 0 ? prior_mean_variance : ratios[term - 1];
}

Eigen::VectorXd without_common(const Eigen::VectorXd& values, double common) {
    const double share = common / (1 + common * static_cast<double>(values.size()));
    return values.array() - share * values.sum();
}

Eigen::VectorXd centred(const AuditedEstablishment& audited) {
    Eigen::VectorXd values(static_cast<Eigen::Index>(audited.scores.size()));
    for (std::size_t i = 0; i < audited.scores.size(); ++i) {
        values[static_cast<Eigen::Index>(i)] = audited.scores[i].score - prior_mean;
    }
    return values;
}

Solved solve(const ScoreModel& model, const Unknowns& unknowns, const ScoreRatios& ratios) {
    const double common = ratios[static_cast<std::size_t>(ScoreEffect::common)];
    Eigen::MatrixXd precision = Eigen::MatrixXd::Zero(unknowns.size(), unknowns.size());
    Eigen::VectorXd told = Eigen::VectorXd::Zero(unknowns.size());
    Solved solved{.squares = prior_degrees * prior_variance, .degrees = prior_degrees};
    for (Eigen::Index i = 0; i < unknowns.size(); ++i) {
        const double ratio = prior_ratio(ratios, unknowns.term(i));
        precision(i, i) = 1 / ratio;
        solved.log_determinant += portable_log(ratio);
    }
    for (const AuditedEstablishment& audited : model.audited) {
        const Eigen::VectorXd values = centred(audited);
        const Eigen::VectorXd weighed = without_common(values, common);
        const auto count = static_cast<double>(values.size());
        const double share = common / (1 + common * count);
        solved.squares += values.dot(weighed);
        solved.degrees += count;
        solved.log_determinant += portable_log(1 + common * count);
        for (std::size_t i = 0; i < audited.scores.size(); ++i) {
            const auto rows = unknowns.of(audited.scores[i].axis, audited.stratum);
            for (const Eigen::Index row : rows) {
                told[row] += weighed[static_cast<Eigen::Index>(i)];
                for (std::size_t j = 0; j < audited.scores.size(); ++j) {
                    for (const Eigen::Index column : unknowns.of(audited.scores[j].axis, audited.stratum)) {
                        precision(row, column) += (i == j ? 1.0 : 0.0) - share;
                    }
                }
            }
        }
    }
    solved.precision.compute(precision);
    solved.mean = solved.precision.solve(told);
    solved.squares -= told.dot(solved.mean);
    for (Eigen::Index i = 0; i < unknowns.size(); ++i) {
        solved.log_determinant += 2 * portable_log(solved.precision.matrixLLT()(i, i));
    }
    return solved;
}

double log_prior(const ScoreRatios& ratios) {
    double sum = 0;
    for (const double ratio : ratios) {
        sum -= ratio / (2 * prior_scale * prior_scale);
    }
    return sum;
}

std::vector<double> normalised(std::vector<double> logarithms) {
    const double highest = *std::max_element(logarithms.begin(), logarithms.end());
    double sum = 0;
    for (double& value : logarithms) {
        value = portable_exp(value - highest);
        sum += value;
    }
    for (double& value : logarithms) {
        value /= sum;
    }
    return logarithms;
}

}  // namespace releve::score_algebra
