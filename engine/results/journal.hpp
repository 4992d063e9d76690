#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace releve {

/// A file to which records of bytes are added one after the other, and never changed: what a run that was killed leaves behind.
/// It begins with its identity, lines that tell of what it is; each record carries its length and a CRC-32 (as zlib). At most
/// one program has it open to write.
class Journal {
public:
    struct Record {
        std::uint64_t begin = 0, size = 0;  ///< [bytes] of what was added
    };

    /// Begins one, or goes on with the one that is there if `resume`. On going on, records that do not pass their check (a write
    /// that was cut, a byte that rotted) are left out. Gone by itself if nothing was added.
    /// InputError: one is there and not `resume`, or it has other lines, which are named. IoError: another program has it open,
    /// or the file system refuses.
    Journal(const std::string& path, const std::vector<std::string>& identity, bool resume);
    Journal(Journal&& other) noexcept;
    Journal& operator=(Journal&& other) noexcept;
    ~Journal();

    const std::string& path() const { return path_; }
    const std::vector<Record>& records() const { return records_; }
    /// Bytes that did not pass their check on opening: of a write that was cut, or that rotted.
    std::uint64_t damaged() const { return damaged_; }

    /// IoError if it does not come whole onto the file, which then is as before. Brought to the disk every few seconds.
    Record append(std::span<const std::byte> bytes);
    /// Bytes of a record, from `first` on. From any thread.
    void read(Record record, std::uint64_t first, std::span<std::byte> bytes) const;
    /// Deletes the file: all that it holds is elsewhere now.
    void remove();

private:
    void open_and_lock();
    void begin(std::span<const std::byte> header);
    std::vector<std::string> read_identity(std::uint64_t size, std::uint64_t usual);
    void find_records(std::uint64_t size);
    void sync_now_and_then();

    std::string path_;
    int fd_ = -1;
    std::uint64_t end_ = 0, damaged_ = 0;  ///< [bytes]
    std::int64_t synced_ = 0;              ///< [s] of the steady clock
    std::vector<Record> records_;
};

}  // namespace releve
