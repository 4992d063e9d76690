#include "engine/results/journal.hpp"

#include "engine/base/error.hpp"
#include "engine/base/fill.hpp"
#include "engine/results/descriptor.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>
#include <zlib.h>

namespace releve {

namespace {

using descriptor::fail;

constexpr std::array<char, 16> magic{'R', 'E', 'L', 'E', 'V', 'E', ' ', 'j', 'o', 'u', 'r', 'n', 'a', 'l', '1', '\n'};
constexpr std::int64_t sync_every = 2;  ///< [s] a power cut may cost that much work

/// Before the identity, and before each record. The sum covers the size and the bytes that follow.
struct Head {
    std::uint64_t size = 0;
    std::uint32_t crc = 0, unused = 0;
};
static_assert(sizeof(Head) == 16);

std::uint32_t crc_of(std::uint32_t crc, std::span<const std::byte> bytes) {
    return static_cast<std::uint32_t>(::crc32_z(crc, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

Head head_of(std::span<const std::byte> bytes) {
    const std::uint64_t size = bytes.size();
    return {size, crc_of(crc_of(0, std::as_bytes(std::span(&size, 1))), bytes), 0};
}

void append(std::vector<std::byte>& to, std::span<const std::byte> bytes) {
    to.insert(to.end(), bytes.begin(), bytes.end());
}

std::vector<std::byte> header_of(const std::vector<std::string>& identity) {
    std::string text;
    for (const std::string& line : identity) {
        text += line + '\n';
    }
    const Head head = head_of(std::as_bytes(std::span(text)));
    std::vector<std::byte> header;
    append(header, std::as_bytes(std::span(magic)));
    append(header, std::as_bytes(std::span(&head, 1)));
    append(header, std::as_bytes(std::span(text)));
    return header;
}

std::uint64_t end_of_identity(const std::vector<std::string>& identity) { return header_of(identity).size(); }

std::int64_t now() {
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::seconds>(since).count();
}

/// The process that has the file locked, if the system tells: " (process 1234)".
std::string holder_of(int fd) {
    struct flock asked {};
    asked.l_type = F_WRLCK;
    asked.l_whence = SEEK_SET;
    const bool told = ::fcntl(fd, F_GETLK, &asked) == 0 && asked.l_type != F_UNLCK && asked.l_pid > 0;
    return told ? " " + std::to_string(asked.l_pid) : "";
}

/// flock keeps others out, also of this program; the second kind of lock only tells them who it is. A file system without
/// locks is used without.
void lock(int fd, const std::string& path) {
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        const std::string holder = holder_of(fd);
        ::close(fd);
        throw IoError(path,
                      fill({"another run is writing this result (process{}) wait for its end, or give another name",
                            "un autre calcul écrit ce résultat (processus{}) attendez sa fin, ou donnez un autre "
                            "nom"},
                           {holder}));
    }
    struct flock ours {};
    ours.l_type = F_WRLCK;
    ours.l_whence = SEEK_SET;
    static_cast<void>(::fcntl(fd, F_SETLK, &ours));
}

std::uint64_t size_of(int fd, const std::string& path) {
    struct stat status {};
    if (::fstat(fd, &status) != 0) {
        fail(path, {"measure it", "le mesurer"});
    }
    return static_cast<std::uint64_t>(status.st_size);
}

[[noreturn]] void refuse(const std::string& path, Text what) { throw InputError({{path, std::move(what)}}); }

[[noreturn]] void refuse_damaged(const std::string& path) {
    refuse(path, {"its beginning is damaged (it cannot be told which run it is of) delete it and start again",
                  "son début est abîmé (on ne sait plus de quel calcul il est) supprimez-le et recommencez"});
}

/// Lines of one that the other lacks, at most so many.
std::string lacking(const std::vector<std::string>& lines, const std::vector<std::string>& in) {
    constexpr int most = 5;
    std::string text;
    int told = 0;
    for (const std::string& line : lines) {
        if (std::find(in.begin(), in.end(), line) == in.end() && told++ < most) {
            text += (text.empty() ? "" : ", ") + line;
        }
    }
    return told > most ? text + ", ..." : text.empty() ? "-" : text;
}

}  // namespace

Journal::Journal(const std::string& path, const std::vector<std::string>& identity, bool resume) : path_(path) {
    open_and_lock();
    try {
        const std::uint64_t size = size_of(fd_, path_);
        const std::vector<std::byte> header = header_of(identity);
        const std::vector<std::string> there = read_identity(size, header.size());
        if (!there.empty()) {
            find_records(size);
        }
        if (there.empty() || size == end_of_identity(there)) {  // new, or killed before anything was added
            begin(header);
            return;
        }
        if (!resume) {
            refuse(path_, fill({"an unfinished run is there, {} simulations done (killed or interrupted) go on with it "
                                "(resume), or delete "
                                "this file",
                                "un calcul inachevé est là, {} simulations faites (tué ou interrompu) poursuivez-le "
                                "(resume), ou supprimez ce fichier"},
                               {std::to_string(records_.size())}));
        }
        if (there != identity) {
            refuse(path_,
                   fill({"the unfinished run there is another one (there: {}; asked: {}) ask for the same, or delete "
                         "this file",
                         "le calcul inachevé qui est là en est un autre (là\u00a0: {}\u00a0; demandé\u00a0: {}) "
                         "demandez le même, ou supprimez ce fichier"},
                        {lacking(there, identity), lacking(identity, there)}));
        }
        if (size > end_ && ::ftruncate(fd_, static_cast<::off_t>(end_)) != 0) {
            fail(path_, {"cut off its damaged end", "couper sa fin abîmée"});
        }
    } catch (...) {
        ::close(std::exchange(fd_, -1));
        throw;
    }
}

Journal::Journal(Journal&& other) noexcept
    : path_(std::move(other.path_)),
      fd_(std::exchange(other.fd_, -1)),
      end_(other.end_),
      damaged_(other.damaged_),
      synced_(other.synced_),
      records_(std::move(other.records_)) {}

Journal& Journal::operator=(Journal&& other) noexcept {
    std::swap(path_, other.path_);
    std::swap(fd_, other.fd_);
    std::swap(end_, other.end_);
    std::swap(damaged_, other.damaged_);
    std::swap(synced_, other.synced_);
    std::swap(records_, other.records_);
    return *this;
}

Journal::~Journal() {
    if (fd_ >= 0) {
        if (records_.empty()) {
            ::unlink(path_.c_str());
        } else {
            static_cast<void>(::fdatasync(fd_));  // nobody is left to whom a failure could be told
        }
        ::close(fd_);
    }
}

void Journal::open_and_lock() {
    for (;;) {
        fd_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
        if (fd_ < 0) {
            fail(path_, {"open it", "l'ouvrir"});
        }
        lock(fd_, path_);
        struct stat status {};
        if (::fstat(fd_, &status) == 0 && status.st_nlink > 0) {
            return;
        }
        ::close(std::exchange(fd_, -1));  // the run that held it finished and deleted it meanwhile
    }
}

void Journal::begin(std::span<const std::byte> header) {
    if (::ftruncate(fd_, 0) != 0 || ::lseek(fd_, 0, SEEK_SET) != 0) {
        fail(path_, {"begin it", "le commencer"});
    }
    try {
        descriptor::write_all(fd_, path_, header);
    } catch (...) {
        ::unlink(path_.c_str());
        throw;
    }
    end_ = header.size();
    damaged_ = 0;
    synced_ = now();
}

/// Nothing if the file is no longer than a beginning that was cut: no record is in it.
std::vector<std::string> Journal::read_identity(std::uint64_t size, std::uint64_t usual) {
    std::array<char, magic.size()> start{};
    const std::size_t known = std::min<std::size_t>(size, start.size());
    descriptor::read_all(fd_, path_, 0, std::as_writable_bytes(std::span(start)).first(known));
    if (!std::equal(start.begin(), start.begin() + static_cast<std::ptrdiff_t>(known), magic.begin())) {
        refuse(path_, {"not a journal of this version of Relève (a run keeps there what it has done) move it elsewhere",
                       "pas un journal de cette version de Relève (un calcul y garde ce qu'il a fait) déplacez-le"});
    }
    Head head;
    if (size < magic.size() + sizeof head) {
        return {};
    }
    descriptor::read_all(fd_, path_, magic.size(), std::as_writable_bytes(std::span(&head, 1)));
    end_ = magic.size() + sizeof head;
    if (head.size > size - end_ && size <= usual) {
        return {};
    }
    if (head.size > size - end_) {
        refuse_damaged(path_);
    }
    std::string text(head.size, '\0');
    descriptor::read_all(fd_, path_, end_, std::as_writable_bytes(std::span(text)));
    if (head_of(std::as_bytes(std::span(text))).crc != head.crc || head.unused != 0) {
        refuse_damaged(path_);
    }
    end_ += head.size;
    std::vector<std::string> lines;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = text.find('\n', from);
        lines.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return lines;
}

/// A record that rotted is left out, and those after it are still found, as long as its length is sound.
void Journal::find_records(std::uint64_t size) {
    std::vector<std::byte> bytes;
    std::uint64_t sound = end_;
    for (std::uint64_t at = end_; size - at >= sizeof(Head);) {
        Head head;
        descriptor::read_all(fd_, path_, at, std::as_writable_bytes(std::span(&head, 1)));
        const std::uint64_t begin = at + sizeof head;
        if (head.size > size - begin) {
            break;
        }
        bytes.resize(head.size);
        descriptor::read_all(fd_, path_, begin, bytes);
        at = begin + head.size;
        if (head_of(bytes).crc == head.crc && head.unused == 0) {
            records_.push_back({begin, head.size});
            sound += sizeof head + head.size;
            end_ = at;
        }
    }
    damaged_ = size - sound;
}

Journal::Record Journal::append(std::span<const std::byte> bytes) {
    const Head head = head_of(bytes);
    std::vector<std::byte> written;
    written.reserve(sizeof head + bytes.size());
    releve::append(written, std::as_bytes(std::span(&head, 1)));
    releve::append(written, bytes);
    if (::lseek(fd_, static_cast<::off_t>(end_), SEEK_SET) < 0) {
        fail(path_, {"go to its end", "aller à sa fin"});
    }
    try {
        descriptor::write_all(fd_, path_, written);
    } catch (...) {
        static_cast<void>(::ftruncate(fd_, static_cast<::off_t>(end_)) == 0);  // opening it again would cut it too
        throw;
    }
    records_.push_back({end_ + sizeof head, bytes.size()});
    end_ += written.size();
    sync_now_and_then();
    return records_.back();
}

void Journal::read(Record record, std::uint64_t first, std::span<std::byte> bytes) const {
    if (first + bytes.size() > record.size) {
        throw ModelError("journal: bytes asked beyond the end of a record");
    }
    descriptor::read_all(fd_, path_, record.begin + first, bytes);
}

void Journal::sync_now_and_then() {
    if (now() - synced_ < sync_every) {
        return;
    }
    if (::fdatasync(fd_) != 0) {
        fail(path_, {"bring it to the disk", "l'amener sur le disque"});
    }
    synced_ = now();
}

void Journal::remove() {
    if (::unlink(path_.c_str()) != 0) {
        fail(path_, {"delete it", "le supprimer"});
    }
    ::close(std::exchange(fd_, -1));
}

}  // namespace releve
