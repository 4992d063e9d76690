#include "engine/inputs/formats/toml.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace releve;

namespace {

bool accepted(const std::string& text) {
    Problems problems;
    return parse_toml(text, "t.toml", problems).has_value();
}

}  // namespace

TEST_CASE("toml: every kind of value, with its place", "[toml]") {
    Problems problems;
    const auto document = parse_toml(
        "a = \"é\\u00e9\\n\" # comment\nb.c = [1, 0x1F, -2_000, 0o17, 0b11,\n  +1]\n\"d e\" = 'raw\\n'\n"
        "[f]\ng = 6.5e-1\nh = true\ni = 1979-05-27 07:32:00Z\nj = {k = \"\"\"x\n\"y\"\\\n   z\"\"\", l.m = []}\n"
        "[[n]]\no = 1\n[[n]]\no = 2\n[n.p]\nq = 3\r\n",
        "t.toml", problems);
    REQUIRE(document);
    CHECK(document->find("a")->text == "éé\n");
    const TomlValue& numbers = *document->find("b")->find("c");
    REQUIRE(numbers.items.size() == 6);
    CHECK(numbers.items[1].integer == 31);
    CHECK(numbers.items[2].number == -2000.0);
    CHECK(numbers.items[3].integer == 15);
    CHECK(numbers.items[5].line == 3);
    CHECK(numbers.items[5].column == 3);
    CHECK(document->find("d e")->text == "raw\\n");
    const TomlValue& f = *document->find("f");
    CHECK(f.find("g")->number == 0.65);
    CHECK(f.find("h")->boolean);
    CHECK(f.find("i")->text == "1979-05-27 07:32:00Z");
    CHECK(f.find("j")->find("k")->text == "x\n\"y\"z");
    CHECK(f.find("j")->find("l")->find("m")->kind == TomlKind::array);
    const TomlValue& n = *document->find("n");
    REQUIRE(n.items.size() == 2);
    CHECK(n.items[0].find("o")->number == 1.0);
    CHECK(n.items[1].find("p")->find("q")->line == 17);
    CHECK(document->find("nothing") == nullptr);
}

TEST_CASE("toml: documents that are accepted", "[toml]") {
    const std::string text =
        GENERATE(as<std::string>(), "", "\n\n# only a comment",
                 "\xEF\xBB\xBF"
                 "a = 1",
                 "a.b = 1\na.c = 2", "[a.b]\n[a]\n", "[a]\nb.c = 1\n[a.d]", "a = [1, \"x\", [2,],]", "a = [ # c\n]",
                 "a = {}", "a = ''", "a = \"\"\"\"\"\"", "a = ''''x''''", "1 = 2", "\"\" = 1", "a = 2000-02-29",
                 "a = 23:59:59.999", "[[a.b]]\n[[a.b]]\n[a.b.c]");
    INFO(text);
    CHECK(accepted(text));
}

TEST_CASE("toml: documents that are refused", "[toml]") {
    const std::string text =
        GENERATE(as<std::string>(), "a", "a =", "= 1", "a = 1 b = 2", "a = 1\na = 2", "[a]\n[a]", "a = 1\n[a]",
                 "a.b = 1\n[a]", "[a]\nb.c = 1\n[a.b]", "a = {b = 1}\na.c = 2", "a = {b = 1}\n[a.c]", "a = [1]\n[[a]]",
                 "[[a]]\n[a]", "[a]\n[[a]]", "[[a.b]]\n[a]\nb.c = 1", "a = {b = 1,}", "a = {b = 1\n}", "a = [1 2]",
                 "a = [1", "a = \"x", "a = \"x\ny\"", "a = '''x", "a = \"\\q\"", "a = \"\\ud800\"",
                 "a = \"\\U00110000\"", "a = 01", "a = 1_", "a = _1", "a = 1__0", "a = 1.", "a = .5", "a = 1e",
                 "a = +0x1", "a = 0X1", "a = 1e_5", "a = inf", "a = nan", "a = 1e999", "a = 9223372036854775808",
                 "a = 2013-09", "a = 2013-02-29", "a = 24:00:00", "a = True", "a = yes", "é = 1", "a = é", "[{", "[a",
                 "[a]]", "[]", "a..b = 1", "a = 1\rb = 2", "a = \"\x01\"", "# \x7f", "a = \"\xE9\"");
    INFO(text);
    CHECK_FALSE(accepted(text));
}

TEST_CASE("toml: an error names line and column, in both languages", "[toml]") {
    struct Case {
        std::string text, where, en, fr;
    };
    const Case refused = GENERATE(values<Case>({
        {"a = 1\nb = [1,\n  é]\n", "t.toml:3:3", "\"é\" is no value", "«\u00a0é\u00a0» n'est pas une valeur"},
        {"é = 1", "t.toml:1:1", "a key is expected", "une clé est attendue"},
        {"x = 1\n[t]\ny = 2\ny = 3\n", "t.toml:4:1", "key y was given before", "la clé y a déjà été donnée"},
        {"start = 2013-09\n", "t.toml:1:9", "goes between quotes", "entre guillemets"},
        {"a = \"é\" \"", "t.toml:1:9", "unexpected text", "texte inattendu"},
        {"\n a = \"abc", "t.toml:2:6", "unclosed text", "texte non fermé"},
        {"a = \"\xC3\xA9 \xE9\"", "t.toml:1:8", "not UTF-8", "pas en UTF-8"},
        {std::string("a = 1\n\0", 7), "t.toml:2:1", "NUL byte", "octet NUL"},
    }));
    Problems problems;
    CHECK_FALSE(parse_toml(refused.text, "t.toml", problems));
    REQUIRE(problems.count() == 1);
    CHECK(problems.kept().front().where == refused.where);
    CHECK_THAT(problems.kept().front().what.en, Catch::Contains(refused.en));
    CHECK_THAT(problems.kept().front().what.fr, Catch::Contains(refused.fr));
}

TEST_CASE("toml: limits hold against hostile documents", "[toml]") {
    CHECK(accepted("a = " + std::string(31, '[') + std::string(31, ']')));
    CHECK_FALSE(accepted("a = " + std::string(1'000'000, '[')));
    std::string dotted;
    std::string inline_tables = "a = ";
    for (int i = 0; i < 200'000; ++i) {
        dotted += "a.";
        inline_tables += "{a=";
    }
    CHECK_FALSE(accepted(dotted + "a = 1"));
    CHECK_FALSE(accepted("[" + dotted + "a]"));
    CHECK_FALSE(accepted(inline_tables));
    CHECK_FALSE(accepted(std::string(most_toml_bytes + 1, '\n')));
    std::string many;
    for (int i = 0; i < 60'000; ++i) {
        many += "k" + std::to_string(i) + " = 1\n";
    }
    CHECK(accepted(many));
}

TEST_CASE("toml: quoted texts read back", "[toml]") {
    const std::string text = "a \"quoted\" \\ text\nwith \x01 and é";
    Problems problems;
    const auto document = parse_toml("a = " + toml_quoted(text), "t.toml", problems);
    REQUIRE(document);
    CHECK(document->find("a")->text == text);
}
