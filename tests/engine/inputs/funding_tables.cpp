#include "engine/inputs/pack_reader.hpp"
#include "tests/engine/inputs/tiny_pack.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace releve;
using namespace releve::tests;

namespace {

Files funded_pack() {
    Files files = tiny_pack();
    files["funders.csv"] =
        "funder,name_fr,name_en,kind\nstate,État,State,state\neu,Europe,,europe\nfirms,Employeurs,Employers,employer\n"
        "own,Fonds propres,Own funds,own\n";
    files["conventions.csv"] =
        "convention,name_fr,name_en,funder,programme,from,until,rate,ceiling,actions,source\n"
        "s1,Un,One,state,jobs,2011-01,2013-06,0.3,50000,,signed\n"
        "s2,Deux,Two,state,jobs,2013-07,2016-12,0.25,,tutoring  apprenticeship,guess\n"
        "e1,Trois,,eu,esf,2013-01,2016-12,0.5,1000,,\n";
    files["schemes.csv"] =
        "scheme,action,name_fr,name_en,from,until,source\ngeneration,tutoring,Génération,Generation,2013-03,2017-09,"
        "law\n"
        "cddi,insertion_platform,CDDI,,2009-06,,law\n";
    files["scheme_rules.csv"] =
        "scheme,setting,rule,value,source\ngeneration,senior_age,least,57,law\ngeneration,senior_age,default,58,law\n"
        "cddi,longest,most,24,law\n";
    files["action_costs.csv"] =
        "action,scheme,item,cost,per,share,borne_by,unit,source\ntutoring,,time,420,month,,firms,EUR,guess\n"
        "tutoring,,training,350,start,0.5,,EUR,guess\ntutoring,generation,aid,4000,year,,state,EUR,law\n";
    files["links.csv"] = "establishment,partner,kind\nE1,E2,sector\nE1,E4,size\nE3,E2,group\n";
    return files;
}

struct Reading {
    Pack pack;
    Problems problems;
};

Reading read(const ScratchDirectory& directory, const Files& files) {
    write_pack(directory, files);
    Reading reading;
    std::vector<Text> notes;
    reading.pack = read_pack(directory.path(), reading.problems, notes);
    return reading;
}

}  // namespace

TEST_CASE("funders, conventions, schemes, costs and links are read", "[pack][funding]") {
    const ScratchDirectory directory;
    const Reading reading = read(directory, funded_pack());
    for (const Problem& problem : reading.problems.kept()) {
        UNSCOPED_INFO(problem.where << ": " << problem.what.en);
    }
    REQUIRE(reading.problems.none());
    const Pack& pack = reading.pack;
    REQUIRE(pack.funders.size() == 4);
    CHECK(pack.funders[1].name.en == "Europe");
    CHECK(pack.funders[3].kind == FunderKind::own);
    REQUIRE(pack.conventions.size() == 3);
    CHECK(pack.conventions[0].ceiling == 50000);
    CHECK(pack.conventions[0].actions.empty());
    CHECK(pack.conventions[0].until == Month::of(2013, 6));
    CHECK(pack.conventions[1].ceiling > 1e300);
    CHECK(pack.conventions[1].actions == std::vector<std::string>{"tutoring", "apprenticeship"});
    CHECK(pack.conventions[2].funder == 1);
    CHECK(pack.conventions[2].where == directory.file("conventions.csv:4"));
    CHECK(pack.schemes[0].until == Month::of(2017, 9));
    CHECK_FALSE(pack.schemes[1].until);
    CHECK(pack.scheme_rules[2].scheme == 1);
    CHECK(pack.scheme_rules[2].rule == RuleKind::most);
    CHECK(pack.action_costs[0].borne_by == 2);
    CHECK(pack.action_costs[0].share == 1);
    CHECK(pack.action_costs[1].borne_by == no_index);
    CHECK(pack.action_costs[1].share == 0.5);
    CHECK(pack.action_costs[1].scheme == no_index);
    CHECK(pack.action_costs[2].scheme == 0);
    CHECK(pack.action_costs[2].per == CostPer::year);
    REQUIRE(pack.links.size() == 3);
    CHECK(pack.links[1].partner == 3);
    CHECK(pack.links[2].kind == LinkKind::group);
}

TEST_CASE("one wrong line of the funding tables gives one problem", "[pack][funding]") {
    struct Case {
        const char* file;
        const char* from;
        const char* to;
        const char* where;
        const char* en;
        const char* fr;
    };
    const Case spoilt = GENERATE(values<Case>({
        {"funders.csv", "Europe,,europe", "Europe,,europa", ":3 kind", "unknown word \"europa\"", "mot inconnu"},
        {"funders.csv", "employer\n", "own\n", ":5 kind", "a second funder of kind own (line 4 is one", "un second"},
        {"funders.csv", "funds,own", "funds,local", " kind", "no funder of kind own", "aucun financeur de genre own"},
        {"conventions.csv", "One,state", "One,stat", ":2 funder", "did you mean \"state\"?", "vouliez-vous dire"},
        {"conventions.csv", "2013-01,2016-12", "2013-01,2012-12", ":4 until",
         "2012-12 is before 2013-01 (it would end before it begins)", "2012-12 vient avant 2013-01"},
        {"conventions.csv", "0.5,1000", "1.2,1000", ":4 rate", "share 1.2 above 1", "part 1.2 supérieure à 1"},
        {"conventions.csv", "0.5,1000", "-0.5,1000", ":4 rate", "negative number -0.5", "nombre négatif"},
        {"conventions.csv", "0.5,1000", "0.5,0", ":4 ceiling", "more than 0", "plus de 0"},
        {"conventions.csv", "2013-07", "2013-06", ":3 from",
         "convention s2 (2013-06 to 2016-12) overlaps s1 of line 2 (2011-01 to 2013-06", "chevauche s1 de la ligne 2"},
        {"schemes.csv", "2013-03,2017-09", "2018-03,2017-09", ":2 until", "2017-09 is before 2018-03", "vient avant"},
        {"scheme_rules.csv", "cddi,", "cdi,", ":4 scheme", "did you mean \"cddi\"?", "code inconnu"},
        {"scheme_rules.csv", "default,58", "default,50", ":3 value",
         "default of senior_age is 50, but least is 57 on line 2", "least vaut 57 à la ligne 2"},
        {"scheme_rules.csv", "senior_age,default,58", "senior_age,most,55", ":3 value", "no value can follow both",
         "aucune valeur ne suit les deux"},
        {"scheme_rules.csv", "most,24", "moost,24", ":4 rule", "did you mean \"most\"?", "mot inconnu"},
        {"action_costs.csv", "420,", "-420,", ":2 cost", "negative number -420", "nombre négatif"},
        {"action_costs.csv", "month,,firms", "month,,farms", ":2 borne_by", "did you mean \"firms\"?", "code inconnu"},
        {"action_costs.csv", "350,start", "350,starts", ":3 per", "did you mean \"start\"?", "mot inconnu"},
        {"action_costs.csv", "tutoring,generation", "apprenticeship,generation", ":4 scheme",
         "generation is a scheme of tutoring, not of apprenticeship", "est un dispositif de l'action tutoring"},
        {"links.csv", "E1,E4", "E1,E1", ":3 partner", "E1 is linked to itself", "E1 est lié à lui-même"},
        {"links.csv", "E1,E4", "E2,E1", ":3 partner", "E2 and E1 are linked already, on line 2",
         "déjà liés, à la ligne 2"},
        {"links.csv", "E1,E4", "E1,E2", ":3 establishment", "duplicate \"E1, E2\"", "en double"},
        {"links.csv", "E4,size", "E5,size", ":3 partner", "unknown code \"E5\"", "code inconnu"},
        {"links.csv", "E4,size", "E4,sector", ":3 kind", "both E1 and E4 are of sector FZ", "du secteur FZ"},
        {"links.csv", "E4,size", "E4,insertion", ":3 kind", "not one of E1 and E4 alone is an insertion structure",
         "pas une structure d'insertion"},
    }));
    INFO(spoilt.file << ": " << spoilt.to);
    Files files = funded_pack();
    files[spoilt.file] = replaced(files[spoilt.file], spoilt.from, spoilt.to);
    const ScratchDirectory directory;
    const Reading reading = read(directory, files);
    for (const Problem& problem : reading.problems.kept()) {
        UNSCOPED_INFO(problem.where << ": " << problem.what.en << " | " << problem.what.fr);
    }
    REQUIRE(reading.problems.count() == 1);
    const Problem& problem = reading.problems.kept().front();
    CHECK(problem.where == directory.file(spoilt.file + std::string(spoilt.where)));
    CHECK_THAT(problem.what.en, Catch::Contains(spoilt.en));
    CHECK_THAT(problem.what.fr, Catch::Contains(spoilt.fr));
}

TEST_CASE("conventions may be of one month beside each other, or of two programmes at once", "[pack][funding]") {
    Files files = funded_pack();
    files["conventions.csv"] += "s3,Quatre,,state,other,2011-01,2016-12,0.1,,,\n";
    const ScratchDirectory directory;
    CHECK(read(directory, files).problems.none());
}

TEST_CASE("conventions need their funders", "[pack][funding]") {
    Files files = funded_pack();
    files.erase("funders.csv");
    const ScratchDirectory directory;
    const Reading reading = read(directory, files);
    const auto& kept = reading.problems.kept();
    CHECK(std::any_of(kept.begin(), kept.end(),
                      [&](const Problem& problem) { return problem.where == directory.file("funders.csv"); }));
    // two lines of action_costs.csv name a funder: the table that is missing is told once
    CHECK(std::count_if(kept.begin(), kept.end(), [](const Problem& problem) {
              return problem.what.en.find("(funders.csv is missing)") != std::string::npos;
          }) == 1);
}
