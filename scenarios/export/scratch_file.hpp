#pragma once
#include <cstddef>
#include <string>
#include <vector>

namespace releve::exports {

/// The workbook could not be made: an IoError that says why.
[[noreturn]] void fail_workbook(const std::string& reason);

/// A file in the temporary folder that goes away: the library of workbooks writes to names only.
class ScratchFile {
public:
    ScratchFile();
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;
    ~ScratchFile();
    const std::string& name() const { return name_; }
    std::vector<std::byte> bytes() const;

private:
    std::string name_;
};

}  // namespace releve::exports
