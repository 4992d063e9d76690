#include "scenarios/audit/inventory/needs.hpp"

#include "scenarios/audit/inventory/unit_values.hpp"

#include <algorithm>
#include <set>

namespace releve::audit {

namespace {

bool is_in(const Pack& pack, const PlannedRecruitment& planned, Cut cut, std::uint32_t unit) {
    const EstablishmentRow& establishment = pack.establishments[planned.establishment];
    switch (cut) {
        case Cut::territory: return true;
        case Cut::zone: return establishment.zone == unit;
        case Cut::sector: return establishment.sector == unit;
        case Cut::size: return establishment.size_band == unit;
        case Cut::occupation: return planned.occupation == unit;
        case Cut::establishment: return planned.establishment == unit;
        case Cut::group: break;  // not told of groups
    }
    return false;
}

PlannedNeeds planned_in(const Pack& pack, Cut cut, std::uint32_t unit) {
    PlannedNeeds needs;
    std::set<std::uint32_t> who;
    for (const PlannedRecruitment& planned : pack.planned_recruitments) {
        if (!is_in(pack, planned, cut, unit)) {
            continue;
        }
        who.insert(planned.establishment);
        needs.by_reason[static_cast<std::size_t>(planned.reason)] += planned.persons;
        needs.persons += planned.persons;
        needs.difficult += planned.difficult.value_or(false) ? planned.persons : 0;
        needs.told_difficult += planned.difficult.has_value() ? planned.persons : 0;
    }
    needs.establishments = static_cast<std::uint32_t>(who.size());
    return needs;
}

double equivalents(std::int64_t parts, std::uint32_t replicates) {
    return static_cast<double>(parts) / fte_parts / replicates;
}

}  // namespace

Needs needs_of(const Pack& pack, const Followed& followed, Cut cut, std::uint32_t unit) {
    const UnitValues values(followed, cut, unit);
    Needs needs;
    for (std::size_t horizon = 0; horizon < horizon_years.size(); ++horizon) {
        const auto of = [&](Measure measure) { return spread_of(values.of(measure, horizon)); };
        needs.openings[horizon] = {.after_retirement = of(Measure::open_retired),
                                   .after_departure = of(Measure::open_left),
                                   .after_move = of(Measure::open_moved),
                                   .growth = of(Measure::open_growth),
                                   .lasting = spread_of(values.sum(lasting_openings, horizon)),
                                   .after_term = of(Measure::open_term)};
    }
    std::vector<float> change = values.sum({Measure::posts_then});
    const std::span<const float> before = values.of(Measure::posts);
    std::transform(change.begin(), change.end(), before.begin(), change.begin(), std::minus<>());
    needs.net_change = spread_of(change);
    needs.planned = planned_in(pack, cut, unit);
    return needs;
}

std::vector<CompetenceNeed> competence_needs(const Pack& pack, const Followed& followed) {
    std::vector<CompetenceNeed> needs(followed.holdings.empty() ? 0 : pack.competences.size());
    for (std::uint32_t i = 0; i < needs.size(); ++i) {
        needs[i].competence = i;
    }
    const std::uint32_t replicates = followed.replicates;
    const auto expected = [&](auto sum) { return static_cast<double>(sum) / replicates; };
    for (const FollowedHolding& one : followed.holdings) {
        CompetenceNeed& need = needs[one.competence];
        ++need.establishments;
        need.holders += expected(one.people);
        need.required += equivalents(one.required, replicates);
        need.shortage += equivalents(one.shortage, replicates);
        need.shortage_then += equivalents(one.shortage_then, replicates);
        need.without_holder += expected(one.by_none);
        need.by_one += expected(one.by_one);
        need.by_two += expected(one.by_two);
        for (std::size_t horizon = 0; horizon < horizon_years.size(); ++horizon) {
            need.few_gone[horizon] += expected(one.few_gone[horizon]);
            need.lost[horizon] += expected(one.lost[horizon]);
        }
    }
    return needs;
}

std::vector<HeldCompetence> held_competences(const Followed& followed, std::uint32_t establishment) {
    std::vector<HeldCompetence> held;
    const auto range = std::ranges::equal_range(followed.holdings, establishment, {}, &FollowedHolding::establishment);
    const std::uint32_t replicates = followed.replicates;
    const auto chance = [&](auto count) { return static_cast<double>(count) / replicates; };
    for (const FollowedHolding& one : range) {
        HeldCompetence& added = held.emplace_back();
        added.competence = one.competence;
        added.holders = chance(one.people);
        added.required = equivalents(one.required, replicates);
        added.shortage = equivalents(one.shortage, replicates);
        added.by_one = chance(one.by_one);
        added.by_two = chance(one.by_two);
        added.few = chance(one.by_one + one.by_two);
        for (std::size_t horizon = 0; horizon < horizon_years.size(); ++horizon) {
            added.few_gone[horizon] = chance(one.few_gone[horizon]);
            added.lost[horizon] = chance(one.lost[horizon]);
        }
    }
    std::ranges::stable_sort(held, std::greater<>(), [](const HeldCompetence& one) { return one.lost[last_horizon]; });
    return held;
}

}  // namespace releve::audit
