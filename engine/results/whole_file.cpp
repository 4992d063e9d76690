#include "engine/results/whole_file.hpp"

#include "engine/results/descriptor.hpp"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace releve {

namespace {

using descriptor::fail;

/// A descriptor closed when it leaves scope; close() itself may report a write that failed late.
class Descriptor {
public:
    Descriptor(const std::string& path, int flags) : fd_(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {
        if (fd_ < 0) {
            fail(path, {"open it", "l'ouvrir"});
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (fd_ >= 0) {
            ::close(fd_);
        }
    }
    void write_all(const std::string& path, std::span<const std::byte> bytes) const {
        descriptor::write_all(fd_, path, bytes);
    }
    /// Some file systems cannot sync a directory and say EINVAL; there is nothing more to ask of them.
    void sync(const std::string& path, bool is_directory) const {
        if (::fsync(fd_) != 0 && !(is_directory && errno == EINVAL)) {
            fail(path, {"bring it to the disk", "l'amener sur le disque"});
        }
    }
    void close(const std::string& path) {
        if (::close(std::exchange(fd_, -1)) != 0) {
            fail(path, {"close it", "le fermer"});
        }
    }

private:
    int fd_;
};

std::string directory_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? "." : path.substr(0, slash + 1);
}

void write_partial(const std::string& partial, std::span<const std::byte> bytes) {
    Descriptor file(partial, O_WRONLY | O_CREAT | O_EXCL);
    file.write_all(partial, bytes);
    file.sync(partial, false);
    file.close(partial);
}

}  // namespace

void write_whole_file(const std::string& path, std::span<const std::byte> bytes) {
    const std::string partial = path + ".partial-" + std::to_string(::getpid());
    ::unlink(partial.c_str());  // left by a killed process that had our number
    try {
        write_partial(partial, bytes);
        if (::rename(partial.c_str(), path.c_str()) != 0) {
            fail(path, {"rename the complete file to this name", "donner ce nom au fichier complet"});
        }
    } catch (...) {
        ::unlink(partial.c_str());
        throw;
    }
    const std::string directory = directory_of(path);
    Descriptor(directory, O_RDONLY | O_DIRECTORY).sync(directory, true);
}

}  // namespace releve
