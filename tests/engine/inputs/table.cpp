#include "engine/inputs/table.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <regex>
#include <string>

using namespace releve;

namespace {

bool has_column(const Table& table, std::string_view name) {
    return std::any_of(table.columns.begin(), table.columns.end(),
                       [&](const TableColumn& column) { return column.name == name; });
}

bool is_snake_case(std::string_view name) { return std::regex_match(std::string(name), std::regex("[a-z][a-z0-9_]*")); }

/// Both languages are there, and French puts a no-break space before : ; ? and !
bool sound(const Label& label) {
    return !label.en.empty() && !label.fr.empty() &&
           !std::regex_search(std::string(label.fr), std::regex("[a-zA-Z )][:;?!]"));
}

}  // namespace

TEST_CASE("the record of every table is complete", "[table][catalogue]") {
    for (const Table* table : table_catalogue()) {
        INFO(table->name);
        CHECK(is_snake_case(table->name));
        CHECK(find_table(table->name) == table);
        CHECK(sound(table->meaning));
        CHECK_FALSE(table->needed_by.empty());
        CHECK_FALSE(table->columns.empty());
        CHECK(table->key.empty() == (table->name == "workers"));  // two people may be alike in all that is told
        CHECK(table->load != nullptr);
        const bool on_firms = table->name == "establishments" ||
                              std::any_of(table->columns.begin(), table->columns.end(), [](const TableColumn& column) {
                                  return column.refers_to == "establishments";
                              });
        CHECK(table->confidential == on_firms);
        CHECK((table->needed_with.empty() || find_table(table->needed_with) != nullptr));
        CHECK((table->covers.empty() || has_column(*table, table->covers)));
        CHECK((table->sums_to_one.column.empty() || has_column(*table, table->sums_to_one.column)));
        for (const std::string_view name : table->sums_to_one.by) {
            CHECK(has_column(*table, name));
        }
        for (const std::string_view name : table->key) {
            CHECK(has_column(*table, name));
        }
    }
}

TEST_CASE("every column of every table is described", "[table][catalogue]") {
    for (const Table* table : table_catalogue()) {
        for (const TableColumn& column : table->columns) {
            INFO(table->name << " " << column.name);
            CHECK(is_snake_case(column.name));
            CHECK(sound(column.meaning));
            CHECK(column.least <= column.most);
            CHECK((column.type == ColumnType::word) == !column.words.empty());
            CHECK((column.type != ColumnType::share || (column.least == 0 && column.most == 1)));
            CHECK((column.refers_to.empty() || find_table(column.refers_to) != nullptr));
            CHECK((column.refers_to.empty() || column.type == ColumnType::code));
        }
    }
}

TEST_CASE("a table comes after those its codes refer to", "[table][catalogue]") {
    const auto catalogue = table_catalogue();
    const auto place = [&](std::string_view name) {
        return std::find(catalogue.begin(), catalogue.end(), find_table(name)) - catalogue.begin();
    };
    for (const Table* table : catalogue) {
        for (const TableColumn& column : table->columns) {
            INFO(table->name << " " << column.name);
            CHECK((column.refers_to.empty() || place(column.refers_to) < place(table->name)));
        }
    }
}
