#include "engine/inputs/table.hpp"

#include <array>

namespace releve {

namespace {

constexpr std::array catalogue{
#define TABLE(name) &tables::name,
#include "engine/inputs/tables.def"
#undef TABLE
};

}  // namespace

std::span<const Table* const> table_catalogue() { return catalogue; }

const Table* find_table(std::string_view name) {
    for (const Table* table : catalogue) {
        if (table->name == name) {
            return table;
        }
    }
    return nullptr;
}

}  // namespace releve
