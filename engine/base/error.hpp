#pragma once
#include "engine/base/text.hpp"

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace releve {

/// One thing wrong with what the user gave. Printed as "where: problem (why) suggestion".
/// `where` is `file`, `file:line` or `file:line column`; `what` holds "problem (why) suggestion".
struct Problem {
    std::string where;
    Text what;
};

/// The user can fix it (exit code 3). Carries every problem found in one pass.
class InputError : public std::runtime_error {
public:
    explicit InputError(std::vector<Problem> problems, std::size_t not_shown = 0);
    const std::vector<Problem>& problems() const { return problems_; }
    std::size_t not_shown() const { return not_shown_; }

private:
    std::vector<Problem> problems_;
    std::size_t not_shown_ = 0;
};

/// An invariant of the model broke (exit code 4): step, process and ids are in the text.
class ModelError : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// A file or the system failed (exit code 5). `where` is the path, and the object in it; what the system or a library
/// says of it stays as they say it, in parentheses.
class IoError : public std::runtime_error {
public:
    IoError(const std::string& where, const Text& what)
        : std::runtime_error(where + ": " + what.en),
          text_{where + ": " + what.en, where + "\u00a0: " + what.fr} {}
    explicit IoError(Text whole) : std::runtime_error(whole.en), text_(std::move(whole)) {}  ///< `where` already in it
    const Text& text() const { return text_; }

private:
    Text text_;
};

/// Collects problems so that a user sees all of them at once, each told once: the first 20 are kept, the rest counted.
class Problems {
public:
    void add(std::string where, Text what);
    bool none() const { return kept_.empty(); }
    std::size_t count() const { return kept_.size() + not_shown_; }
    const std::vector<Problem>& kept() const { return kept_; }
    /// Throws InputError if there is any problem.
    void raise() const;

private:
    std::vector<Problem> kept_;
    std::size_t not_shown_ = 0;
};

/// "where: problem" lines in one language, one a line, ending with how many were left out.
std::string to_lines(const InputError& error, Language language);

}  // namespace releve
