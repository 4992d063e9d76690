#pragma once
#include "engine/base/text.hpp"

#include <optional>
#include <string>
#include <string_view>

/// Names as people write them, and what must not be asked of people.
namespace releve::survey {

/// Fit to compare names with: lower case, French accents dropped, one space for whatever is neither letter nor digit.
/// "Tranches d'âge " and "TRANCHES D’AGE" are the same.
std::string plain(std::string_view text);

/// The same without what stands in parentheses: "Score (0 to 4)" -> "score".
std::string plain_outside_parentheses(std::string_view title);

/// What a column of this title would tell of a person ("a name", "un nom"), if it must not be collected: names, national
/// numbers, days of birth, ways to reach somebody. Source: minimisation, GDPR article 5(1)(c); CNIL, deliberation 2019-160.
std::optional<Text> personal_title(std::string_view title);

/// The same for what a free text holds: a name after a title (Mme, M.), an e-mail address, a telephone or a national number. Names
/// without a title cannot be told from other words.
std::optional<Text> personal_value(std::string_view text);

/// Whether a text holds a day: "12/03/1964", "1964-03-12".
bool looks_like_a_day(std::string_view text);

}  // namespace releve::survey
