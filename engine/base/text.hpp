#pragma once
#include <string>
#include <string_view>

namespace releve {

enum class Language { en, fr };

/// A constant text that users see, in both languages of the project.
struct Label {
    std::string_view en;
    std::string_view fr;
    constexpr std::string_view in(Language language) const { return language == Language::fr ? fr : en; }
};

/// The same, composed at run time (error messages, names read from a pack).
struct Text {
    std::string en;
    std::string fr;
    const std::string& in(Language language) const { return language == Language::fr ? fr : en; }
};

}  // namespace releve
