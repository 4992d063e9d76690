#include "scenarios/audit/inventory/sensitive.hpp"

#include "scenarios/audit/inventory/unit_values.hpp"

#include <algorithm>
#include <cmath>

namespace releve::audit {

namespace {

constexpr double least_told = 3;  ///< [persons] planned of whom difficulty is told: fewer tell nothing of an occupation

/// Mean time to learn what an occupation asks [months]; NaN where it asks nothing.
double learning_months_of(const Pack& pack, std::uint32_t occupation) {
    double months = 0;
    double levels = 0;
    if (pack.has("occupation_competences")) {
        for (const OccupationCompetence& row : pack.profiles[occupation]) {
            months += static_cast<double>(row.level) * pack.learning_months[row.competence];
            levels += static_cast<double>(row.level);
        }
    }
    return ratio(months, levels);
}

/// Where the rules look: one replicate, or the means of all.
class Judged {
public:
    Judged(const Pack& pack, const Followed& followed, const InventoryLine& line, double establishments)
        : occupation_(line.unit),
          unit_(followed, Cut::occupation, line.unit),
          openings_(unit_.sum({Measure::open_retired, Measure::open_left, Measure::open_moved, Measure::open_growth,
                               Measure::open_term})) {
        const PlannedNeeds& planned = line.needs.planned;
        fixed_.employers = line.establishments;
        fixed_.employers_share = ratio(line.establishments, establishments);
        fixed_.learning_months = learning_months_of(pack, line.unit);
        fixed_.told_difficult =
            ratio(planned.difficult, planned.told_difficult >= least_told ? planned.told_difficult : 0);
    }

    OccupationFigures over_all() const {
        return figures([](std::span<const float> values) { return mean_of(values); });
    }
    OccupationFigures in(std::uint32_t replicate) const {
        return figures([replicate](std::span<const float> values) { return double{values[replicate]}; });
    }
    std::uint32_t occupation() const { return occupation_; }
    std::uint32_t replicates() const { return unit_.replicates(); }

private:
    template <class Take>
    OccupationFigures figures(Take take) const {
        const auto of = [&](Measure measure) { return take(unit_.of(measure)); };
        OccupationFigures figures = fixed_;
        figures.people = of(Measure::people);
        figures.share_from_55 = ratio(of(Measure::from_55), figures.people);
        figures.renewal = ratio(of(Measure::under_30), of(Measure::from_55));
        const double posts = (of(Measure::posts) + of(Measure::posts_then)) / 2;
        figures.unfilled_share = ratio(of(Measure::unfilled), posts * horizon_years.back() * 12);
        figures.months_to_fill = ratio(of(Measure::open_months), take(openings_));
        figures.alone = ratio(of(Measure::held_by_one), figures.employers);
        return figures;
    }

    std::uint32_t occupation_;
    UnitValues unit_;
    std::vector<float> openings_;  ///< recruitments begun, by replicate
    OccupationFigures fixed_;      ///< what no replicate changes
};

bool holds(const SensitivityRule& rule, double threshold, const OccupationFigures& figures) {
    const double figure = rule.figure(figures);
    const bool beyond = rule.at_most ? figure <= threshold : figure >= threshold;  // false where it is not a number
    return beyond && figures.people >= rule.least_people;
}

std::vector<MetRule> met_rules(const Judged& judged, std::span<const double> thresholds) {
    const OccupationFigures all = judged.over_all();
    std::vector<MetRule> met;
    for (std::size_t i = 0; i < thresholds.size(); ++i) {
        const SensitivityRule& rule = sensitivity_rules()[i];
        if (!holds(rule, thresholds[i], all)) {
            continue;
        }
        double support = 0;
        for (std::uint32_t replicate = 0; replicate < judged.replicates(); ++replicate) {
            support += holds(rule, thresholds[i], judged.in(replicate)) ? 1 : 0;
        }
        met.push_back({i, rule.figure(all), thresholds[i], support / judged.replicates()});
    }
    return met;
}

SensitiveOccupation judge(const Judged& judged, std::span<const double> thresholds) {
    SensitiveOccupation found{.occupation = judged.occupation(), .figures = judged.over_all()};
    const std::vector<MetRule> met = met_rules(judged, thresholds);
    for (std::size_t kind = 0; kind < sensitivity_records().size(); ++kind) {
        const auto of_kind = [kind](const MetRule& one) {
            return sensitivity_rules()[one.rule].kind == static_cast<Sensitivity>(kind);
        };
        const auto number = static_cast<std::size_t>(std::ranges::count_if(met, of_kind));
        if (number >= sensitivity_records()[kind].rules_needed) {
            found.kinds.push_back(static_cast<Sensitivity>(kind));
            std::ranges::copy_if(met, std::back_inserter(found.rules), of_kind);
        }
    }
    return found;
}

}  // namespace

std::vector<SensitiveOccupation> sensitive_occupations(const Pack& pack, const Followed& followed,
                                                       const Inventory& inventory, std::span<const double> thresholds) {
    std::vector<SensitiveOccupation> all;
    const double establishments = inventory.of(Cut::territory).front().establishments;
    for (const InventoryLine& line : inventory.of(Cut::occupation)) {
        if (line.posts > 0) {
            SensitiveOccupation one = judge(Judged(pack, followed, line, establishments), thresholds);
            if (!one.kinds.empty()) {
                all.push_back(std::move(one));
            }
        }
    }
    std::ranges::stable_sort(all, [](const SensitiveOccupation& a, const SensitiveOccupation& b) {
        return a.kinds.size() != b.kinds.size() ? a.kinds.size() > b.kinds.size() : a.figures.people > b.figures.people;
    });
    return all;
}

}  // namespace releve::audit
