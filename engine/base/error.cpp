#include "engine/base/error.hpp"

#include <algorithm>
#include <utility>

namespace releve {

namespace {
constexpr std::size_t most_shown = 20;
}

InputError::InputError(std::vector<Problem> problems, std::size_t not_shown)
    : std::runtime_error(problems.empty() ? "bad input" : problems.front().where + ": " + problems.front().what.en),
      problems_(std::move(problems)),
      not_shown_(not_shown) {}

void Problems::add(std::string where, Text what) {
    const bool told = std::any_of(kept_.begin(), kept_.end(), [&](const Problem& known) {
        return known.where == where && known.what.en == what.en;
    });
    if (told) {
        return;
    }
    if (kept_.size() < most_shown) {
        kept_.push_back({std::move(where), std::move(what)});
    } else {
        ++not_shown_;
    }
}

void Problems::raise() const {
    if (!none()) {
        throw InputError(kept_, not_shown_);
    }
}

std::string to_lines(const InputError& error, Language language) {
    const bool french = language == Language::fr;
    std::string lines;
    for (const Problem& problem : error.problems()) {
        lines += problem.where + (french ? "\u00a0: " : ": ") + problem.what.in(language) + "\n";
    }
    if (error.not_shown() > 0) {
        const std::string count = std::to_string(error.not_shown());
        lines += french ? "et " + count + " autres\n" : "and " + count + " more\n";
    }
    return lines;
}

}  // namespace releve
