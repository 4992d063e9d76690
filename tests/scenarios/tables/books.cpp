#include "scenarios/tables/books.hpp"

#include "engine/base/error.hpp"

#include <catch2/catch.hpp>

namespace releve::tables {

namespace {

/// Only the sizes are looked at.
Dataset of_zones(std::size_t zones) { return {{{"scenario", 5}, {"year", 2}, {"zone", zones}}, {}, {}}; }

}  // namespace

TEST_CASE("sheets hold whole scenarios and never more rows than a workbook allows", "[tables]") {
    const Told told{.name = "employment_by_zone", .period = "year", .axes = {"zone"}};
    std::vector<Part> parts;
    for (std::size_t scenario = 0; scenario < 5; ++scenario) {
        parts.push_back({&told, scenario});
    }
    const auto sheets_of = [&](std::size_t zones) {
        const Dataset results = of_zones(zones);
        const Source source{.results = results, .scenarios = {}, .references = {}, .hidden = {}};
        std::vector<std::size_t> sizes;
        for (const auto& sheet : by_sheet(source, parts, "big.h5")) {
            sizes.push_back(sheet.size());
        }
        return sizes;
    };
    CHECK(sheets_of(10) == std::vector<std::size_t>{5});
    CHECK(sheets_of(104'857) == std::vector<std::size_t>{5});     // 5 x 2 x 104,857 rows and the title: 1,048,571
    CHECK(sheets_of(104'858) == std::vector<std::size_t>{4, 1});  // 1,048,581
    CHECK(sheets_of(300'000) == std::vector<std::size_t>{1, 1, 1, 1, 1});
    CHECK(sheets_of(524'287) == std::vector<std::size_t>{1, 1, 1, 1, 1});  // 1,048,575
    try {
        sheets_of(524'288);  // 1,048,577
        FAIL("not refused");
    } catch (const InputError& error) {
        CHECK(error.problems().front().where == "big.h5");
        CHECK(error.problems().front().what.en.find("1048576 rows for one scenario") != std::string::npos);
    }
}

TEST_CASE("outputs by the same axes share a workbook", "[tables]") {
    const std::vector<Told> outputs{{.name = "a", .period = "month", .axes = {}},
                                    {.name = "b", .period = "year", .axes = {"age", "sex"}},
                                    {.name = "c", .period = "year", .axes = {}},
                                    {.name = "d", .period = "year", .axes = {"age"}}};
    const std::vector<Book> books = books_of(outputs);
    REQUIRE(books.size() == 3);
    CHECK(books[0].file == "territory.xlsx");
    CHECK(books[0].outputs == std::vector<const Told*>{&outputs[0], &outputs[2]});
    CHECK(books[1].file == "by_age_and_sex.xlsx");
    CHECK(books[2].file == "by_age.xlsx");
}

}  // namespace releve::tables
