#pragma once
#include "bindings/python/native/stepping/columns.hpp"

/// The columns of each table, told where they are made.
namespace releve::python {

std::span<const StateColumn> person_columns();
std::span<const StateColumn> programme_columns();
std::span<const StateColumn> post_columns();
std::span<const StateColumn> cell_columns();
std::span<const StateColumn> establishment_columns();
std::span<const StateColumn> event_columns();

}  // namespace releve::python
