#include "engine/synthesis/careers.hpp"

#include "engine/base/portable_math.hpp"
#include "engine/inputs/profile.hpp"
#include "engine/synthesis/parameters.hpp"

#include <algorithm>
#include <cmath>

namespace releve {

namespace {

constexpr Purpose of_biography = purpose("synthesis.biography");

double value(std::span<const double> parameters, SynthesisParameter which) {
    return parameters[static_cast<std::size_t>(which)];
}

MonthIndex to_month(double month) { return static_cast<MonthIndex>(month); }

}  // namespace

Person Biographer::begin(const Individual& facts, DrawKey key, Draws& draws) const {
    const AgeBand& band = pack_.age_bands[facts.age_band];
    const int width = (band.to - band.from + 1) * 12;
    // people of the open last band are spread over its first years: few live to its end
    const int months =
        band.from * 12 + static_cast<int>(draws.below(static_cast<std::uint32_t>(std::min(width, 15 * 12))));
    Person person{.key = key, .birth = to_month(-months), .sex = facts.sex};
    person.zone = facts.zone;
    person.status = facts.status;
    return person;
}

Contract Biographer::draw_contract(const Person& person, bool may_own, Draws& draws) const {
    const auto contract = static_cast<Contract>(draws.weighted(pack_.contracts_by_occupation[person.occupation]));
    const bool young = person.birth > -12 * value(parameters_, SynthesisParameter::apprentice_age);
    const bool apprentice = draws.happens(value(parameters_, SynthesisParameter::apprentices)) && young;
    if (contract == Contract::owner) {
        return may_own ? contract : Contract::open_ended;
    }
    // apprentices are told by age; those of the occupation's table, of all ages, count as open-ended
    return apprentice ? Contract::apprentice : (contract == Contract::apprentice ? Contract::open_ended : contract);
}

void Biographer::add_career(Person& person, Draws& draws) const {
    const std::size_t by_education =
        static_cast<std::size_t>(SynthesisParameter::first_post) + static_cast<std::size_t>(person.education);
    const double spread = value(parameters_, SynthesisParameter::first_post_spread);
    const double usual = 12 * parameters_[by_education] + std::floor(spread * draws.uniform());
    person.career_start = to_month(std::min(-1.0, person.birth + usual));
    const auto which = person.sex == Sex::men ? SynthesisParameter::complete_men : SynthesisParameter::complete_women;
    const bool still_in_post = person.status == Status::employed && person.birth <= -60 * 12;
    const double complete = value(parameters_, still_in_post ? SynthesisParameter::complete_at_60 : which);
    const double validated =
        draws.happens(complete) ? 1.0 : 1.0 - value(parameters_, SynthesisParameter::largest_gap) * draws.uniform();
    person.quarters = static_cast<float>(-person.career_start / 3.0 * validated);
}

void Biographer::add_tenure(Person& person, Draws& draws) const {
    double tenure = 0;
    if (person.contract == Contract::open_ended || person.contract == Contract::owner) {
        std::vector<double> shares;
        for (const TenureShare& row : pack_.tenure_by_occupation[person.occupation]) {
            shares.push_back(row.share);
        }
        const TenureShare& row = pack_.tenure_by_occupation[person.occupation][draws.weighted(shares)];
        tenure = row.from_months + draws.uniform() * (row.to_months - row.from_months);
    } else {
        tenure = draws.exponential() * pack_.fixed_term[person.occupation].mean_duration_months;
    }
    const int longest = std::max(1, static_cast<int>(-person.career_start));
    person.hired = to_month(-std::clamp(static_cast<int>(tenure), 1, longest));
    person.status_since = person.hired;
}

double Biographer::mastery_after(double months_of_practice, std::uint16_t occupation) const {
    const double learning = profile_mean(pack_, occupation, pack_.learning_months);
    return 1.0 -
           (1.0 - value(parameters_, SynthesisParameter::first_mastery)) * portable_exp(-months_of_practice / learning);
}

Person Biographer::worker(const Individual& facts, DrawKey key, std::uint16_t occupation, bool may_own) const {
    Draws draws = luck_.draws(key, of_biography);
    Person person = begin(facts, key, draws);
    person.status = Status::employed;
    person.occupation = occupation;
    person.education = static_cast<Education>(draws.weighted(pack_.education_by_occupation[occupation]));
    person.contract = draw_contract(person, may_own, draws);
    add_career(person, draws);
    add_tenure(person, draws);
    const double tenure = -person.hired;
    const double earlier = std::max(0.0, -person.career_start - tenure);
    const double practised = tenure + value(parameters_, SynthesisParameter::occupation_kept) * earlier;
    person.mastery = static_cast<float>(mastery_after(practised, occupation));
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
    Person person = begin(facts, key, draws);
    person.occupation = static_cast<std::uint16_t>(draws.weighted(pack_.jobseekers));
    if (person.status == Status::education) {
        person.education = draw_school(person, draws);
        person.career_start = never;
        return person;
    }
    person.education = static_cast<Education>(draws.weighted(pack_.education_by_occupation[person.occupation]));
    add_career(person, draws);
    const int longest = std::max(1, static_cast<int>(-person.career_start));
    const double since = draws.exponential() * value(parameters_, SynthesisParameter::unemployment_months);
    person.status_since = to_month(-std::clamp(static_cast<int>(since), 1, longest));
    const double practised = value(parameters_, SynthesisParameter::occupation_kept) *
                             std::max(0, person.status_since - person.career_start);
    const double fading = profile_mean(pack_, person.occupation, pack_.fading_months);
    const double faded = person.status == Status::outside ? 1.0 : portable_exp(person.status_since / fading);
    person.mastery = static_cast<float>(mastery_after(practised, person.occupation) * faded);
    return person;
}

}  // namespace releve
