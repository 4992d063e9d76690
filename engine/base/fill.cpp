#include "engine/base/fill.hpp"

#include <cstddef>

namespace releve {

namespace {

constexpr std::size_t most_shown = 40;

std::string fill_one(std::string_view pattern, std::initializer_list<Filling> fillings, bool french) {
    std::string filled;
    const Filling* next = fillings.begin();
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern.substr(i, 2) == "{}" && next != fillings.end()) {
            filled += french ? next->fr : next->en;
            ++next;
            ++i;
        } else {
            filled += pattern[i];
        }
    }
    return filled;
}

bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) != 0x80u; }

}  // namespace

Text fill(Label pattern, std::initializer_list<Filling> fillings) {
    return {fill_one(pattern.en, fillings, false), fill_one(pattern.fr, fillings, true)};
}

std::string shown(std::string_view written) {
    std::string text;
    std::size_t characters = 0;
    for (const char byte : written) {
        if (starts_character(byte) && ++characters > most_shown) {
            return text + "…";
        }
        const bool control = static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F;
        text += control ? ' ' : byte;
    }
    return text;
}

}  // namespace releve
