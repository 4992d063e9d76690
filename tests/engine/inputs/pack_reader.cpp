#include "engine/inputs/pack_reader.hpp"

#include "engine/inputs/table.hpp"
#include "tests/engine/inputs/tiny_pack.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fmt/format.h>

using namespace releve;
using namespace releve::tests;

namespace {

struct Reading {
    Pack pack;
    Problems problems;
    std::vector<Text> notes;
};

Reading read(const ScratchDirectory& directory, const Files& files) {
    write_pack(directory, files);
    Reading reading;
    reading.pack = read_pack(directory.path(), reading.problems, reading.notes);
    return reading;
}

/// The one problem at a place; its text in both languages must hold these parts.
void check_problem(const Reading& reading, const std::string& where, const std::string& en, const std::string& fr) {
    INFO(where);
    std::string seen;
    for (const Problem& problem : reading.problems.kept()) {
        seen += problem.where + ": " + problem.what.en + "\n";
    }
    INFO(seen);
    const auto& kept = reading.problems.kept();
    const auto found =
        std::find_if(kept.begin(), kept.end(), [&](const Problem& problem) { return problem.where == where; });
    REQUIRE(found != kept.end());
    CHECK_THAT(found->what.en, Catch::Contains(en));
    CHECK_THAT(found->what.fr, Catch::Contains(fr));
}

}  // namespace

TEST_CASE("the tiny pack reads without a problem", "[pack]") {
    const ScratchDirectory directory;
    const Reading reading = read(directory, tiny_pack());
    for (const Problem& problem : reading.problems.kept()) {
        UNSCOPED_INFO(problem.where << ": " << problem.what.en);
    }
    REQUIRE(reading.problems.none());
    CHECK(reading.notes.empty());
    const Pack& pack = reading.pack;
    CHECK(pack.name.fr == "Petit pays");
    CHECK(pack.calendar.start == Month::of(2013, 1));
    CHECK(pack.parameters.front().path == "matching.applications");
    CHECK(pack.zones.size() == 3);
    CHECK_FALSE(pack.zones[2].inside);
    CHECK(pack.occupations.names[0].fr == "Éleveurs");
    CHECK(pack.establishments[1].owner_birth_year == 1955);
    CHECK(pack.establishments[2].kind == EstablishmentKind::public_service);
    CHECK(pack.posts[2].occupation == pack.occupations.find("nurse"));
    CHECK(pack.mobility[0 * 3 + 1] == 0.2);
    CHECK(pack.age_bands.size() == 4);
    CHECK(pack.population_margins.back().age_band == 3);
    CHECK(pack.contracts_by_occupation[2][0] == 0.9);
    CHECK(pack.quit_rate == std::vector<double>{0.06, 0.06, 0.06});
    CHECK(pack.mortality[1].size() == 111);
    CHECK(pack.mortality[0][110] == 1.0);
    CHECK(pack.school_cohorts.size() == 20);
    REQUIRE(pack.pension_laws.size() == 2);
    CHECK(pack.pension_laws[0].cohorts[1].born_from == Month::of(1955, 1).count);
    CHECK(pack.pension_laws[0].long_careers[0].start_before_age == 16);
    CHECK(pack.demand[1].sector == 1);
    CHECK(pack.demand[0].sector == -1);
    CHECK(pack.audits[0].weak_point.en == "Known exits");
    CHECK(pack.tables_present.size() == 30);
    CHECK(pack.file_hashes.size() == 31);
}

TEST_CASE("every bad input is named in one pass", "[pack]") {
    Files files = tiny_pack();
    files["zones.csv"] = replaced(files["zones.csv"], ",lat,", ",latt,");
    files.erase("separation.csv");
    files["posts.csv"] = replaced(files["posts.csv"], "E3,nurse,9", "E3,nurze,9");
    files["posts.csv"] = replaced(files["posts.csv"], "E1,mason,5", "E1,mason,-3");
    files["occupation_competences.csv"] =
        replaced(files["occupation_competences.csv"], "farmer,animals,0.9", "farmer,animals,90");
    files["establishments.csv"] += "E1,ZA,FZ,ordinary,1-5,2,,0\n";
    files["establishments.csv"] = replaced(files["establishments.csv"], "E2,ZB", "E2,ZC");
    files["demand.csv"] = "";
    files["jobseekers.csv"] = replaced(files["jobseekers.csv"], "mason,0.5\n", "mason\n");
    files["sectors.csv"] = "sector,name_fr,name_en,parent\nAZ,Pr\xE9s\x81,,\n";
    files["mobillity.csv"] = "a,b\n";
    files["territory.toml"] += "[provenance.zone]\nproducer = \"x\"\n";
    const ScratchDirectory directory;
    const Reading reading = read(directory, files);

    check_problem(reading, directory.file("zones.csv:1 latt"),
                  "unknown column (table zones has no such column) did you "
                  "mean \"lat\"?",
                  "vouliez-vous dire «\u00a0lat\u00a0»\u00a0?");
    check_problem(reading, directory.file("zones.csv:1 lat"), "missing column (latitude) add it", "colonne absente");
    check_problem(reading, directory.file("separation.csv"), "missing table", "table absente");
    check_problem(reading, directory.file("posts.csv:4 occupation"),
                  "unknown code \"nurze\" (occupations.csv does not list it) did you mean \"nurse\"?",
                  "code inconnu «\u00a0nurze\u00a0»");
    check_problem(reading, directory.file("posts.csv:2 posts"),
                  "negative number -3 (number of posts: 0 or more) write 0 or remove the line",
                  "nombre négatif -3 (nombre de postes\u00a0: 0 ou plus) écrivez 0 ou retirez la ligne");
    check_problem(reading, directory.file("occupation_competences.csv:2 level"),
                  "share 90 above 1 (level asked for: more than 0, at most 1) write 0.9 if 90% is meant",
                  "part 90 supérieure à 1");
    check_problem(reading, directory.file("establishments.csv:6 establishment"), "duplicate \"E1\" (already on line 2)",
                  "en double (déjà à la ligne 2)");
    check_problem(reading, directory.file("establishments.csv:3 zone"),
                  "unknown code \"ZC\" (zones.csv does not list it) did you mean \"ZA\"?", "code inconnu");
    check_problem(reading, directory.file("demand.csv"), "empty file", "fichier vide");
    check_problem(reading, directory.file("jobseekers.csv:3"), "truncated line: cells 1 (the header has 2 columns)",
                  "ligne tronquée");
    check_problem(reading, directory.file("sectors.csv:2"), "byte 0x81", "octet 0x81");
    check_problem(reading, directory.file("mobillity.csv"), "unknown table", "table inconnue");
    check_problem(reading, directory.file("territory.toml:13 zone"), "did you mean \"zones\"?", "vouliez-vous dire");
    CHECK(reading.problems.count() == 13);
}

TEST_CASE("one wrong cell gives one problem", "[pack]") {
    struct Case {
        const char* file;
        const char* from;
        const char* to;
        const char* where;
        const char* en;
        const char* fr;
    };
    const Case spoilt = GENERATE(values<Case>({
        {"zones.csv", "inside", "insied", ":2 kind", "unknown word \"insied\"", "mot inconnu"},
        {"zones.csv", "Ville", "", ":2 name", "missing value (name) fill the cell", "valeur absente (nom)"},
        {"zones.csv", "5.33", "N5.33", ":2 lon", "is not a number", "n'est pas un nombre"},
        {"zones.csv", "5.33", "\"5,33\"", ":2 lon", "decimal comma", "virgule décimale"},
        {"posts.csv", "E2,farmer,4", "E2,farmer,4.5", ":3 posts", "4.5 is not a whole number", "nombre entier"},
        {"establishments.csv", "1955,0", "1955,no", ":3 audited", "neither 0 nor 1", "ni 0 ni 1"},
        {"establishments.csv", "1-5,5,", "6-9,5,", ":2 posts", "do not fit size band 6-9", "tranche 6-9"},
        {"posts.csv", "E3,nurse,9", "E3,nurse,8", ":5 posts", "establishment E3 has 13 posts here", "en dit 14"},
        {"occupation_mobility.csv", "farmer,farmer,0.8", "farmer,farmer,0.7", ":3 weight",
         "the lines of \"farmer\" sum to 0.9 (they must sum to 1, within 0.0001)", "à 0.0001 près"},
        {"jobseekers.csv", "0.2", "0.3", ":4 share", "sum to 1.1", "somme 1.1"},
        {"fixed_term.csv", "mason,0.7,3\n", "", " occupation", "no line for \"mason\"", "aucune ligne pour"},
        {"pension_law.csv", "2010,1955-01-01", "2010,1890-01-01", ":3 born_from", "is not after the line before",
         "triez"},
        {"pension_law.csv", "2014,1900-01-01", "2014,1960-01-01", ":4 born_from",
         "law 2014 says nothing of those born before 1960-01-01", "ne dit rien de ceux nés avant 1960-01-01"},
        {"pension_law.csv", "166,0.0125,2011-07", "166,0.0125,2012-07", ":3 effective",
         "2012-07 differs from 2011-07 on line 2", "2012-07 diffère de 2011-07 à la ligne 2"},
        {"pension_law.csv", "720,780", "72,780", ":2 opening_age_months", "72 is out of range", "hors limites"},
        {"pension_law.csv", "744,804,172", "744,704,172", ":4 full_rate_age_months", "is below opening_age_months 744",
         "est inférieur à opening_age_months 744"},
        {"pension_law.csv", "804,166", "804,1660", ":3 quarters", "1660 is out of range", "hors limites"},
        {"pension_law.csv", "2010,1955-01-01", "2010,1900-01-01", ":3 law", "duplicate", "en double"},
        {"long_careers.csv", "16,8,672", "16,8,56", ":3 earliest_age_months", "56 is out of range", "hors limites"},
        {"pension_law.csv", "1955-01-01", "1955-01-02", ":3 born_from", "not the first day of a month", "premier jour"},
        {"population_margins.csv", "ZA,,,,40", "ZA,,,,50", ":11 persons", "sum to 60 (those by zone sum to 70",
         "à 1\u00a0%"},
        {"population_margins.csv", "65-99,M,,4", "60-99,M,,4", " age_band", "overlap", "se chevauchent"},
        {"population_margins.csv", "15-24,M,,5", "15 24,M,,5", ":4 age_band", "not an age band", "tranche d'âge"},
        {"zones.csv", "5.43,47.80,25", "5.43,47.80,0", ":3 population", "zone ZB has no people", "pas d'habitants"},
        {"audits.csv", "succession,2", "succession,5", ":4 score", "5 is out of range", "hors limites"},
        {"mortality.csv", "M,40,0.002\n", "", " age", "no line for men, age 40", "aucune ligne pour hommes, âge 40"},
        {"school_cohorts.csv", "2020,F,1\n", "", " year", "no line for 2020, women", "2020, femmes"},
        {"occupation_tenure.csv", "0,12,", "0,0,", ":2 to_months", "is not after from_months 0", "ancienneté"},
        {"education_occupations.csv", "bac2,mason,0.5\nbac2,nurse,0.5\n", "", " education", "\"bac2\"", "diplôme"},
        {"territory.toml", "2013-01", "2013-13", ":4 start", "not a month", "ce n'est pas un mois"},
        {"territory.toml", "version", "versoin", ":3 versoin", "did you mean \"version\"?", "vouliez-vous dire"},
        {"territory.toml", "= 3", "= \"3\"", ":8 applications", "not the value of a parameter", "\"18 months\""},
    }));
    Files files = tiny_pack();
    files[spoilt.file] = replaced(files[spoilt.file], spoilt.from, spoilt.to);
    const ScratchDirectory directory;
    const Reading reading = read(directory, files);
    check_problem(reading, directory.file(spoilt.file) + spoilt.where, spoilt.en, spoilt.fr);
}

TEST_CASE("codes whose pairs would fill the memory are refused before anything is made of them", "[pack]") {
    Files files = tiny_pack();
    for (std::size_t zone = 3; zone < most_crossed; ++zone) {
        files["zones.csv"] += fmt::format("Z{},Hamlet,inside,5.3,47.8,1\n", zone);
    }
    const ScratchDirectory directory;
    CHECK(read(directory, files).problems.none());
    files["zones.csv"] += "Z0,Hamlet,inside,5.3,47.8,1\n";
    const ScratchDirectory fuller;
    const Reading reading = read(fuller, files);
    check_problem(reading, fuller.file("zones.csv") + ":5002 zone", "5001 codes, at most 5000", "regroupez-les");
    CHECK(reading.problems.count() == 1);
}

TEST_CASE("all faults of a pension law are told at once", "[pack]") {
    Files files = tiny_pack();
    files["pension_law.csv"] =
        "law,born_from,opening_age_months,full_rate_age_months,quarters,decote_per_quarter,effective\n"
        "2010,1950-01-01,720,780,160,0.0125,2011-07\n2010,1948-01-01,720,700,160,0.0125,2011-08\n"
        "2014,1900-01-01,744,804,172,0.0125,2015-01\n";
    const ScratchDirectory directory;
    const Reading reading = read(directory, files);
    const std::string file = directory.file("pension_law.csv");
    check_problem(reading, file + ":2 born_from", "says nothing of those born before", "ajoutez leur ligne");
    check_problem(reading, file + ":3 born_from", "is not after the line before", "triez");
    check_problem(reading, file + ":3 effective", "differs from 2011-07 on line 2", "accordez-les");
    check_problem(reading, file + ":3 full_rate_age_months", "is below opening_age_months 720", "corrigez");
    CHECK(reading.problems.count() == 4);
}

TEST_CASE("a table written by Excel in France is read the same, and said", "[pack]") {
    Files files = tiny_pack();
    files["zones.csv"] =
        "zone;name;kind;lon;lat;population\r\nZA;Ch\xE2teau;inside;5,33;47,86;50\r\n"
        "ZB;Bourg;inside;5,43;47,80;25\r\nZX;Ailleurs;outside;5,04;47,32;150\xA0"
        "000\r\n";
    const ScratchDirectory directory;
    const Reading reading = read(directory, files);
    REQUIRE(reading.problems.none());
    CHECK(reading.pack.zone_codes.names[0].fr == "Château");
    CHECK(reading.pack.zones[0].lon == 5.33);
    CHECK(reading.pack.zones[2].population == 150000.0);
    REQUIRE(reading.notes.size() == 1);
    CHECK_THAT(reading.notes[0].en,
               Catch::EndsWith("read with Latin-1 (cp1252) text, separator ;, decimal comma, spaces "
                               "between thousands"));
    CHECK_THAT(reading.notes[0].fr, Catch::Contains("virgule décimale"));
}

TEST_CASE("a changed file is noted, not refused", "[pack]") {
    Files files = tiny_pack();
    files["territory.toml"] += "sha256 = \"00\"\n";
    const ScratchDirectory directory;
    const Reading reading = read(directory, files);
    CHECK(reading.problems.none());
    REQUIRE(reading.notes.size() == 1);
    CHECK_THAT(reading.notes[0].en, Catch::Contains("zones.csv: changed since"));
}

TEST_CASE("a pack of occupations alone is legal, with its market; without any posts it is not", "[pack]") {
    const Files all = tiny_pack();
    std::string market = "occupation,employed,unemployed,vacancies,target\n";
    for (const std::string code : {"farmer", "mason", "nurse"}) {
        market += code + ",1000,50,20,1050\n";
    }
    const ScratchDirectory directory;
    const Reading reading =
        read(directory,
             {{"territory.toml", replaced(all.at("territory.toml"), "[provenance.zones]", "[provenance.occupations]")},
              {"occupations.csv", all.at("occupations.csv")},
              {"occupation_market.csv", market}});
    CHECK(reading.problems.none());
    CHECK(reading.pack.tables_present == std::vector<std::string>{"occupations", "occupation_market"});
    CHECK(reading.pack.zones.size() == 1);
    CHECK(reading.pack.mobility.front() == 1.0 / reading.pack.occupations.size());
    const ScratchDirectory other;
    const Reading bare =
        read(other,
             {{"territory.toml", replaced(all.at("territory.toml"), "[provenance.zones]", "[provenance.occupations]")},
              {"occupations.csv", all.at("occupations.csv")}});
    REQUIRE(bare.problems.count() == 1);
    CHECK_THAT(bare.problems.kept()[0].what.en, Catch::Contains("where are the posts?"));
}

TEST_CASE("ages of a market: told together, in bands that follow each other, and with one rule of retirement",
          "[pack]") {
    const Files all = tiny_pack();
    Files files{
        {"territory.toml", replaced(all.at("territory.toml"), "[provenance.zones]", "[provenance.occupations]")},
        {"occupations.csv", all.at("occupations.csv")},
        {"occupation_market.csv",
         "occupation,employed,unemployed,vacancies,target\nfarmer,9,1,1,9\nmason,9,1,1,9\nnurse,9,1,1,9\n"},
        {"entrants.csv", "occupation,share\nfarmer,0.25\nnurse,0.75\n"},
        {"retirement_by_age.csv", "age_band,monthly_probability\n60-64,0.01\n65+,1\n"},
    };
    const ScratchDirectory without_ages;
    check_problem(read(without_ages, files), without_ages.file("retirement_by_age.csv"), "no workforce_ages.csv",
                  "pas de workforce_ages.csv");
    files["workforce_ages.csv"] = "age_band,share\n20-39,0.4\n40-59,0.6\n";
    const ScratchDirectory sound;
    const Reading reading = read(sound, files);
    CHECK(reading.problems.none());
    CHECK(reading.pack.entrants == std::vector<double>{0.25, 0, 0.75});
    CHECK(reading.pack.retirement_by_age.size() == 121);
    CHECK(reading.pack.retirement_by_age[59] == 0);
    CHECK(reading.pack.retirement_by_age[64] == 0.01);
    CHECK(reading.pack.retirement_by_age[120] == 1);
    files["workforce_ages.csv"] = "age_band,share\n20-39,0.4\n41-59,0.6\n";
    const ScratchDirectory gap;
    check_problem(read(gap, files), gap.file("workforce_ages.csv:3 age_band"), "does not begin at 40",
                  "ne commence pas à 40");
    Files territory = all;
    territory["workforce_ages.csv"] = "age_band,share\n20-59,1\n";
    territory["retirement_by_age.csv"] = files.at("retirement_by_age.csv");
    const ScratchDirectory told_twice;
    const Reading twice = read(told_twice, territory);
    check_problem(twice, told_twice.file("workforce_ages.csv"), "for packs by occupation alone", "par métiers");
    check_problem(twice, told_twice.file("retirement_by_age.csv"), "both pension_law.csv", "à la fois pension_law.csv");
}

TEST_CASE("an empty directory, and none at all", "[pack]") {
    const ScratchDirectory directory;
    const Reading empty = read(directory, {});
    check_problem(empty, directory.file("territory.toml"), "no such file", "fichier introuvable");
    check_problem(empty, directory.file("occupations.csv"), "every pack needs it", "tout territoire en a besoin");
    Problems problems;
    std::vector<Text> notes;
    read_pack(directory.file("nowhere"), problems, notes);
    CHECK_THAT(problems.kept().at(0).what.fr, Catch::Contains("territoire introuvable"));
}

TEST_CASE("a hostile table costs little", "[pack]") {
    Files files = tiny_pack();
    std::string& posts = files["posts.csv"];
    for (int i = 0; i < 200'000; ++i) {
        posts += "X" + std::to_string(i) + ",mason,1\n";
    }
    posts += std::string(1'000'000, 'x') + ",mason,1\n";
    const ScratchDirectory directory;
    CHECK(read(directory, files).problems.count() == 200'001);
}

TEST_CASE("a demand path that makes posts negative is refused", "[pack]") {
    Files files = tiny_pack();
    files["demand.csv"] += "FZ,,2015,-0.6\n,mason,2015,-0.5\n,,2016,-0.9\n,nurse,2016,-0.1\n";
    const ScratchDirectory directory;
    const Reading reading = read(directory, files);
    check_problem(reading, directory.file("demand.csv:4 growth"), "growths that sum to -1.1",
                  "des croissances de somme -1.1");
    CHECK(reading.problems.count() == 1);
}

TEST_CASE("a line of a sector takes the place of that of all sectors in the closures", "[pack]") {
    Files files = tiny_pack();
    files["closures.csv"] = "sector,size_band,annual_rate\nFZ,1-5,0.2\n,0,0.05\n,1-5,0.04\n";
    files["births.csv"] = "sector,annual_rate\nAZ,0.01\nFZ,0.08\nQA,0.02\n";
    files["birth_sizes.csv"] = "posts,share\n1,0.8\n2,0.2\n";
    const ScratchDirectory directory;
    const Reading reading = read(directory, files);
    CHECK(reading.problems.none());
    CHECK(reading.pack.closure_rate[1][1] == 0.2);
    CHECK(reading.pack.closure_rate[0][1] == 0.04);
    CHECK(reading.pack.closure_rate[1][0] == 0.05);
    CHECK(reading.pack.closure_rate[1][2] == 0);
    CHECK(reading.pack.birth_rate[1] == 0.08);
    CHECK(reading.pack.birth_sizes[1].posts == 2);
}

TEST_CASE("trips are read in minutes or in km, a way at a time", "[pack]") {
    Files files = tiny_pack();
    files["travel.csv"] = "from_zone,to_zone,minutes\nZA,ZB,12.5\nZB,ZX,70\nZA,ZA,0\n";
    const ScratchDirectory directory;
    const Reading reading = read(directory, files);
    REQUIRE(reading.problems.none());
    const Travel& travel = reading.pack.travel;
    CHECK(travel.in_minutes);
    REQUIRE(travel.told.size() == 9);
    CHECK(travel.told[0 * 3 + 1] == 12.5);
    CHECK(travel.told[1 * 3 + 2] == 70);
    CHECK(travel.told[1 * 3 + 0] == Travel::not_told);
    files["travel.csv"] = "from_zone,to_zone,km\nZA,ZB,15\n";
    const ScratchDirectory other;
    CHECK_FALSE(read(other, files).pack.travel.in_minutes);
}

TEST_CASE("what is wrong with trips is told where it stands", "[pack]") {
    struct Case {
        const char* text;
        const char* where;
        const char* en;
        const char* fr;
    };
    const Case spoilt = GENERATE(values<Case>({
        {"from_zone,to_zone,minutes\nZA,ZC,12\n", ":2 to_zone", "unknown code \"ZC\"", "code inconnu"},
        {"from_zone,to_zone,minutes\nZA,ZB,-12\n", ":2 minutes", "negative number -12", "nombre négatif"},
        {"from_zone,to_zone,minutes\nZA,ZB,1500\n", ":2 minutes", "1500 is out of range", "hors limites"},
        {"from_zone,to_zone,km\nZA,ZB,12\nZA,ZB,13\n", ":3 from_zone", "duplicate", "en double"},
        {"from_zone,to_zone,km\nZA,ZB,12\nZB,ZB,3\n", ":3 km", "3 within zone ZB", "à l'intérieur de la zone"},
        {"from_zone,to_zone,km\nZA,ZB,\n", ":2 km", "missing value", "valeur absente"},
        {"from_zone,to_zone\nZA,ZB\n", ":1", "neither minutes nor km", "ni minutes ni km"},
        {"from_zone,to_zone,km,minutes\nZA,ZB,12,13\n", ":1", "both minutes and km", "à la fois minutes et km"},
    }));
    Files files = tiny_pack();
    files["travel.csv"] = spoilt.text;
    const ScratchDirectory directory;
    const Reading reading = read(directory, files);
    check_problem(reading, directory.file("travel.csv") + spoilt.where, spoilt.en, spoilt.fr);
    CHECK(reading.problems.count() == 1);
}

TEST_CASE("another step than a month is refused where ages or tenures are told, with its line", "[pack]") {
    const Files all = tiny_pack();
    const std::string months = replaced(all.at("territory.toml"), "[provenance.zones]", "[provenance.occupations]");
    const std::string weeks = replaced(months, "start =", "step = \"6.75 weeks\"\nstart =");
    Files files{{"territory.toml", weeks},
                {"occupations.csv", all.at("occupations.csv")},
                {"separation.csv", all.at("separation.csv")},
                {"occupation_market.csv",
                 "occupation,employed,unemployed,vacancies,target\nfarmer,9,1,1,9\nmason,9,1,1,9\nnurse,9,1,1,9\n"}};
    const ScratchDirectory directory;
    const Reading sound = read(directory, files);
    CHECK(sound.problems.none());
    CHECK(sound.pack.calendar.step > 1.5);
    for (const std::string table : {"competences.csv", "occupation_competences.csv"}) {
        files[table] = all.at(table);
    }
    const ScratchDirectory other;
    const Reading refused = read(other, files);
    check_problem(refused, other.file("territory.toml:4 step"),
                  "a step that is not a month, in a pack with competences.csv, occupation_competences.csv (ages",
                  "un pas qui n'est pas le mois");
    CHECK(refused.problems.count() == 1);
    Files places = all;
    places["territory.toml"] = replaced(all.at("territory.toml"), "start =", "step = \"2 months\"\nstart =");
    const ScratchDirectory third;
    check_problem(read(third, places), third.file("territory.toml:4 step"), "with zones.csv", "avec zones.csv");
}
