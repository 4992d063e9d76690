#include "engine/results/dataset_bytes.hpp"

#include "engine/base/error.hpp"

#include <algorithm>
#include <bit>
#include <fmt/format.h>
#include <zlib.h>

namespace releve {

namespace {

static_assert(std::endian::native == std::endian::little, "checksums are taken of little-endian numbers");

constexpr std::size_t most_at_once = 1 << 20;  ///< [values] memory given on the word of the bytes alone

using AttributeValue = decltype(Attribute::value);

[[noreturn]] void refuse() {
    throw IoError("results", {"not the bytes of a dataset", "ce ne sont pas les octets d'un jeu de données"});
}

template <class Number>
void put(Number number, const ByteSink& sink) {
    sink(std::as_bytes(std::span(&number, 1)));
}

template <class Number>
Number take(const ByteSource& source) {
    Number number{};
    source(std::as_writable_bytes(std::span(&number, 1)));
    return number;
}

void put_count(std::size_t count, const ByteSink& sink) { put(std::uint64_t{count}, sink); }

template <class Each>
void take_count(const ByteSource& source, Each each) {
    for (auto left = take<std::uint64_t>(source); left > 0; --left) {
        each();
    }
}

/// One text, one number, or a line of them.
struct Putter {
    const ByteSink& sink;

    void operator()(const std::string& text) const { put_text(text, sink); }
    template <class Number>
    requires std::is_arithmetic_v<Number>
    void operator()(Number number) const { put(number, sink); }
    void operator()(const std::vector<std::string>& texts) const {
        put_count(texts.size(), sink);
        std::for_each(texts.begin(), texts.end(), *this);
    }
    template <class Number>
    void operator()(const std::vector<Number>& numbers) const {
        put_count(numbers.size(), sink);
        sink(std::as_bytes(std::span(numbers)));
    }
};

struct Taker {
    const ByteSource& source;

    void operator()(std::string& text) const { text = take_text(source); }
    template <class Number>
    requires std::is_arithmetic_v<Number>
    void operator()(Number& number) const { number = take<Number>(source); }
    void operator()(std::vector<std::string>& texts) const {
        take_count(source, [&] { texts.push_back(take_text(source)); });
    }
    template <class Number>
    void operator()(std::vector<Number>& numbers) const {
        const auto count = take<std::uint64_t>(source);
        while (numbers.size() < count) {
            const std::size_t before = numbers.size();
            numbers.resize(before + std::min<std::uint64_t>(count - before, std::max(most_at_once, before)));
            source(std::as_writable_bytes(std::span(numbers).subspan(before)));
        }
    }
};

template <class Variant>
void put_variant(const Variant& value, const ByteSink& sink) {
    put(static_cast<std::uint8_t>(value.index()), sink);
    std::visit(Putter{sink}, value);
}

/// Makes the alternative of this number the one that the variant holds.
template <class Variant, std::size_t index = 0>
void become(Variant& value, std::size_t wanted) {
    if constexpr (index == std::variant_size_v<Variant>) {
        refuse();
    } else if (index == wanted) {
        value.template emplace<index>();
    } else {
        become<Variant, index + 1>(value, wanted);
    }
}

template <class Variant>
Variant take_variant(const ByteSource& source) {
    Variant value;
    become(value, take<std::uint8_t>(source));
    std::visit(Taker{source}, value);
    return value;
}

void put_attributes(const std::vector<Attribute>& attributes, const ByteSink& sink) {
    put_count(attributes.size(), sink);
    for (const Attribute& attribute : attributes) {
        put_text(attribute.name, sink);
        put_variant(attribute.value, sink);
    }
}

std::vector<Attribute> take_attributes(const ByteSource& source) {
    std::vector<Attribute> attributes;
    take_count(source, [&] {
        std::string name = take_text(source);
        attributes.push_back({std::move(name), take_variant<AttributeValue>(source)});
    });
    return attributes;
}

void put_variable(const Variable& variable, const ByteSink& sink) {
    put_text(variable.name, sink);
    Putter{sink}(variable.dimensions);
    put_variant(variable.data, sink);
    put_attributes(variable.attributes, sink);
}

Variable take_variable(const ByteSource& source) {
    Variable variable;
    variable.name = take_text(source);
    Taker{source}(variable.dimensions);
    variable.data = take_variant<Variable::Data>(source);
    variable.attributes = take_attributes(source);
    return variable;
}

void put_contents(const Dataset& dataset, const std::vector<Attribute>& attributes, const ByteSink& sink) {
    put_count(dataset.dimensions.size(), sink);
    for (const Dimension& dimension : dataset.dimensions) {
        put_text(dimension.name, sink);
        put_count(dimension.size, sink);
    }
    put_attributes(attributes, sink);
    put_count(dataset.variables.size(), sink);
    for (const Dimension& dimension : dataset.dimensions) {
        if (const Variable* coordinate = dataset.find(dimension.name)) {
            put_variable(*coordinate, sink);
        }
    }
    for (const Variable& variable : dataset.variables) {
        if (dataset.find_dimension(variable.name) == nullptr) {
            put_variable(variable, sink);
        }
    }
}

}  // namespace

void put_text(std::string_view text, const ByteSink& sink) {
    put_count(text.size(), sink);
    sink(std::as_bytes(std::span(text)));
}

std::string take_text(const ByteSource& source) {
    std::vector<char> bytes;
    Taker{source}(bytes);
    return {bytes.begin(), bytes.end()};
}

void put_dataset(const Dataset& dataset, const ByteSink& sink) { put_contents(dataset, dataset.attributes, sink); }

Dataset take_dataset(const ByteSource& source) {
    Dataset dataset;
    take_count(source, [&] {
        std::string name = take_text(source);
        dataset.dimensions.push_back({std::move(name), static_cast<std::size_t>(take<std::uint64_t>(source))});
    });
    dataset.attributes = take_attributes(source);
    take_count(source, [&] { dataset.variables.push_back(take_variable(source)); });
    return dataset;
}

std::string content_crc32(const Dataset& dataset, const std::vector<Attribute>& attributes) {
    uLong sum = crc32(0, nullptr, 0);
    put_contents(dataset, attributes, [&](std::span<const std::byte> bytes) {
        if (!bytes.empty()) {  // zlib takes a null pointer for the wish to begin again
            sum = crc32_z(sum, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size());
        }
    });
    return fmt::format("{:08x}", sum);
}

}  // namespace releve
