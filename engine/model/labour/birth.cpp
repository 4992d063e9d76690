#include "engine/base/rates.hpp"
#include "engine/model/labour/demand_path.hpp"
#include "engine/model/labour/founders.hpp"

#include <algorithm>

namespace releve::processes {

namespace {

constexpr int largest_young = 10;  // posts: what the occupations of young establishments are learnt from
constexpr int own_account = 2;     // posts: what the trades of founders are learnt from
constexpr Purpose of_number = purpose("birth.number");
constexpr Purpose of_zone = purpose("birth.zone");

enum : std::size_t { multiplier, founder_from_post, most_age, mastery, growth_shift };
constexpr Parameter parameters[] = {
    {.name = "multiplier",
     .value = 1,
     .unit = "1",
     .least = 0,
     .most = 10,
     .meaning = {"multiplies every birth rate", "multiplie tous les taux de création"},
     .source = "1: the rates of the pack's table as they are"},
    {.name = "founder_from_post",
     .value = 0.4,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"share of founders who leave a post of the territory to set up",
                 "part des créateurs qui quittent un poste du territoire pour s'installer"},
     .source = "guess: about four founders in ten were in work, most others without a job; range 0.25 to 0.55",
     .guess = true},
    {.name = "most_age",
     .value = 60,
     .unit = "year",
     .least = 30,
     .most = 75,
     .meaning = {"age from which nobody founds", "âge à partir duquel on ne crée plus"},
     .source = "guess",
     .guess = true},
    {.name = "mastery",
     .value = 0.3,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"mastery of the trade that it takes to set up", "maîtrise du métier requise pour s'installer"},
     .source = "guess",
     .guess = true},
    {.name = "growth_shift", .value = 0, .unit = "1/year", .same_as = "demand.growth_shift"},
};
constexpr std::string_view tables[] = {"births", "birth_sizes", "posts", "demand"};

/// The parts of what `prepare` returns, one after the other.
struct Parts {
    std::span<const double> by_zone;     ///< [zone] births a month, summed up
    std::span<const double> by_sector;   ///< [zone][sector] the same, summed up over the sectors
    std::span<const double> of_founder;  ///< [sector][occupation] weights, summed up
    std::span<const double> of_posts;    ///< the same for the other posts
    std::span<const double> sizes;       ///< number of posts, probability, ... summed up
    std::span<const double> path;
};

Parts parts_of(const Setting& setting, std::span<const double> prepared) {
    const std::size_t sectors = setting.pack.sectors.size();
    const std::size_t zones = setting.pack.zones.size();
    const std::size_t rates = zones * sectors;
    const std::size_t mix = sectors * setting.pack.occupations.size();
    const std::size_t sizes = 2 * setting.pack.birth_sizes.size();
    const auto after_zones = prepared.subspan(zones);
    return {prepared.first(zones),
            after_zones.first(rates),
            after_zones.subspan(rates, mix),
            after_zones.subspan(rates + mix, mix),
            after_zones.subspan(rates + 2 * mix, sizes),
            after_zones.subspan(rates + 2 * mix + sizes)};
}

void sum_up(std::span<double> weights) {
    for (std::size_t i = 1; i < weights.size(); ++i) {
        weights[i] += weights[i - 1];
    }
}

/// Posts by sector and occupation in establishments of so many posts at most; a sector without any takes all its posts.
std::vector<double> occupations_of_sectors(const Pack& pack, int most_posts) {
    const std::size_t occupations = pack.occupations.size();
    std::vector<double> small(pack.sectors.size() * occupations, 0.0);
    std::vector<double> all = small;
    for (const PostRow& row : pack.posts) {
        const EstablishmentRow& establishment = pack.establishments[row.establishment];
        const std::size_t at = establishment.sector * occupations + row.occupation;
        all[at] += row.posts;
        const bool young_like = establishment.posts <= most_posts && establishment.kind == EstablishmentKind::ordinary;
        small[at] += young_like ? row.posts : 0;
    }
    for (std::size_t sector = 0; sector < pack.sectors.size(); ++sector) {
        const auto own = std::span(small).subspan(sector * occupations, occupations);
        const auto every = std::span(all).subspan(sector * occupations, occupations);
        if (std::all_of(own.begin(), own.end(), [](double posts) { return posts == 0; })) {
            std::copy(every.begin(), every.end(), own.begin());
        }
        sum_up(own);
    }
    return small;
}

std::vector<double> prepare(const Setting& setting, std::span<const double> values) {
    const Pack& pack = setting.pack;
    const std::size_t sectors = pack.sectors.size();
    const std::size_t zones = pack.zones.size();
    std::vector<double> table(zones + zones * sectors, 0.0);
    for (const EstablishmentRow& row : pack.establishments) {
        if (row.posts > 0) {
            table[zones + row.zone * sectors + row.sector] +=
                values[multiplier] * monthly_hazard_from_annual_rate(pack.birth_rate[row.sector]);
        }
    }
    for (std::size_t zone = 0; zone < zones; ++zone) {
        const auto of_zone_sums = std::span(table).subspan(zones + zone * sectors, sectors);
        sum_up(of_zone_sums);
        table[zone] = of_zone_sums.back();
    }
    sum_up(std::span(table).first(zones));
    for (const int most_posts : {own_account, largest_young}) {
        const std::vector<double> mix = occupations_of_sectors(pack, most_posts);
        table.insert(table.end(), mix.begin(), mix.end());
    }
    double up_to = 0;
    for (const BirthSize& size : pack.birth_sizes) {
        table.insert(table.end(), {static_cast<double>(size.posts), up_to += size.share});
    }
    const std::vector<double> path = growth_path(setting, values[growth_shift]);
    table.insert(table.end(), path.begin(), path.end());
    return table;
}

int draw_posts(std::span<const double> sizes, Draws& draws) {
    const double share = draws.uniform();
    for (std::size_t i = 0; i < sizes.size(); i += 2) {
        if (share < sizes[i + 1]) {
            return static_cast<int>(sizes[i]);
        }
    }
    return 1;
}

void add_post(Founding& founding, std::uint16_t occupation) {
    for (Founding::Cell& cell : founding.cells) {
        if (cell.occupation == occupation || founding.cells.size() == most_newborn_cells) {
            ++cell.posts;
            return;
        }
    }
    founding.cells.push_back({occupation, 1, 0});
}

/// What is born in a zone, but its founder; nothing if the sector has no posts to learn occupations from.
Founding plan_birth(const Step& at, const Parts& parts, std::uint32_t zone, std::uint32_t key) {
    const std::size_t sectors = at.setting.pack.sectors.size();
    const std::size_t occupations = at.setting.pack.occupations.size();
    Draws draws = at.draws({key, 0}, 0);
    Founding founding{.key = key, .zone = static_cast<std::uint16_t>(zone)};
    founding.sector =
        static_cast<std::uint16_t>(draws.weighted_by_sums(parts.by_sector.subspan(zone * sectors, sectors)));
    const auto draw_occupation = [&](std::span<const double> sums) {
        const auto of_sector = sums.subspan(founding.sector * occupations, occupations);
        return static_cast<std::uint16_t>(draws.weighted_by_sums(of_sector));
    };
    const int posts = draw_posts(parts.sizes, draws);
    add_post(founding, draw_occupation(parts.of_founder));
    for (int i = 1; i < posts; ++i) {
        add_post(founding, draw_occupation(parts.of_posts));
    }
    for (Founding::Cell& cell : founding.cells) {
        const double index = growth_index(at.setting, parts.path, founding.sector, cell.occupation, at.state.month);
        cell.posts_at_start = index > 0 ? static_cast<float>(cell.posts / index) : 0.0F;
    }
    return founding;
}

/// One number for the territory: with a higher rate the first births of a month are the same, and others follow.
std::vector<Founding> plan_births(const Step& at, const Parts& parts) {
    const auto zones = static_cast<std::uint32_t>(parts.by_zone.size());
    const auto month = static_cast<std::uint32_t>(at.state.month);
    const std::uint32_t number = at.state.luck.draws({0, 0}, of_number, month).poisson(parts.by_zone.back());
    std::vector<Founding> births;
    for (std::uint32_t index = 0; index < number; ++index) {
        const auto zone =
            static_cast<std::uint32_t>(at.state.luck.draws({index, 0}, of_zone, month).weighted_by_sums(parts.by_zone));
        if (newborn_key_fits(month, zone, zones, index)) {
            births.push_back(plan_birth(at, parts, zone, newborn_key(month, zone, zones, index)));
        }
    }
    return births;
}

void step(const Step& at, Proposals& proposals) {
    const Parts parts = parts_of(at.setting, at.prepared);
    std::vector<Founding> births = plan_births(at, parts);
    if (births.empty()) {
        return;
    }
    const FounderRules rules{at.parameters[founder_from_post], at.parameters[most_age], at.parameters[mastery]};
    find_founders(at, rules, births);
    for (const Founding& founding : births) {
        if (!founding.founder.none()) {
            proposals.found(founding);
        }
    }
}

}  // namespace

extern const Process birth = {
    .name = "birth",
    .label = {"births of establishments", "créations d'établissements"},
    .meaning =
        {"New establishments appear where there were some of their sector, mostly with one post: the founder's. The "
         "founder "
         "is a resident of the trade, job seeker or worker who leaves a post; without one nothing is born. What they "
         "want "
         "is taken from what the sector wants: births change no path.",
         "De nouveaux établissements apparaissent là où leur secteur était présent, le plus souvent avec un seul poste "
         ": "
         "celui du créateur. Le créateur est un habitant du métier, demandeur d'emploi ou en poste ; sans lui, rien ne "
         "naît. Ce qu'ils veulent est pris sur ce que veut le secteur : les créations ne changent aucune trajectoire."},
    .formula =
        "births a month ~ Poisson(multiplier * sum over sectors of rate(sector) * establishments at the "
        "start / "
        "12); zone and sector in proportion; posts from birth_sizes; occupations as in the sector's establishments of "
        "2 posts "
        "at "
        "most (founder) and of 10 at most (others)",
    .source = "pack tables births and birth_sizes; occupations: pack table posts",
    .parameters = parameters,
    .tables = tables,
    .changes = {Change::found},
    .prepare = prepare,
    .step = step,
};

}  // namespace releve::processes
