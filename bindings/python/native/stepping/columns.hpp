#pragma once
#include "bindings/python/native/stepping/look.hpp"
#include "engine/base/text.hpp"

#include <span>
#include <string_view>

namespace releve::python {

/// One column of a table of the state.
struct StateColumn {
    std::string_view name;
    Label meaning;
    std::string_view codes;  ///< list that decodes it; "" for numbers
    py::array (*values)(
        const LookHandle&);  ///< read-only; what is not stored as it is (ages, single bits) is made anew
};

struct Kind {
    std::string_view name;
    std::span<const StateColumn> columns;
    std::size_t (*size)(const State&);
};
std::span<const Kind> all_kinds();

/// Numbers as numpy has them: enumerations and ids by what they are kept as.
template <class Value>
struct Stored {
    using type = Value;
};
template <class Value>
requires std::is_enum_v<Value>
struct Stored<Value> {
    using type = std::underlying_type_t<Value>;
};
template <class Tag>
struct Stored<Id<Tag>> {
    using type = std::uint32_t;
};

/// An array over memory of the look, without copying it.
template <class Value>
py::array view_of(const LookHandle& look, const Value* first, std::size_t size, std::size_t stride) {
    const py::capsule base(new LookHandle(look), [](void* handle) { delete static_cast<LookHandle*>(handle); });
    static const Value nothing{};
    py::array array(py::dtype::of<typename Stored<Value>::type>(), {size}, {stride},
                    first == nullptr ? &nothing : first, base);
    py::detail::array_proxy(array.ptr())->flags &= ~py::detail::npy_api::NPY_ARRAY_WRITEABLE_;
    return array;
}

/// A new array of `value(i)`.
template <class Number, class ValueOf>
py::array made_of(std::size_t size, ValueOf value) {
    py::array_t<Number> array(static_cast<py::ssize_t>(size));
    Number* const numbers = array.mutable_data();
    for (std::size_t i = 0; i < size; ++i) {
        numbers[i] = static_cast<Number>(value(static_cast<std::uint32_t>(i)));
    }
    py::detail::array_proxy(array.ptr())->flags &= ~py::detail::npy_api::NPY_ARRAY_WRITEABLE_;
    return array;
}

/// A member of records that stand in a vector.
template <auto Member, class Records>
py::array member_of(const LookHandle& look, const Records& records) {
    const auto* first = records.begin() == records.end() ? nullptr : &((*records.begin()).*Member);
    return view_of(look, first, records.size(), sizeof(*records.begin()));
}

}  // namespace releve::python
