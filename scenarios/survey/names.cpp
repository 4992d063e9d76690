#include "scenarios/survey/names.hpp"

#include <algorithm>
#include <array>

namespace releve::survey {

namespace {

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
bool is_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }

/// What stands for the letters U+00C0 to U+00FF, capitals first; 0 for those that French does without.
constexpr std::string_view latin_letters =
    "aaaaaaaceeeeiiiidnooooo ouuuuyts"
    "aaaaaaaceeeeiiiidnooooo ouuuuyty";

/// The letter that an accented one is compared as; 0 if it is no letter of French.
std::string_view without_accent(std::string_view two_bytes) {
    const auto lead = static_cast<unsigned char>(two_bytes[0]);
    const auto tail = static_cast<unsigned char>(two_bytes[1]);
    if (lead == 0xC5 && (tail == 0x92 || tail == 0x93)) {
        return "oe";
    }
    if (lead == 0xCC || lead == 0xCD) {
        return "";  // an accent written after its letter
    }
    if (lead == 0xC3 && tail >= 0x80) {
        return latin_letters.substr(tail - 0x80u, 1);
    }
    return " ";
}

std::size_t bytes_of_character(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// A title that would tell who somebody is: words in a row, compared as `plain` gives them.
struct Personal {
    std::string_view words;
    Label what;
};
constexpr Label name_label{"a person's name", "le nom d'une personne"};
constexpr Label number_label{"a national number", "un numéro d'identité nationale"};
constexpr Label birth_label{"a day of birth", "un jour de naissance"};
constexpr Label contact_label{"a way to reach somebody", "un moyen de joindre quelqu'un"};
constexpr std::array personal_titles{
    Personal{"nom", name_label},
    Personal{"noms", name_label},
    Personal{"prenom", name_label},
    Personal{"prenoms", name_label},
    Personal{"name", name_label},
    Personal{"names", name_label},
    Personal{"surname", name_label},
    Personal{"firstname", name_label},
    Personal{"lastname", name_label},
    Personal{"initiales", name_label},
    Personal{"initials", name_label},
    Personal{"nir", number_label},
    Personal{"ssn", number_label},
    Personal{"securite sociale", number_label},
    Personal{"social security", number_label},
    Personal{"n secu", number_label},
    Personal{"numero secu", number_label},
    Personal{"date de naissance", birth_label},
    Personal{"jour de naissance", birth_label},
    Personal{"mois de naissance", birth_label},
    Personal{"date of birth", birth_label},
    Personal{"birth date", birth_label},
    Personal{"birthdate", birth_label},
    Personal{"birthday", birth_label},
    Personal{"birth day", birth_label},
    Personal{"birth month", birth_label},
    Personal{"ne le", birth_label},
    Personal{"nee le", birth_label},
    Personal{"ne e le", birth_label},
    Personal{"mail", contact_label},
    Personal{"e mail", contact_label},
    Personal{"email", contact_label},
    Personal{"courriel", contact_label},
    Personal{"telephone", contact_label},
    Personal{"tel", contact_label},
    Personal{"phone", contact_label},
    Personal{"portable", contact_label},
    Personal{"mobile", contact_label},
    Personal{"adresse", contact_label},
    Personal{"address", contact_label},
};

bool holds_words(std::string_view text, std::string_view words) {
    const std::string spaced = " " + std::string(text) + " ";
    return spaced.find(" " + std::string(words) + " ") != std::string::npos;
}

bool has_mail_address(std::string_view text) {
    for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
        const bool before = at > 0 && (is_letter(text[at - 1]) || is_digit(text[at - 1]));
        const bool after = at + 1 < text.size() && (is_letter(text[at + 1]) || is_digit(text[at + 1]));
        if (before && after) {
            return true;
        }
    }
    return false;
}

/// Digits written in a row, dots and spaces and dashes between them left out: "06 12 34 56 78" -> "0612345678".
struct Digits {
    std::string all;
    bool in_pairs = true;  ///< every group between separators has two digits
    bool abroad = false;   ///< after a +
};

Digits digits_from(std::string_view text, std::size_t& at) {
    Digits digits{.abroad = at > 0 && text[at - 1] == '+'};
    std::size_t group = 0, end = at;
    for (std::size_t i = at;
         i < text.size() && (is_digit(text[i]) || text[i] == ' ' || text[i] == '.' || text[i] == '-'); ++i) {
        if (!is_digit(text[i])) {
            digits.in_pairs = digits.in_pairs && (group == 2 || group == 0);
            group = 0;
            continue;
        }
        digits.all += text[i];
        ++group;
        end = i + 1;
    }
    digits.in_pairs = digits.in_pairs && (group == 2 || group == 0);
    at = end;
    return digits;
}

/// Ten digits from 01 to 09 in one or by pairs are a French telephone number; 13 or 15 from 1 or 2 with a month, a
/// national number.
std::optional<Label> personal_number(std::string_view written, const Digits& digits) {
    const std::string& all = digits.all;
    const bool together = written.size() == all.size();
    if (all.size() == 10 && all[0] == '0' && all[1] != '0' && (together || digits.in_pairs)) {
        return contact_label;
    }
    if (digits.abroad && all.size() == 11 && all.starts_with("33")) {
        return contact_label;
    }
    if ((all.size() == 13 || all.size() == 15) && (all[0] == '1' || all[0] == '2')) {
        const int month = (all[3] - '0') * 10 + all[4] - '0';
        if (month >= 1 && month <= 12) {
            return number_label;
        }
    }
    return std::nullopt;
}

/// "Mme Durand", "M. Petit", "madame Le Goff": a title, then a word with a capital.
bool has_titled_name(std::string_view text) {
    constexpr std::array<std::string_view, 14> titles{"M.",   "MM.", "Mr",   "Mr.", "Mme",    "Mme.",     "Mmes",
                                                      "Mlle", "Mrs", "Mrs.", "Ms.", "Madame", "Monsieur", "Miss"};
    constexpr std::array<std::string_view, 2> small_titles{"madame", "monsieur"};
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        const std::string_view word = text.substr(begin, end - begin);
        const std::size_t next = text.find_first_not_of(' ', end);
        const bool titled = std::find(titles.begin(), titles.end(), word) != titles.end() ||
                            std::find(small_titles.begin(), small_titles.end(), word) != small_titles.end();
        if (titled && next != std::string_view::npos && text[next] >= 'A' && text[next] <= 'Z') {
            return true;
        }
        begin = next == std::string_view::npos ? text.size() : next;
    }
    return false;
}

Text text_of(Label label) { return {std::string(label.en), std::string(label.fr)}; }

}  // namespace

std::string plain(std::string_view text) {
    std::string letters;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t bytes = std::min(bytes_of_character(text[i]), text.size() - i);
        std::string_view folded = " ";
        char lower = text[i];
        if (bytes == 1 && (is_letter(lower) || is_digit(lower))) {
            lower = lower >= 'A' && lower <= 'Z' ? static_cast<char>(lower + 32) : lower;
            folded = std::string_view(&lower, 1);
        } else if (bytes == 2) {
            folded = without_accent(text.substr(i, 2));
        }
        if (folded != " " || (!letters.empty() && letters.back() != ' ')) {
            letters += folded;
        }
        i += bytes;
    }
    if (!letters.empty() && letters.back() == ' ') {
        letters.pop_back();
    }
    return letters;
}

std::string plain_outside_parentheses(std::string_view title) {
    const std::size_t open = title.find('(');
    return plain(title.substr(0, open));
}

std::optional<Text> personal_title(std::string_view title) {
    const std::string words = plain(title);
    for (const Personal& personal : personal_titles) {
        if (holds_words(words, personal.words)) {
            return text_of(personal.what);
        }
    }
    return std::nullopt;
}

std::optional<Text> personal_value(std::string_view text) {
    if (has_mail_address(text)) {
        return text_of(contact_label);
    }
    if (has_titled_name(text)) {
        return text_of(name_label);
    }
    for (std::size_t at = 0; at < text.size();) {
        if (!is_digit(text[at])) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        const Digits digits = digits_from(text, at);
        if (const auto number = personal_number(text.substr(begin, at - begin), digits)) {
            return text_of(*number);
        }
    }
    return std::nullopt;
}

bool looks_like_a_day(std::string_view text) {
    int groups = 0, separators = 0;
    bool in_digits = false;
    for (const char byte : text) {
        if (is_digit(byte)) {
            groups += in_digits ? 0 : 1;
            in_digits = true;
        } else {
            separators += byte == '/' || byte == '-' || byte == '.' ? 1 : 0;
            in_digits = false;
        }
    }
    return groups >= 3 && separators >= 2;
}

}  // namespace releve::survey
