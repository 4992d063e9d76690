#pragma once
#include "engine/base/text.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace releve {

/// A place in a TOML document. After `fail` it stands at the end, so that every loop stops; only the first counts.
class TomlCursor {
public:
    explicit TomlCursor(std::string_view text) : text_(text) {}

    bool at_end() const { return at_ >= text_.size(); }
    /// The byte `ahead`; '\0' beyond the end (the document itself holds none).
    char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
    bool looking_at(std::string_view word) const { return text_.substr(at_).starts_with(word); }
    std::string_view rest() const { return text_.substr(at_); }
    int line() const { return line_; }
    int column() const { return column_; }

    void advance(std::size_t bytes = 1) {
        for (; bytes > 0 && at_ < text_.size(); --bytes, ++at_) {
            const auto byte = static_cast<unsigned char>(text_[at_]);
            if (byte == '\n') {
                ++line_;
                column_ = 1;
            } else if ((byte & 0xC0u) != 0x80u) {
                ++column_;
            }
        }
    }

    bool skip(std::string_view word) {
        const bool found = looking_at(word);
        advance(found ? word.size() : 0);
        return found;
    }

    void skip_blanks() {
        while (peek() == ' ' || peek() == '\t') {
            advance();
        }
    }

    void fail(Text what) { fail_at(line_, column_, std::move(what)); }
    void fail_at(int line, int column, Text what) {
        if (!failed_) {
            failed_ = true;
            failure_ = std::move(what);
            failure_line_ = line;
            failure_column_ = column;
            at_ = text_.size();
        }
    }

    bool failed() const { return failed_; }
    const Text& failure() const { return failure_; }
    int failure_line() const { return failure_line_; }
    int failure_column() const { return failure_column_; }

private:
    std::string_view text_;
    std::size_t at_ = 0;
    int line_ = 1;
    int column_ = 1;
    bool failed_ = false;
    Text failure_;
    int failure_line_ = 1;
    int failure_column_ = 1;
};

}  // namespace releve
