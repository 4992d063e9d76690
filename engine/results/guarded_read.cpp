#include "engine/base/error.hpp"
#include "engine/base/fill.hpp"
#include "engine/results/dataset_bytes.hpp"
#include "engine/results/descriptor.hpp"
#include "engine/results/netcdf_file.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <memory>
#include <optional>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

namespace releve {

namespace {

constexpr std::size_t buffer_size = 1 << 16;
/// What the child may use, far above what a sound file needs: a result shrinks by 3 to 40 in its file.
constexpr rlim_t least_memory = rlim_t{1} << 30, memory_per_byte = 100;  // [bytes]
constexpr rlim_t least_seconds = 5, bytes_per_second = rlim_t{1} << 20;  // of processor
constexpr unsigned waiting_factor = 10;                                  ///< clock time against processor time

/// What the child says first: which answer follows.
enum class Answer : std::uint8_t { dataset, bad_input, bad_file, no_memory };

/// Whether anything more can be said of the end of a pipe is nobody's concern: the child just ends.
class PipeSink {
public:
    explicit PipeSink(int fd) : fd_(fd) { buffer_.reserve(buffer_size); }
    void put(std::span<const std::byte> bytes) {
        if (buffer_.size() + bytes.size() > buffer_size) {
            flush();
        }
        if (bytes.size() > buffer_size) {
            send(bytes);
        } else {
            buffer_.insert(buffer_.end(), bytes.begin(), bytes.end());
        }
    }
    void flush() {
        send(buffer_);
        buffer_.clear();
    }

private:
    void send(std::span<const std::byte> bytes) const {
        while (!bytes.empty()) {
            const ::ssize_t done = ::write(fd_, bytes.data(), bytes.size());
            if (done < 0 && errno != EINTR) {
                ::_exit(1);
            }
            bytes = bytes.subspan(static_cast<std::size_t>(std::max<::ssize_t>(done, 0)));
        }
    }
    int fd_;
    std::vector<std::byte> buffer_;
};

/// The parent's end. A pipe that ends too early means that the child is no more.
class PipeSource {
public:
    explicit PipeSource(int fd) : fd_(fd) {}
    PipeSource(const PipeSource&) = delete;
    PipeSource& operator=(const PipeSource&) = delete;
    ~PipeSource() { ::close(fd_); }
    struct Ended {};
    void take(std::span<std::byte> bytes) {
        while (!bytes.empty()) {
            if (next_ == filled_) {
                fill_buffer();
            }
            const std::size_t count = std::min(bytes.size(), filled_ - next_);
            std::copy_n(buffer_.begin() + static_cast<std::ptrdiff_t>(next_), count, bytes.begin());
            next_ += count;
            bytes = bytes.subspan(count);
        }
    }

private:
    void fill_buffer() {
        ::ssize_t got = -1;
        do {
            got = ::read(fd_, buffer_.data(), buffer_.size());
        } while (got < 0 && errno == EINTR);
        if (got <= 0) {
            throw Ended{};
        }
        next_ = 0;
        filled_ = static_cast<std::size_t>(got);
    }
    int fd_;
    std::array<std::byte, buffer_size> buffer_;
    std::size_t next_ = 0, filled_ = 0;
};

/// [bytes] address space already taken by this process; limits count from there.
rlim_t address_space() {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen("/proc/self/statm", "r"), &std::fclose);
    unsigned long pages = 0;
    if (file == nullptr || std::fscanf(file.get(), "%lu", &pages) != 1) {
        return 0;
    }
    return static_cast<rlim_t>(pages) * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE));
}

void limit(__rlimit_resource what, rlim_t most) {
    rlimit now{};
    ::getrlimit(what, &now);
    const rlim_t set = std::min(most, now.rlim_max);
    const rlimit both{set, set};
    ::setrlimit(what, &both);
}

/// Whatever the file makes HDF5 do, it ends there: no crash report, no core, no message of the C library, no file written,
/// no more memory nor time than a sound file of this size asks for.
void confine(std::uintmax_t file_size, pid_t parent) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) {
        ::_exit(1);
    }
    for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGXCPU, SIGALRM, SIGPIPE, SIGTERM}) {
        ::signal(signal, SIG_DFL);
    }
    ::signal(SIGINT, SIG_IGN);  // the terminal sends it to both: the parent decides
    const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    ::dup2(nowhere, STDERR_FILENO);
    const rlim_t seconds = least_seconds + static_cast<rlim_t>(file_size) / bytes_per_second;
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_CPU, seconds);
    if (const rlim_t taken = address_space(); taken > 0) {
        limit(RLIMIT_AS, taken + least_memory + memory_per_byte * static_cast<rlim_t>(file_size));
    }
    ::alarm(waiting_factor * static_cast<unsigned>(seconds));
}

void put_problems(const InputError& error, const ByteSink& sink) {
    for (const Problem& problem : error.problems()) {
        put_text(problem.where, sink);
        put_text(problem.what.en, sink);
        put_text(problem.what.fr, sink);
    }
    put_text("", sink);
}

[[noreturn]] void throw_problems(const ByteSource& source) {
    std::vector<Problem> problems;
    for (std::string where = take_text(source); !where.empty(); where = take_text(source)) {
        std::string english = take_text(source);
        problems.push_back({std::move(where), {std::move(english), take_text(source)}});
    }
    throw InputError(std::move(problems));
}

/// The life of the child. Never returns nor throws: nothing of the caller may run twice.
[[noreturn]] void answer(int fd, const std::string& path, std::uintmax_t file_size, pid_t parent) noexcept {
    confine(file_size, parent);
    PipeSink pipe(fd);
    const ByteSink sink = [&](std::span<const std::byte> bytes) { pipe.put(bytes); };
    const auto say = [&](Answer kind) { sink(std::as_bytes(std::span(&kind, 1))); };
    try {
        const Dataset dataset = read_sound_dataset(path);
        say(Answer::dataset);
        put_dataset(dataset, sink);
    } catch (const InputError& error) {
        say(Answer::bad_input);
        put_problems(error, sink);
    } catch (const IoError& error) {
        say(Answer::bad_file);
        put_text(error.text().en, sink);
        put_text(error.text().fr, sink);
    } catch (const std::bad_alloc&) {
        say(Answer::no_memory);
    }
    pipe.flush();
    ::_exit(0);
}

using descriptor::fail;

[[noreturn]] void throw_damaged(const std::string& path, Label how) {
    throw IoError(path, fill({"damaged or made to harm: reading it {} run the simulation again",
                              "endommagé ou fait pour nuire\u00a0: sa lecture {} relancez la simulation"},
                             {how}));
}

constexpr Label crashes{"stopped the process that reads files", "a arrêté le processus qui lit les fichiers"};
constexpr Label lasts{"does not end (or this machine is very slow: try again);",
                      "n'en finit pas (ou cette machine est très lente\u00a0: réessayez)\u00a0;"};
constexpr Label bloats{"asks for more memory than a result of this size can need",
                       "demande plus de mémoire qu'un résultat de cette taille ne peut en vouloir"};

/// Waits for the child to end, at the latest with the scope.
class Child {
public:
    explicit Child(pid_t id) : id_(id) {}
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() { ended_well(); }
    bool ended_well() {
        while (id_ > 0 && ::waitpid(id_, &status_, 0) < 0 && errno == EINTR) {}
        id_ = 0;
        return WIFEXITED(status_) && WEXITSTATUS(status_) == 0;
    }
    /// Ended by its own alarm: a file that sends HDF5 round in circles, or a machine that is very slow.
    bool out_of_time() { return !ended_well() && WIFSIGNALED(status_) && WTERMSIG(status_) == SIGALRM; }

private:
    pid_t id_;
    int status_ = 0;
};

Dataset take_answer(const ByteSource& source, const std::string& path) {
    Answer kind{};
    source(std::as_writable_bytes(std::span(&kind, 1)));
    switch (kind) {
        case Answer::dataset: return take_dataset(source);
        case Answer::bad_input: throw_problems(source);
        case Answer::bad_file: {
            std::string english = take_text(source);
            throw IoError(Text{std::move(english), take_text(source)});
        }
        case Answer::no_memory: throw_damaged(path, bloats);
    }
    throw_damaged(path, crashes);
}

}  // namespace

Dataset read_dataset(const std::string& path) {
    std::error_code error;
    const std::uintmax_t file_size = std::filesystem::file_size(path, error);
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        fail(path, {"open a pipe to read it", "ouvrir un tube pour le lire"});
    }
    const pid_t parent = ::getpid();
    const pid_t id = ::fork();
    if (id == 0) {
        answer(ends[1], path, error ? 0 : file_size, parent);
    }
    const int failure = errno;
    ::close(ends[1]);
    Child child(id);
    PipeSource pipe(ends[0]);  // closed before the child is waited for: a child that still writes ends then
    if (id < 0) {
        errno = failure;
        fail(path, {"start the process that reads it", "lancer le processus qui le lit"});
    }
    try {
        Dataset dataset = take_answer([&](std::span<std::byte> bytes) { pipe.take(bytes); }, path);
        if (!child.ended_well()) {
            throw_damaged(path, crashes);
        }
        dataset.check();
        return dataset;
    } catch (const PipeSource::Ended&) {
        throw_damaged(path, child.out_of_time() ? lasts : crashes);
    } catch (const ModelError&) {
        throw_damaged(path, crashes);
    }
}

}  // namespace releve
