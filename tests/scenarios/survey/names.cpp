#include "scenarios/survey/names.hpp"

#include <catch2/catch.hpp>

using namespace releve::survey;

TEST_CASE("survey: names are compared without case, accents and marks", "[survey]") {
    CHECK(plain("  Tranches d'âge ") == "tranches d age");
    CHECK(plain("TRANCHES D’AGE") == "tranches d age");
    CHECK(plain("e\u0301tablissement") == plain("Établissement"));  // accent written after its letter
    CHECK(plain("Œuvre à façon ÿ") == "oeuvre a facon y");
    CHECK(plain("* (—)").empty());
    CHECK(plain_outside_parentheses("Score (0 to 4) *") == "score");
    CHECK(plain("\xC3").size() <= 1);  // a character cut in two is no reason to read beyond
}

TEST_CASE("survey: titles that would tell who people are", "[survey]") {
    for (const char* title : {"Nom", "PRÉNOM", "nom de naissance", "Last name", "N° de Sécurité Sociale", "NIR",
                              "e-mail", "Date de naissance", "Né(e) le", "Téléphone portable", "Adresse postale"}) {
        INFO(title);
        CHECK(personal_title(title));
    }
    for (const char* title :
         {"Nombre", "Année de naissance", "Identifiant", "Nominal", "Commune", "Télétravail", "Emailleur"}) {
        INFO(title);
        CHECK_FALSE(personal_title(title));
    }
}

TEST_CASE("survey: texts that would tell who people are", "[survey]") {
    for (const char* text : {"write to a.b@c.fr", "06 12 34 56 78", "tel 0612345678.", "+33 6 12 34 56 78",
                             "n° 1 64 03 52 269 001", "264035226900142", "M. Dupont part en 2015", "voir Mme  Durand",
                             "chez madame Le Goff", "told by Mr Smith", "Mlle Petit"}) {
        INFO(text);
        CHECK(personal_value(text));
    }
    for (const char* text : {"2 of 12 posts", "from 2010 to 2013", "seen on 01-02-2013 with 10 people",
                             "12345678901234", "0.5 12345678", "@home", "3 500 000 EUR", "M. le maire", "Atelier M. 3",
                             "un monsieur", "Mme", "Ms d'Or", "1 99 13 52 269 001"}) {
        INFO(text);
        CHECK_FALSE(personal_value(text));
    }
}

TEST_CASE("survey: a day is told from a year", "[survey]") {
    CHECK(looks_like_a_day("12/03/1964"));
    CHECK(looks_like_a_day("1964-03-12"));
    CHECK_FALSE(looks_like_a_day("1964"));
    CHECK_FALSE(looks_like_a_day("1964,0"));
    CHECK_FALSE(looks_like_a_day("03/1964"));
}
