#pragma once
#include "engine/base/text.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace releve {

/// The words every floor shares. A code is what stands in tables and results; a label is what users read.
struct Word {
    std::string_view code;
    Label label;
};

enum class Sex : std::uint8_t { men, women };
inline constexpr std::array<Word, 2> sex_words{{{"M", {"men", "hommes"}}, {"F", {"women", "femmes"}}}};

enum class Status : std::uint8_t { employed, unemployed, training, education, inactive, retired, outside, gone, dead };
inline constexpr std::array<Word, 9> status_words{{
    {"employed", {"in post in the territory", "en poste dans le territoire"}},
    {"unemployed", {"unemployed", "au chômage"}},
    {"training", {"in training or insertion", "en formation ou en insertion"}},
    {"education", {"in initial education", "en études"}},
    {"inactive", {"inactive", "inactif"}},
    {"retired", {"retired", "à la retraite"}},
    {"outside", {"working outside the territory", "en emploi hors du territoire"}},
    {"gone", {"has left the territory", "a quitté le territoire"}},
    {"dead", {"dead", "décédé"}},
}};

enum class Contract : std::uint8_t { open_ended, fixed_term, agency, apprentice, insertion, owner };
inline constexpr std::array<Word, 6> contract_words{{
    {"open_ended", {"open-ended (CDI)", "CDI"}},
    {"fixed_term", {"fixed-term (CDD)", "CDD"}},
    {"agency", {"agency", "intérim"}},
    {"apprentice", {"apprentice", "apprentissage"}},
    {"insertion", {"insertion (CDDI)", "insertion (CDDI)"}},
    {"owner", {"owner or self-employed", "indépendant"}},
}};

enum class Education : std::uint8_t { none, cap_bep, bac, bac2, bac3plus };
inline constexpr std::array<Word, 5> education_words{{
    {"none", {"no diploma or lower secondary", "sans diplôme ou brevet"}},
    {"cap_bep", {"vocational certificate (CAP, BEP)", "CAP ou BEP"}},
    {"bac", {"upper secondary (baccalauréat)", "baccalauréat"}},
    {"bac2", {"two years of higher education", "bac + 2"}},
    {"bac3plus", {"three years or more of higher education", "bac + 3 ou plus"}},
}};

enum class EstablishmentKind : std::uint8_t { ordinary, insertion, employer_group, public_service };
inline constexpr std::array<Word, 4> establishment_kind_words{{
    {"ordinary", {"ordinary", "ordinaire"}},
    {"insertion", {"insertion structure (SIAE)", "structure d'insertion (SIAE)"}},
    {"employer_group", {"employer group", "groupement d'employeurs"}},
    {"public_service", {"public service", "service public"}},
}};

/// What ties two establishments of a network.
enum class LinkKind : std::uint8_t { size, sector, insertion, group };
inline constexpr std::array<Word, 4> link_words{{
    {"size", {"a large and a small one", "une grande et une petite"}},
    {"sector", {"two sectors", "deux secteurs"}},
    {"insertion", {"an insertion structure and an ordinary one", "une structure d'insertion et une ordinaire"}},
    {"group", {"sharing of posts or people", "partage de postes ou de personnes"}},
}};

/// Why an employer expects to recruit.
enum class PlannedReason : std::uint8_t { replacement, growth, seasonal };
inline constexpr std::array<Word, 3> planned_reason_words{{
    {"replacement", {"somebody leaves", "quelqu'un part"}},
    {"growth", {"more work", "davantage d'activité"}},
    {"seasonal", {"a season or a peak", "une saison ou une pointe"}},
}};

enum class Separation : std::uint8_t { quit, layoff, contract_end, retirement, death, closure, job_to_job, other };
inline constexpr std::array<Word, 8> separation_words{{
    {"quit", {"quit", "démission"}},
    {"layoff", {"layoff", "licenciement"}},
    {"contract_end", {"end of fixed term", "fin de contrat"}},
    {"retirement", {"retirement", "départ en retraite"}},
    {"death", {"death", "décès"}},
    {"closure", {"closure", "fermeture"}},
    {"job_to_job", {"move to another post", "changement de poste"}},
    {"other", {"other (inactivity, departure from the territory)", "autre (inactivité, départ du territoire)"}},
}};

/// Size bands of establishments, by staff; the code is the published one.
struct SizeBand {
    Word word;
    int least;
    int most;
};
inline constexpr std::array<SizeBand, 8> size_bands{{
    {{"0", {"no employee", "sans salarié"}}, 0, 1},
    {{"1-5", {"1 to 5 employees", "1 à 5 salariés"}}, 1, 6},
    {{"6-9", {"6 to 9", "6 à 9"}}, 6, 10},
    {{"10-19", {"10 to 19", "10 à 19"}}, 10, 20},
    {{"20-49", {"20 to 49", "20 à 49"}}, 20, 50},
    {{"50-99", {"50 to 99", "50 à 99"}}, 50, 100},
    {{"100-199", {"100 to 199", "100 à 199"}}, 100, 200},
    {{"200-499", {"200 to 499", "200 à 499"}}, 200, 500},
}};

/// Position of a code in a list of words; nothing if it is not there.
std::optional<std::size_t> find_word(std::span<const Word> words, std::string_view code);

}  // namespace releve
