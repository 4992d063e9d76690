#include "engine/results/descriptor.hpp"

#include "engine/base/error.hpp"
#include "engine/base/fill.hpp"

#include <cerrno>
#include <system_error>
#include <unistd.h>

namespace releve::descriptor {

void fail(const std::string& path, Label doing) {
    const std::string reason = std::generic_category().message(errno);
    throw IoError(path, fill({"could not {} ({})", "impossible de {} ({})"},
                             {Text{std::string(doing.en), std::string(doing.fr)}, reason}));
}

void write_all(int fd, const std::string& path, std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ::ssize_t done = ::write(fd, bytes.data(), bytes.size());
        if (done < 0 && errno != EINTR) {
            fail(path, {"write it", "l'écrire"});
        }
        if (done > 0) {
            bytes = bytes.subspan(static_cast<std::size_t>(done));
        }
    }
}

void read_all(int fd, const std::string& path, std::uint64_t place, std::span<std::byte> bytes) {
    while (!bytes.empty()) {
        const ::ssize_t done = ::pread(fd, bytes.data(), bytes.size(), static_cast<::off_t>(place));
        if (done == 0) {
            throw IoError(path, {"shorter than when it was opened", "plus court qu'à son ouverture"});
        }
        if (done < 0 && errno != EINTR) {
            fail(path, {"read it", "le lire"});
        }
        if (done > 0) {
            bytes = bytes.subspan(static_cast<std::size_t>(done));
            place += static_cast<std::uint64_t>(done);
        }
    }
}

}  // namespace releve::descriptor
