#include "engine/inputs/formats/csv.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace releve;

namespace {

struct Refused {
    const char* bytes;
    std::size_t size;
    const char* where;
    const char* en;
    const char* fr;
};

/// A document that may hold NUL.
template <std::size_t size>
Refused refused(const char (&bytes)[size], const char* where, const char* en, const char* fr) {
    return {bytes, size - 1, where, en, fr};
}

}  // namespace

TEST_CASE("csv: commas, quotes and line ends", "[csv]") {
    Problems problems;
    const CsvFile file = read_csv("a,b\r\n1, two \r\n\"x,y\",\"say \"\"hi\"\"\nagain\"\n\n3,\n", "t.csv", problems);
    REQUIRE(problems.none());
    CHECK(file.assumed.empty());
    CHECK(file.header == std::vector<std::string>{"a", "b"});
    REQUIRE(file.rows() == 3);
    CHECK(file.cell(0, 1) == "two");
    CHECK(file.cell(1, 0) == "x,y");
    CHECK(file.cell(1, 1) == "say \"hi\"\nagain");
    CHECK(file.cell(2, 1).empty());
    CHECK(file.line(0) == 2);
    CHECK(file.line(1) == 3);
    CHECK(file.line(2) == 6);
    CHECK(file.where(2, "b") == "t.csv:6 b");
}

TEST_CASE("csv: what Excel writes in France is read, and said", "[csv]") {
    Problems problems;
    const CsvFile latin = read_csv("code;nom\n01004;Amb\xE9rieu \x80\n", "t.csv", problems);
    const CsvFile marked = read_csv(
        "\xEF\xBB\xBF"
        "code\tnom\r\n1\tLangres\r\n",
        "t.csv", problems);
    REQUIRE(problems.none());
    CHECK(latin.cell(0, 0) == "01004");
    CHECK(latin.cell(0, 1) == "Ambérieu €");
    CHECK(assumptions(latin).en == "t.csv: read with Latin-1 (cp1252) text, separator ;");
    CHECK(assumptions(latin).fr == "t.csv\u00a0: lu avec texte en Latin-1 (cp1252), séparateur «\u00a0;\u00a0»");
    CHECK(marked.header.front() == "code");
    CHECK(assumptions(marked).en == "t.csv: read with byte-order mark dropped, separator tab");
}

TEST_CASE("csv: problems of form name the line, in both languages", "[csv]") {
    const auto document = GENERATE(
        refused("", "t.csv", "empty file", "fichier vide"), refused("\n \r\n", "t.csv", "empty file", "fichier vide"),
        refused("1,2\n3,4\n", "t.csv:1", "no header", "pas d'en-tête"),
        refused("a,,b\n1,2,3\n", "t.csv:1", "no header", "pas d'en-tête"),
        refused("a,b,a\n1,2,3\n", "t.csv:1 a", "stands twice", "deux fois"),
        refused("a,b\n1,2\n3\n", "t.csv:3", "truncated line: cells 1 (the header has 2 columns)", "ligne tronquée"),
        refused("a,b\n1,2,3\n", "t.csv:2", "line too long: cells 3", "ligne trop longue"),
        refused("a,b\n1,2\n\"x,y\n3,4\n", "t.csv:3", "unclosed quote", "guillemet non fermé"),
        refused("a,b\n\"x\"y,2\n", "t.csv:2", "text after a closing quote", "texte après un guillemet fermant"),
        refused("a,b\n1,\0\n", "t.csv:2", "NUL byte", "octet NUL"),
        refused("a,b\n1,2\n1,\x81\n", "t.csv:3", "byte 0x81 (neither UTF-8 nor Latin-1", "octet 0x81"),
        refused("a,b\né,è\nà,\xE9\n", "t.csv:3", "byte 0xE9 in a UTF-8 file", "octet 0xE9 dans un fichier UTF-8"),
        refused("\xFF\xFE\x61\x00", "t.csv:1", "UTF-16", "UTF-16"));
    Problems problems;
    read_csv(std::string(document.bytes, document.size), "t.csv", problems);
    INFO(document.en);
    REQUIRE(problems.count() == 1);
    const Problem& problem = problems.kept().front();
    CHECK(problem.where == document.where);
    CHECK_THAT(problem.what.en, Catch::Contains(document.en));
    CHECK_THAT(problem.what.fr, Catch::Contains(document.fr));
}

TEST_CASE("csv: limits", "[csv]") {
    Problems problems;
    std::string wide = "a";
    for (int i = 0; i < 10'001; ++i) {
        wide += ",a" + std::to_string(i);
    }
    CHECK(read_csv(wide + "\n", "t.csv", problems).header.empty());
    CHECK_THAT(problems.kept().back().what.en, Catch::Contains("more than 10000 columns"));
    CHECK(read_csv(std::string(most_csv_bytes + 1, 'a'), "t.csv", problems).header.empty());
    CHECK_THAT(problems.kept().back().what.fr, Catch::Contains("trop gros"));
}

TEST_CASE("csv: a truncated line keeps its place and the lines after it are read", "[csv]") {
    Problems problems;
    const CsvFile file = read_csv("a,b\n1\n2,3\n", "t.csv", problems);
    REQUIRE(file.rows() == 2);
    CHECK_FALSE(file.whole(0));
    CHECK(file.cell(0, 0) == "1");
    CHECK(file.cell(0, 1).empty());
    CHECK(file.whole(1));
    CHECK(file.cell(1, 1) == "3");
}
