#include "engine/synthesis/careers.hpp"

#include "engine/base/portable_math.hpp"
#include "engine/inputs/pension.hpp"
#include "engine/inputs/profile.hpp"
#include "engine/synthesis/known_workers.hpp"
#include "engine/synthesis/parameters.hpp"

#include <algorithm>
#include <cmath>

namespace releve {

namespace {

constexpr Purpose of_biography = purpose("synthesis.biography");
constexpr int first_pension_age = 55 * 12;  // [months] nobody retires before
constexpr Month last_trend_birth = Month::of(1970, 1);
constexpr double youngest_worker = 14;      // [years] school was compulsory until then for those born before 1953
constexpr int longest_apprenticeship = 36;  // [months] Code du travail L6222-7-1
constexpr double late_career = 1e-3;        // of the chance of a past, if its career would begin after the hiring told
constexpr int most_attempts = 60;  // where a status is nearly impossible, the likeliest of so many pasts is kept

double value(std::span<const double> parameters, SynthesisParameter which) {
    return parameters[static_cast<std::size_t>(which)];
}

PensionBehaviour behaviour_of(std::span<const double> parameters) {
    return pension_behaviour(
        parameters.subspan(static_cast<std::size_t>(SynthesisParameter::retirement), pension_parameters));
}

MonthIndex to_month(double month) { return static_cast<MonthIndex>(month); }

}  // namespace

Biographer::Biographer(const Pack& pack, std::span<const double> parameters, Luck luck)
    : pack_(pack),
      parameters_(parameters),
      luck_(luck),
      behaviour_(behaviour_of(parameters)),
      law_(pack.pension_laws.empty() ? 0 : law_at(pack.pension_laws, pack.calendar.start)) {
    for (std::size_t occupation = 0; occupation < pack.occupations.size(); ++occupation) {
        learning_.push_back(profile_mean(pack, occupation, pack.learning_months));
        fading_.push_back(profile_mean(pack, occupation, pack.fading_months));
    }
    for (const std::vector<TenureShare>& rows : pack.tenure_by_occupation) {
        std::vector<double>& shares = tenure_shares_.emplace_back();
        for (const TenureShare& row : rows) {
            shares.push_back(row.share);
        }
    }
}

MonthIndex Biographer::draw_birth(const Individual& facts, Draws& draws) const {
    const AgeBand& band = pack_.age_bands[facts.age_band];
    const int width = (band.to - band.from + 1) * 12;
    // people of the open last band are spread over its first years: few live to its end
    const int months =
        band.from * 12 + static_cast<int>(draws.below(static_cast<std::uint32_t>(std::min(width, 15 * 12))));
    return to_month(-months);
}

void Biographer::draw_told_dates(Person& person, const Individual& facts, const WorkerRow& told, Draws& draws) const {
    const Month start = pack_.calendar.start;
    const AgeSpan possible = worker_ages(told, start, value(parameters_, SynthesisParameter::apprentice_age));
    const AgeSpan within = ages_within(possible, pack_.age_bands[facts.age_band]);
    const AgeSpan ages = within.empty() ? possible : within;
    person.birth =
        to_month(-(ages.youngest + static_cast<int>(draws.below(static_cast<std::uint32_t>(ages.months())))));
    if (told.hired != 0) {
        const int last = last_hire_month(told.hired, start);
        const int first = std::min(last, std::max(Month::of(told.hired, 1) - start, person.birth + youngest_hired));
        person.hired = to_month(first + static_cast<int>(draws.below(static_cast<std::uint32_t>(last - first + 1))));
    }
}

Person Biographer::begin(const Individual& facts, DrawKey key) const {
    Person person{.key = key, .sex = facts.sex, .status = facts.status};
    person.zone = facts.zone;
    return person;
}

std::array<double, contract_words.size()> Biographer::contract_shares(const Person& person) const {
    std::array<double, contract_words.size()> shares = pack_.contracts_by_occupation[person.occupation];
    if (person.hired == never) {
        return shares;
    }
    const double months = -person.hired;
    double lasting = 0;  // density of that tenure among open-ended contracts and owners [1/month]
    for (const TenureShare& row : pack_.tenure_by_occupation[person.occupation]) {
        // beyond the last row, as in it
        lasting = row.from_months <= months ? row.share / std::max(1, row.to_months - row.from_months) : lasting;
    }
    const double mean = pack_.fixed_term[person.occupation].mean_duration_months;
    const double passing = portable_exp(-months / mean) / mean;
    double sum = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const auto contract = static_cast<Contract>(i);
        shares[i] *= contract == Contract::open_ended || contract == Contract::owner ? lasting : passing;
        sum += shares[i];
    }
    return sum > 0 ? shares : pack_.contracts_by_occupation[person.occupation];
}

Contract Biographer::draw_contract(const Person& person, bool may_own, Draws& draws) const {
    const auto contract = static_cast<Contract>(draws.weighted(contract_shares(person)));
    const bool young = person.birth > -12 * value(parameters_, SynthesisParameter::apprentice_age) &&
                       (person.hired == never || person.hired >= -longest_apprenticeship);
    const bool apprentice = draws.happens(value(parameters_, SynthesisParameter::apprentices)) && young;
    if (contract == Contract::owner) {
        return may_own ? contract : Contract::open_ended;
    }
    // apprentices are told by age; those of the occupation's table, of all ages, count as open-ended
    return apprentice ? Contract::apprentice : (contract == Contract::apprentice ? Contract::open_ended : contract);
}

bool Biographer::add_career(Person& person, Draws& draws) const {
    const std::size_t by_education =
        static_cast<std::size_t>(SynthesisParameter::first_post) + static_cast<std::size_t>(person.education);
    const double spread = value(parameters_, SynthesisParameter::first_post_spread);
    const int years_before = std::max(0, (last_trend_birth - (pack_.calendar.start + person.birth)) / 12);
    const double earliest =
        parameters_[by_education] - value(parameters_, SynthesisParameter::first_post_trend) * years_before;
    const double usual = std::floor(12 * std::max(youngest_worker, earliest)) + std::floor(spread * draws.uniform());
    const bool late = person.birth + usual > person.hired;
    person.career_start = to_month(std::min({-1.0, person.birth + usual, static_cast<double>(person.hired)}));
    const auto which = person.sex == Sex::men ? SynthesisParameter::complete_men : SynthesisParameter::complete_women;
    const double complete = value(parameters_, which);
    const double validated =
        draws.happens(complete) ? 1.0 : 1.0 - value(parameters_, SynthesisParameter::largest_gap) * draws.uniform();
    if (person.sex == Sex::women) {
        // in proportion before forty years of career: not all children are born
        const double so_far = std::min(1.0, -person.career_start / 480.0);
        const double most = 2 * value(parameters_, SynthesisParameter::children_quarters);
        person.credited = static_cast<std::uint8_t>(most * draws.uniform() * so_far);
    }
    person.quarters = static_cast<float>(-person.career_start / 3.0 * validated + person.credited);
    return late;
}

double Biographer::chance_of_status(Person& person, Draws& draws) const {
    person.pensioned = false;
    if (pack_.pension_laws.empty()) {
        return 1;
    }
    person.early_pension = !pack_.early_pension.empty() && draws.happens(pack_.early_pension[person.occupation]);
    if (person.birth > -first_pension_age) {
        return 1;
    }
    const bool retired = person.status == Status::retired;
    CareerFacts facts{.birth = person.birth,
                      .career_start = person.career_start,
                      .quarters = double{person.quarters},
                      .credited = static_cast<double>(person.credited),
                      .origin = pack_.calendar.start.count,
                      .status = retired ? Status::employed : person.status};
    if (person.early_pension) {
        grant_early_pension(facts, behaviour_);
    }
    const auto [waiting, at_work] = pension_shares(pack_.pension_laws, law_, facts, behaviour_, 0);
    if (retired) {
        return 1 - waiting - at_work;
    }
    person.pensioned = at_work > 0 && draws.happens(at_work / (waiting + at_work));
    return waiting + at_work;
}

void Biographer::add_working_time(Person& person) const {
    constexpr Purpose of_working_time = purpose("synthesis.working_time");
    const WorkingTimes& times = pack_.working_times;
    Draws draws = luck_.draws(person.key, of_working_time);
    if (person.pensioned) {
        person.working_time = draws.happens(behaviour_.part_time) ? times.draw_part_time(draws) : full_time;
        return;
    }
    person.working_time = times.draw(person.occupation, person.sex, draws);
    const int start = pack_.calendar.start.count;
    const int missed =
        times.missed_twelfths(person.occupation, person.sex, person.working_time, start + person.status_since, start);
    person.quarters = std::max(0.0F, person.quarters - static_cast<float>(missed) / 12.0F);
}

void Biographer::add_past(Person& person, const Individual& facts, Draws& draws, const WorkerRow* told) const {
    Person likeliest;
    double best = -1;
    for (int attempt = 0; attempt < most_attempts; ++attempt) {
        if (told == nullptr) {
            person.birth = draw_birth(facts, draws);
        } else {
            draw_told_dates(person, facts, *told, draws);
        }
        person.education = static_cast<Education>(draws.weighted(pack_.education_by_occupation[person.occupation]));
        const bool late = add_career(person, draws);
        const double chance = chance_of_status(person, draws) * (late ? late_career : 1);
        if (chance >= 1 || draws.happens(chance)) {
            return;
        }
        if (chance > best) {
            best = chance;
            likeliest = person;
        }
    }
    person = likeliest;
}

void Biographer::add_tenure(Person& person, Draws& draws) const {
    double tenure = 0;
    if (person.contract == Contract::open_ended || person.contract == Contract::owner) {
        const std::size_t drawn = draws.weighted(tenure_shares_[person.occupation]);
        const TenureShare& row = pack_.tenure_by_occupation[person.occupation][drawn];
        tenure = row.from_months + draws.uniform() * (row.to_months - row.from_months);
    } else {
        tenure = draws.exponential() * pack_.fixed_term[person.occupation].mean_duration_months;
    }
    const int longest = std::max(1, static_cast<int>(-person.career_start));
    person.hired = to_month(-std::clamp(static_cast<int>(tenure), 1, longest));
}

double Biographer::mastery_after(double months_of_practice, std::uint16_t occupation) const {
    return 1.0 - (1.0 - value(parameters_, SynthesisParameter::first_mastery)) *
                     portable_exp(-months_of_practice / learning_[occupation]);
}

Person Biographer::worker(const Individual& facts, DrawKey key, std::uint16_t occupation, bool may_own,
                          const WorkerRow* told) const {
    Draws draws = luck_.draws(key, of_biography);
    Person person = begin(facts, key);
    person.status = Status::employed;
    person.occupation = occupation;
    add_past(person, facts, draws, told);
    const bool contract_told = told != nullptr && told->contract >= 0;
    person.contract = contract_told ? static_cast<Contract>(told->contract) : draw_contract(person, may_own, draws);
    if (person.hired == never) {
        add_tenure(person, draws);
    }
    person.status_since = person.hired;
    add_working_time(person);
    const double tenure = -person.hired;
    const double earlier = std::max(0.0, -person.career_start - tenure);
    const double practised = tenure + value(parameters_, SynthesisParameter::occupation_kept) * earlier;
    const bool mastery_told = told != nullptr && told->mastery.has_value();
    person.mastery = static_cast<float>(mastery_told ? *told->mastery : mastery_after(practised, occupation));
    person.know_how =
        static_cast<float>(1.0 - portable_exp(-tenure / value(parameters_, SynthesisParameter::know_how_months)));
    return person;
}

Education Biographer::draw_school(const Person& person, Draws& draws) const {
    std::array<double, education_words.size()> shares{};
    double sum = 0;
    for (const SchoolLeaving& row : pack_.school_leaving[static_cast<std::size_t>(person.sex)]) {
        if (row.age > -person.birth / 12) {
            shares[static_cast<std::size_t>(row.education)] += row.share;
            sum += row.share;
        }
    }
    return sum > 0 ? static_cast<Education>(draws.weighted(shares)) : Education::bac3plus;
}

Person Biographer::without_post(const Individual& facts, DrawKey key) const {
    Draws draws = luck_.draws(key, of_biography);
    Person person = begin(facts, key);
    person.occupation = static_cast<std::uint16_t>(draws.weighted(pack_.jobseekers));
    if (person.status == Status::education) {
        person.birth = draw_birth(facts, draws);
        person.education = draw_school(person, draws);
        person.career_start = never;
        return person;
    }
    add_past(person, facts, draws);
    const int longest = std::max(1, static_cast<int>(-person.career_start));
    const double since = draws.exponential() * value(parameters_, SynthesisParameter::unemployment_months);
    person.status_since = to_month(-std::clamp(static_cast<int>(since), 1, longest));
    if (person.status == Status::outside) {
        add_working_time(person);
    }
    const double practised = value(parameters_, SynthesisParameter::occupation_kept) *
                             std::max(0, person.status_since - person.career_start);
    const double faded =
        person.status == Status::outside ? 1.0 : portable_exp(person.status_since / fading_[person.occupation]);
    person.mastery = static_cast<float>(mastery_after(practised, person.occupation) * faded);
    return person;
}

}  // namespace releve
