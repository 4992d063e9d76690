#include "scenarios/audit/crossing/contradictions.hpp"

namespace releve::audit {

namespace {

bool claims(const CrossingRule& rule, int score) {
    return rule.claim == Claim::strong ? score >= strong_from : score <= weak_to;
}

bool belies(const CrossingRule& rule, double value) {
    return rule.above ? value >= rule.threshold : value <= rule.threshold;
}

/// One rule against one establishment, over all replicates.
Contradiction weigh(const CrossingRule& rule, std::span<const std::vector<Figures>> figures, std::size_t position) {
    Contradiction found{.establishment = figures.front()[position].establishment,
                        .rule = &rule,
                        .surveyed = figures.front()[position].surveyed};
    double told = 0;
    for (const std::vector<Figures>& replicate : figures) {
        if (const auto value = rule.value(replicate[position])) {
            told += 1;
            found.value += *value;
            found.probability += belies(rule, *value) ? 1 : 0;
        }
    }
    found.value /= told > 0 ? told : 1;
    found.probability /= static_cast<double>(figures.size());
    return found;
}

}  // namespace

std::vector<Contradiction> contradictions_of(const Pack& pack, std::span<const std::vector<Figures>> figures) {
    std::vector<Contradiction> found;
    if (figures.empty()) {
        return found;
    }
    for (std::size_t position = 0; position < figures.front().size(); ++position) {
        for (const CrossingRule& rule : crossing_rules()) {
            for (const AuditRow& row : pack.audits) {
                const Figures& first = figures.front()[position];
                if (row.establishment != first.establishment || (rule.needs_survey && !first.surveyed) ||
                    pack.audit_axes.codes[row.axis] != rule.axis || !claims(rule, row.score)) {
                    continue;
                }
                Contradiction one = weigh(rule, figures, position);
                one.score = row.score;
                if (one.probability >= certain_enough) {
                    found.push_back(one);
                }
            }
        }
    }
    return found;
}

}  // namespace releve::audit
