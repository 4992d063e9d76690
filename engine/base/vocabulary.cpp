#include "engine/base/vocabulary.hpp"

namespace releve {

std::optional<std::size_t> find_word(std::span<const Word> words, std::string_view code) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].code == code) {
            return i;
        }
    }
    return std::nullopt;
}

}  // namespace releve
