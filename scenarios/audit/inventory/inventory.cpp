#include "scenarios/audit/inventory/inventory.hpp"

#include "scenarios/audit/inventory/unit_values.hpp"

#include <set>

namespace releve::audit {

namespace {

constexpr double years_followed = horizon_years.back();

/// By cut and unit: establishments of the start with posts there.
std::array<std::vector<std::uint32_t>, cuts> employers_of(const Pack& pack, const Followed& followed) {
    std::array<std::vector<std::uint32_t>, cuts> employers;
    for (std::size_t cut = 0; cut < cuts; ++cut) {
        employers[cut].resize(followed.units[cut], 0);
    }
    std::set<std::uint32_t> seen;
    std::set<std::pair<std::uint32_t, std::uint32_t>> seen_in_occupation;
    for (const PostRow& row : pack.posts) {
        if (row.posts == 0) {
            continue;
        }
        if (seen_in_occupation.emplace(row.establishment, row.occupation).second) {
            ++employers[static_cast<std::size_t>(Cut::occupation)][row.occupation];
        }
        if (seen.insert(row.establishment).second) {
            const EstablishmentRow& one = pack.establishments[row.establishment];
            ++employers[static_cast<std::size_t>(Cut::territory)][0];
            ++employers[static_cast<std::size_t>(Cut::zone)][one.zone];
            ++employers[static_cast<std::size_t>(Cut::sector)][one.sector];
            ++employers[static_cast<std::size_t>(Cut::size)][one.size_band];
            ++employers[static_cast<std::size_t>(Cut::establishment)][row.establishment];
        }
    }
    return employers;
}

std::vector<float> ratios(std::span<const float> parts, std::span<const float> wholes) {
    std::vector<float> shares(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        shares[i] = static_cast<float>(ratio(double{parts[i]}, double{wholes[i]}));
    }
    return shares;
}

/// Mean of the values at the start and at the last horizon, by replicate.
std::vector<float> half_way(const UnitValues& unit, Measure first, Measure then) {
    std::vector<float> means = unit.sum({first, then});
    for (float& mean : means) {
        mean /= 2;
    }
    return means;
}

/// [1/year] (in + out) / 2 / stock, by replicate.
Spread turnover_of(std::span<const float> in, std::span<const float> out, std::span<const float> stock) {
    std::vector<float> moves(in.size());
    for (std::size_t i = 0; i < moves.size(); ++i) {
        moves[i] = (in[i] + out[i]) / static_cast<float>(2 * years_followed);
    }
    return spread_of(ratios(moves, stock));
}

void tell_people(const Pack& pack, const Followed& followed, Cut cut, const UnitValues& unit, InventoryLine& line) {
    const auto mean = [&](Measure measure) { return mean_of(unit.of(measure)); };
    line.people = spread_of(unit.of(Measure::people));
    line.posts = mean(Measure::posts);
    line.vacancies = mean(Measure::vacancies);
    line.women = mean(Measure::women);
    line.under_30 = mean(Measure::under_30);
    line.from_55 = mean(Measure::from_55);
    line.executives = mean(Measure::executives);
    line.lasting = mean(Measure::lasting);
    for (std::size_t sex = 0; sex < sex_words.size(); ++sex) {
        for (std::size_t band = 0; band < result_age_bands; ++band) {
            line.pyramid[sex][band] = followed.people_of(cut, line.unit, static_cast<Sex>(sex), band);
        }
    }
    line.share_from_55 = spread_of(ratios(unit.of(Measure::from_55), unit.of(Measure::people)));
    line.share_from_55.mean = ratio(line.from_55, line.people.mean);
    line.renewal = ratio(line.under_30, line.from_55);
    line.women_share = ratio(line.women, line.people.mean);
    line.executives_share = ratio(line.executives, pack.has("occupation_education") ? line.people.mean : 0.0);
}

void tell_departures(const UnitValues& unit, InventoryLine& line) {
    for (std::size_t horizon = 0; horizon < horizon_years.size(); ++horizon) {
        const auto of = [&](Measure measure) { return unit.of(measure, horizon); };
        line.departures[horizon] = {.retired = spread_of(of(Measure::retired)),
                                    .left = spread_of(of(Measure::left)),
                                    .lasting_left = spread_of(of(Measure::lasting_left)),
                                    .any_retired = chance_of_any(of(Measure::retired)),
                                    .any_left = chance_of_any(of(Measure::left)),
                                    .any_lasting_left = chance_of_any(of(Measure::lasting_left))};
        line.people_then[horizon] = spread_of(of(Measure::people_then));
        line.few.one_gone[horizon] = mean_of(of(Measure::one_gone));
        line.few.two_gone[horizon] = mean_of(of(Measure::two_gone));
        line.few.any_gone[horizon] = chance_of_any(unit.sum({Measure::one_gone, Measure::two_gone}, horizon));
        line.few.lost[horizon] = mean_of(of(Measure::lost));
    }
    line.few.by_one = mean_of(unit.of(Measure::held_by_one));
    line.few.by_two = mean_of(unit.of(Measure::held_by_two));
}

void tell_moves(const UnitValues& unit, InventoryLine& line) {
    line.turnover =
        turnover_of(unit.of(Measure::hires), unit.separations(), half_way(unit, Measure::people, Measure::people_then));
    line.lasting_turnover =
        turnover_of(unit.of(Measure::lasting_hires), unit.of(Measure::lasting_separations), unit.of(Measure::lasting));
    line.unfilled = spread_of(unit.of(Measure::unfilled));
    const double posts = mean_of(half_way(unit, Measure::posts, Measure::posts_then));
    line.unfilled_share = ratio(line.unfilled.mean, posts * years_followed * 12);
    const double begun = mean_of(unit.sum(lasting_openings)) + mean_of(unit.of(Measure::open_term));
    line.months_to_fill = ratio(mean_of(unit.of(Measure::open_months)), begun);
    line.abandoned = mean_of(unit.of(Measure::abandoned));
    line.know_how_lost = mean_of(unit.of(Measure::know_how_lost));
    line.without_posts = mean_of(unit.of(Measure::without_posts));
}

}  // namespace

Inventory take_inventory(const Pack& pack, const Followed& followed) {
    Inventory inventory;
    inventory.replicates = followed.replicates;
    const auto employers = employers_of(pack, followed);
    for (std::size_t c = 0; c < cuts; ++c) {
        const Cut cut = static_cast<Cut>(c);
        for (std::uint32_t i = 0; i < followed.units[c]; ++i) {
            const UnitValues unit(followed, cut, i);
            InventoryLine line;
            line.unit = i;
            line.establishments = employers[c][i];
            tell_people(pack, followed, cut, unit, line);
            tell_departures(unit, line);
            tell_moves(unit, line);
            line.needs = needs_of(pack, followed, cut, i);
            inventory.lines[c].push_back(line);
        }
    }
    inventory.competences = competence_needs(pack, followed);
    return inventory;
}

}  // namespace releve::audit
