#pragma once
#include "engine/base/text.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

namespace releve {

/// What stands for one `{}` of a pattern: the same in both languages, or one text for each.
struct Filling {
    std::string en;
    std::string fr;
    Filling(const char* both) : en(both), fr(both) {}
    Filling(std::string_view both) : en(both), fr(both) {}
    Filling(const std::string& both) : en(both), fr(both) {}
    Filling(const Text& text) : en(text.en), fr(text.fr) {}
    Filling(Label label) : en(label.en), fr(label.fr) {}
};

/// The pattern with each `{}` replaced by the next filling, in both languages.
Text fill(Label pattern, std::initializer_list<Filling> fillings);

/// What a user wrote, fit for a message: at most 40 characters, no control characters.
std::string shown(std::string_view written);

}  // namespace releve
