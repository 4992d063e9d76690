#pragma once
#include <compare>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace releve {

/// Asks the memory for something that will be needed soon: what happens falls on people and posts at random, and waiting
/// for each of them would take longer than the work itself. Changes no result.
inline void fetch_ahead(const void* place) { __builtin_prefetch(place); }
/// How many things ahead, where a list of them is worked through.
inline constexpr std::size_t fetch_distance = 8;

/// Position of one thing in its columns. Ids of different things do not mix; a default id means "none".
template <class Tag>
struct Id {
    static constexpr std::uint32_t no_value = 0xFFFFFFFFu;
    std::uint32_t value = no_value;
    constexpr bool none() const { return value == no_value; }
    constexpr explicit operator bool() const { return value != no_value; }
    constexpr auto operator<=>(const Id&) const = default;
};

using PersonId = Id<struct PersonTag>;
using PostId = Id<struct PostTag>;
using CellId = Id<struct CellTag>;
using EstablishmentId = Id<struct EstablishmentTag>;

/// One attribute of all things of a kind, addressed by their id only.
template <class IdType, class Value>
class Column {
public:
    Value& operator[](IdType id) { return values_[id.value]; }
    const Value& operator[](IdType id) const { return values_[id.value]; }
    void push_back(Value value) { values_.push_back(value); }
    void resize(std::size_t size, Value value = {}) { values_.resize(size, value); }
    std::size_t size() const { return values_.size(); }
    const std::vector<Value>& values() const { return values_; }

private:
    std::vector<Value> values_;
};

/// All attributes of one thing side by side, for things that are touched one at a time and at random: one cache line
/// instead of one for each attribute.
template <class IdType, class Record>
class Records {
public:
    Record& operator[](IdType id) { return records_[id.value]; }
    const Record& operator[](IdType id) const { return records_[id.value]; }
    IdType push_back(const Record& record) {
        records_.push_back(record);
        return IdType{size() - 1};
    }
    void reserve(std::size_t size) { records_.reserve(size); }
    std::size_t capacity() const { return records_.capacity(); }
    std::uint32_t size() const { return static_cast<std::uint32_t>(records_.size()); }
    auto begin() const { return records_.begin(); }
    auto end() const { return records_.end(); }

private:
    std::vector<Record> records_;
};

}  // namespace releve
