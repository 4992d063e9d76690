#!/usr/bin/env python3
"""releve import as those who run a survey meet it: the template filled in, everyday mistakes, hostile files.

    tests/bindings/import.py RELEVE     RELEVE: the command built from these sources
"""
import csv
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

import openpyxl

ROOT = Path(__file__).resolve().parent.parent.parent
LANGRES = ROOT / "scenarios" / "packs" / "langres"
RELEVE = ""
AXES = ("succession", "recruitment", "competences", "transmission", "organisation", "people_management",
        "working_conditions", "strategy", "cooperation")
TITLES = {
    "Establishments": ["Identifier", "Commune", "Sector", "Headcount", "Kind", "Owner's birth year", "Month of the survey"],
    "Posts": ["Establishment", "Occupation", "Posts held", "Vacant now", "Hard to fill"],
    "People": ["Establishment", "Occupation", "Birth year", "Sex", "Contract", "Year of hiring"],
    "Age bands": ["Establishment", "Occupation", "From age", "To age", "Sex", "Persons"],
    "Recruitments": ["Establishment", "Occupation", "Year", "Reason", "Persons", "Expected to be hard"],
    "Audit": ["Establishment", "Axis", "Score (0 to 4)", "Weak point", "Evidence"],
}


def releve(*words):
    clean = {key: value for key, value in os.environ.items() if key not in ("LC_ALL", "LC_MESSAGES", "LANG")}
    return subprocess.run([RELEVE, *map(str, words)], capture_output=True, text=True, check=False, env=clean, timeout=600)


def table(pack, name):
    with open(pack / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def lines_of(pack, name, establishment):
    return [line for line in table(pack, name) if line["establishment"] == establishment]


def one_firm(scores=3, people=True):
    """The answers of one new establishment of eight people."""
    sheets = {
        "Establishments": [["N1", "Langres", "CH", 8, "ordinary", 1960, "2013-06"]],
        "Posts": [["N1", "D1Z", 5, 1, "yes"], ["N1", "L0Z", 2, None, None], ["N1", "L6Z", 1, None, "no"]],
        "People": [],
        "Age bands": [],
        "Recruitments": [["N1", "D1Z", 2014, "growth", 2, "yes"]],
        "Audit": [["N1", axis, scores, "weak" if scores < 3 else None, "an interview"] for axis in AXES],
    }
    if people:
        sheets["People"] = [["N1", "D1Z", 1955, "man", "open-ended (CDI)", 1980],
                            ["N1", "D1Z", 1970, "woman", "CDI", 2001],
                            ["N1", "L0Z", 1990, None, "CDD", 2012]]
    return sheets


def write(path, sheets, titles=None):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, lines in sheets.items():
        sheet = book.create_sheet(name)
        sheet.append((titles or {}).get(name, TITLES.get(name, [])))
        for line in lines:
            sheet.append(line)
    book.save(path)


class InFolder(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.book = self.folder / "survey.xlsx"
        self.pack = self.folder / "pack"

    def imported(self, *words, language="en"):
        done = releve("import", self.book, "-o", self.pack, "--lang", language, *words)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done

    def quality(self, *words):
        return json.loads(self.imported("--json", *words).stdout)["quality"]

    def findings(self, kind):
        return [one["where"].split(" ", 1)[-1] + " " + one["what"]["en"] for one in self.quality()["findings"]
                if one["kind"] == kind]

    def refused(self, *expected, language="en", code=3, output=None):
        """Exit code and words; nothing stands in the folder that was not there before."""
        before = sorted(self.folder.rglob("*"))
        done = releve("import", self.book, "-o", output or self.pack, "--lang", language)
        self.assertEqual(done.returncode, code, done.stderr + done.stdout)
        for text in expected:
            self.assertIn(text, done.stderr)
        self.assertEqual(sorted(self.folder.rglob("*")), before, "something was left behind")
        return done.stderr

    def refused_with(self, change, *expected, language="en", titles=None):
        sheets = one_firm()
        change(sheets)
        write(self.book, sheets, titles)
        return self.refused(*expected, language=language)


class Imported(InFolder):
    def test_a_new_establishment_is_added_whole(self):
        write(self.book, one_firm(scores=2))
        quality = self.quality()
        self.assertEqual((quality["added"], quality["corrected"], quality["headcount"], quality["ages_known"]), (1, 0, 8, 3))
        self.assertEqual(releve("check", self.pack).returncode, 0)
        self.assertEqual(list(lines_of(self.pack, "establishments", "N1")[0].values()),
                         ["N1", "52269", "CH", "ordinary", "6-9", "8", "1960", "1"])
        self.assertEqual([(one["occupation"], one["posts"]) for one in lines_of(self.pack, "posts", "N1")],
                         [("D1Z", "5"), ("L0Z", "2"), ("L6Z", "1")])
        people = [list(one.values())[1:8] for one in lines_of(self.pack, "workers", "N1")]
        self.assertEqual(people, [["D1Z", "1", "1955", "1955", "M", "open_ended", "1980"],
                                  ["D1Z", "1", "1970", "1970", "F", "open_ended", "2001"],
                                  ["L0Z", "1", "1990", "1990", "", "fixed_term", "2012"]])
        self.assertEqual(list(table(self.pack, "planned_recruitments")[0].values()),
                         ["N1", "D1Z", "2014", "growth", "2", "1"])
        audits = lines_of(self.pack, "audits", "N1")
        self.assertEqual([(one["axis"], one["score"]) for one in audits], [(axis, "2") for axis in AXES])
        self.assertEqual((audits[0]["weak_point_en"], audits[0]["weak_point_fr"], audits[0]["evidence_en"]),
                         ("weak", "", "an interview"))
        self.assertEqual([one["establishment"] for one in table(self.pack, "survey")], ["N1"])

    def test_everything_else_is_the_base(self):
        write(self.book, one_firm())
        self.imported()
        changed = {"establishments", "posts", "workers", "planned_recruitments", "audits", "survey"}
        for file in sorted(LANGRES.glob("*.csv")):
            same = file.read_bytes() == (self.pack / file.name).read_bytes()
            self.assertEqual(same, file.stem not in changed, file.name)
        for name in ("establishments", "posts", "audits"):
            old, new = table(LANGRES, name), table(self.pack, name)
            self.assertEqual(new[:len(old)], old)
            self.assertTrue(all(line["establishment"] == "N1" for line in new[len(old):]))
        self.assertTrue((self.pack / "baseline.toml").exists())
        self.assertTrue((self.pack / "futures" / "recession.toml").exists())
        self.assertFalse((self.pack / "base").exists())

    def test_provenance_tells_the_survey_and_hashes_fit(self):
        write(self.book, one_firm())
        self.imported()
        text = (self.pack / "territory.toml").read_text(encoding="utf-8")
        self.assertEqual(text.count("[provenance.posts]"), 1)
        self.assertIn("survey.xlsx, sha256", text)
        self.assertNotIn(str(self.folder), text)
        self.assertIn("[provenance.workers]", text)
        checked = releve("check", self.pack, "--lang", "en")
        self.assertNotIn("changed since", checked.stdout + checked.stderr)

    def test_a_firm_alone_may_leave_blank_what_is_not_required(self):
        sheets = {"Establishments": [["N1", "52269", "CH", 3, None, None, None]],
                  "Posts": [[None, "D1Z", 3, None, None]],
                  "Audit": [[None, axis, 2, None, None] for axis in AXES]}
        write(self.book, sheets)
        quality = self.quality()
        self.assertEqual(quality["ages_known"], 0)
        self.assertEqual(lines_of(self.pack, "establishments", "N1")[0]["size_band"], "1-5")
        self.assertFalse((self.pack / "workers.csv").exists())
        missing = {(one["sheet"]["en"], one["column"]["en"]): (one["blank"], one["of"]) for one in quality["missing"]}
        self.assertEqual(missing[("Audit", "Weak point")], (9, 9))
        self.assertEqual(missing[("Establishments", "Month of the survey")], (1, 1))

    def test_a_known_establishment_is_corrected_and_told(self):
        old = lines_of(LANGRES, "establishments", "E0298")[0]
        self.assertEqual((old["posts"], old["size_band"]), ("8", "6-9"))
        write(self.book, {"Establishments": [["E0298", old["zone"], old["sector"], 12, None, None, None]],
                          "Posts": [[None, "J3Z", 11, None, None], [None, "G1Z", 1, None, None]]})
        changes = self.findings("changed")
        self.assertIn("Establishments!A2 E0298: headcount 12 instead of 8", changes)
        self.assertIn("Establishments!A2 E0298: size band 10-19 instead of 6-9", changes)
        self.assertIn("Establishments!A2 E0298: posts of J3Z: 11 instead of 3", changes)
        self.assertIn("Establishments!A2 E0298: posts of R2Z: 0 instead of 1", changes)
        new = [line["establishment"] for line in table(self.pack, "establishments")]
        self.assertEqual(new, [line["establishment"] for line in table(LANGRES, "establishments")])
        self.assertEqual(lines_of(self.pack, "audits", "E0298"), lines_of(LANGRES, "audits", "E0298"))
        self.assertEqual(lines_of(self.pack, "establishments", "E0298")[0]["audited"], "1")

    def test_the_same_answers_change_nothing_else(self):
        """Answers that say what the base says leave its tables as they are."""
        old = lines_of(LANGRES, "establishments", "E0298")[0]
        posts = lines_of(LANGRES, "posts", "E0298")
        audits = lines_of(LANGRES, "audits", "E0298")
        write(self.book, {"Establishments": [["E0298", old["zone"], old["sector"], 8, None, None, "2013-01"]],
                          "Posts": [[None, one["occupation"], int(one["posts"]), None, None] for one in posts],
                          "Audit": [[None, one["axis"], int(one["score"]), one["weak_point_en"] or None,
                                     one["evidence_en"]] for one in audits]})
        self.assertEqual(self.findings("changed"), [])
        for name in ("establishments", "posts", "audits"):
            self.assertEqual((self.pack / f"{name}.csv").read_bytes(), (LANGRES / f"{name}.csv").read_bytes())

    def test_the_order_of_lines_does_not_matter(self):
        write(self.book, one_firm())
        self.imported()
        first = {file.name: file.read_bytes() for file in self.pack.glob("*.csv")}
        shutil.rmtree(self.pack)
        sheets = one_firm()
        shuffle = random.Random(1).shuffle
        for lines in sheets.values():
            shuffle(lines)
        write(self.book, sheets)
        self.imported()
        self.assertEqual({file.name: file.read_bytes() for file in self.pack.glob("*.csv")}, first)

    def test_age_bands_complete_the_people(self):
        sheets = one_firm()
        sheets["Age bands"] = [["N1", "D1Z", 20, 45, "woman", 2], ["N1", "D1Z", 50, 60, None, 3]]
        write(self.book, sheets)
        quality = self.quality()
        self.assertEqual(quality["ages_known"], 6)
        lines = [(one["persons"], one["born_from"], one["born_to"], one["sex"])
                 for one in lines_of(self.pack, "workers", "N1") if one["occupation"] == "D1Z"]
        self.assertEqual(sorted(lines), sorted([("1", "1955", "1955", "M"), ("1", "1970", "1970", "F"),
                                                ("1", "1968", "1993", "F"), ("2", "1953", "1963", "")]))

    def test_hired_after_the_start_is_told_and_left_blank(self):
        sheets = one_firm()
        sheets["Establishments"][0][6] = "2015-02"
        sheets["People"] = [["N1", "D1Z", 1970, None, None, 2014], ["N1", "D1Z", 2000, None, None, None]]
        write(self.book, sheets)
        told = self.findings("left_out")
        self.assertTrue(any("their year of hiring is left blank" in one for one in told), told)
        self.assertTrue(any("too young or too old" in one for one in told), told)
        workers = lines_of(self.pack, "workers", "N1")
        self.assertEqual([(one["born_from"], one["hired"]) for one in workers], [("1970", "")])
        self.assertTrue(any("of another month" in one["what"]["en"] for one in
                            json.loads(releve("import", self.book, "-o", self.folder / "b", "--json").stdout)
                            ["quality"]["findings"]))

    def test_numbers_written_as_people_write_them(self):
        sheets = one_firm()
        sheets["Establishments"][0][3] = " 8 "
        sheets["Establishments"][0][6] = "06/2013"
        sheets["Posts"][0][2] = "5,0"
        sheets["Recruitments"][0][3] = "davantage d'activité"
        write(self.book, sheets)
        told = self.findings("assumed")
        self.assertTrue(any(one.startswith("Posts!C2 decimal comma") for one in told), told)
        self.assertTrue(any(one.startswith("Establishments!D2 numbers written as text") for one in told), told)
        self.assertTrue(any(one.startswith("Establishments!G2 months written before the year") for one in told), told)

    def test_contradictions_and_unusual_answers_are_told(self):
        sheets = one_firm(scores=4)
        sheets["People"] = [["N1", "D1Z", 1935, None, None, 1960], ["N1", "L0Z", 1970, None, "apprenticeship", None],
                            ["N1", "L6Z", 1958, None, "owner or self-employed", None]]
        sheets["People"][1][4] = "apprentice"
        sheets["Age bands"] = [["N1", "D1Z", 20, 30, None, 1]]
        sheets["Recruitments"] = [["N1", "D1Z", 2012, "growth", 20, None]]
        write(self.book, sheets)
        quality = self.quality()
        kinds = {one["what"]["en"]: one["kind"] for one in quality["findings"]}
        for text, kind in (("somebody of 78 years", "outlier"), ("somebody there for 53 years", "outlier"),
                           ("an apprentice of 43 years", "outlier"), ("the same score, 4, on all 9 axes", "outlier"),
                           ("an owner born in 1958 among the people, in 1960", "contradiction"),
                           ("expected in 2012, before the answers", "contradiction"),
                           ("20 recruitments expected in 2012 for a headcount of 8", "outlier"),
                           ("in no age band", "contradiction"), ("vacant posts: 1; occupations hard to fill: 1", "left_out")):
            self.assertEqual([k for what, k in kinds.items() if text in what], [kind], text)

    def test_report_as_csv_in_both_languages(self):
        write(self.book, one_firm())
        self.imported("--report", self.folder / "quality.csv")
        with open(self.folder / "quality.csv", encoding="utf-8", newline="") as file:
            lines = list(csv.DictReader(file))
        strata = [line for line in lines if line["kind"] == "Stratum"]
        self.assertEqual(sum(int(line["of"]) for line in strata), len(table(self.pack, "establishments")))
        shutil.rmtree(self.pack)
        self.imported("--report", self.folder / "qualite.csv", language="fr")
        self.assertTrue((self.folder / "qualite.csv").read_bytes().startswith(b"\xef\xbb\xbfgenre;"))

    def test_a_second_survey_is_laid_over_the_first(self):
        write(self.book, one_firm())
        self.imported()
        sheets = one_firm(people=False)
        for lines in sheets.values():
            for line in lines:
                line[0] = "N2"
        write(self.book, sheets)
        second = self.folder / "second"
        done = releve("import", self.book, "-o", second, "--base", self.pack, "--lang", "en")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual([one["establishment"] for one in table(second, "survey")], ["N1", "N2"])
        self.assertEqual(lines_of(second, "workers", "N1"), lines_of(self.pack, "workers", "N1"))
        weights = [float(one["weight"]) for one in table(second, "survey")]
        self.assertAlmostEqual(sum(weights), len(table(second, "establishments")), delta=1e-6)


class Refused(InFolder):
    def test_scores_and_codes_name_sheet_and_cell(self):
        def change(sheets):
            sheets["Audit"][6][2] = 5
            sheets["Audit"][7][2] = 2.5
            sheets["Audit"][8][1] = "coperation"
            sheets["Establishments"][0][3] = "huit"
            sheets["Establishments"][0][1] = "Langre"
        self.refused_with(change, "survey.xlsx Audit!C8: score 5 (scores go from 0 to 4)",
                          "Audit!C9: 2.5 is not a whole number", "Audit!B10: unknown code or name \"coperation\"",
                          "did you mean \"cooperation – Cooperation with other employers\"?",
                          "Establishments!D2: \"huit\" is not a whole number", "did you mean \"52269 – Langres\"?")

    def test_the_same_in_french(self):
        self.refused_with(lambda sheets: sheets["Audit"][6].__setitem__(2, 5),
                          "Audit!C8", "note 5 (les notes vont de 0 à 4)", language="fr")

    def test_an_audit_of_an_unknown_establishment(self):
        self.refused_with(lambda sheets: sheets["Audit"][0].__setitem__(0, "N2"),
                          "Audit!A2: unknown establishment \"N2\"", "did you mean \"N1\"?")

    def test_formulas_errors_and_merged_cells(self):
        sheets = one_firm()
        sheets["Posts"][0][2] = "=2+3"
        write(self.book, sheets)
        book = openpyxl.load_workbook(self.book)
        book["People"].merge_cells("A2:A3")
        book["Posts"]["D3"] = "#N/A"
        book["Posts"]["D3"].data_type = "e"
        book.save(self.book)
        self.refused("Posts!C2: formula =2+3 (only values are read", "Posts!D3: error #N/A", "People!A2:A3: merged cells")

    def test_sheets_wrong_missing_and_twice(self):
        def rename(sheets):
            sheets["Post"] = sheets.pop("Posts")
        self.refused_with(rename, "survey.xlsx Post: unknown sheet", "did you mean \"Posts\"?", "no sheet \"Posts\"",
                          titles={"Post": TITLES["Posts"]})
        def twice(sheets):
            sheets["Postes"] = []
        self.refused_with(twice, "Postes: the sheet stands twice (\"Posts\" is the same)", titles={"Postes": TITLES["Posts"]})

    def test_columns_unknown_missing_twice_and_untitled(self):
        titles = {"Posts": ["Establishment", "Occupation", "Posts held", "Vacent now", "Hard to fill"]}
        self.refused_with(lambda sheets: None, "Posts!D1: unknown column \"Vacent now\"", "did you mean \"Vacant now\"?",
                          titles=titles)
        self.refused_with(lambda sheets: None, "Posts: no column \"Occupation\"",
                          titles={"Posts": ["Establishment", None, "Posts held"]})
        self.refused_with(lambda sheets: None, "Posts!D1: the column \"Posts held\" stands twice",
                          titles={"Posts": ["Establishment", "Occupation", "Posts held", "Posts held"]})
        self.refused_with(lambda sheets: sheets["Posts"][0].append("x"), "Posts!F1: no title above the cells")

    def test_who_people_are_is_never_taken(self):
        for title in ("Nom", "Prénom", "NOM DE FAMILLE", "Name", "First name", "N° de sécurité sociale", "NIR",
                      "Date de naissance", "Birth date", "E-mail", "Adresse", "Téléphone", "Social security number"):
            told = self.refused_with(lambda sheets: sheets["People"][0].append("Dupont"), "People!G1", "CNIL",
                                     titles={"People": [*TITLES["People"], title]})
            self.assertNotIn("Dupont", told)

    def test_days_of_birth_and_contacts_in_cells(self):
        import datetime
        day = datetime.date(1964, 3, 12)
        for value in (day, "12/03/1964", "1964-03-12"):
            told = self.refused_with(lambda sheets, v=value: sheets["People"][0].__setitem__(2, v),
                                     "People!C2: a full date of birth (only the year may be kept", "CNIL")
            self.assertNotIn("12/03", told)
            self.refused_with(lambda sheets, v=value: sheets["Establishments"][0].__setitem__(5, v),
                              "Establishments!F2: a full date of birth")
        for text in ("see j.dupont@example.org", "call 06 12 34 56 78", "1 64 03 52 269 001 42"):
            told = self.refused_with(lambda sheets, t=text: sheets["Audit"][0].__setitem__(3, t), "Audit!D2: holds what looks like")
            self.assertNotIn(text, told)

    def test_years_ages_and_bands_that_cannot_be(self):
        def change(sheets):
            sheets["People"][0][2] = 64
            sheets["People"][1][2] = 2005
            sheets["People"][2][5] = 2000
            sheets["People"].append(["N1", "L6Z", 1970, None, None, 2014])
            sheets["Age bands"] = [["N1", "L0Z", 60, 50, None, 1], ["N1", "D1Z", 20, 30, None, 1],
                                   ["N1", "D1Z", 30, 40, "man", 1]]
        self.refused_with(change, "People!C2: 64 is out of range", "write the four digits", "People!C3: born in 2005, hence 8 years",
                          "People!C4: born in 1990 and hired in 2000", "People!C5: hired in 2014 (the answers are of 2013)",
                          "Age bands!F2: a band from 60 to 50", "Age bands!F4: the band from 30 to 40 overlaps that from 20 to 30")

    def test_sums_and_duplicates(self):
        def change(sheets):
            sheets["Establishments"][0][3] = 9
            sheets["People"] += [["N1", "L6Z", 1970, None, None, None], ["N1", "L6Z", 1971, None, None, None],
                                 ["N1", "R2Z", 1971, None, None, None]]
            sheets["Posts"].append(["N1", "L6Z", 1, None, None])
            sheets["Audit"].append(["N1", "strategy", 3, None, None])
            sheets["Recruitments"].append(["N1", "D1Z", 2014, "growth", 1, None])
            sheets["Age bands"] = [["N1", "D1Z", 20, 30, None, 6]]
        told = self.refused_with(change, "Posts!C5: this occupation of the establishment stands twice",
                                 "Audit!C11: this axis of the establishment stands twice",
                                 "Recruitments!E3: this occupation, year and reason stands twice",
                                 "People!C7: no posts of this occupation (N1, R2Z is not on the sheet Posts)",
                                 "Age bands!F2: more people than posts held (N1, D1Z: 1 too many)")
        self.assertNotIn("headcount", told)  # 5 + 2 + 1 + 1 is 9

    def test_posts_that_do_not_sum_to_the_headcount(self):
        self.refused_with(lambda sheets: sheets["Establishments"][0].__setitem__(3, 10),
                          "Establishments!A2: establishment N1 has a headcount of 10 and 8 posts held")

    def test_people_and_bands_together_beyond_the_posts(self):
        def change(sheets):
            sheets["Age bands"] = [["N1", "D1Z", 20, 30, None, 5]]
        self.refused_with(change, "People!C2: more people than posts held", "2 too many")

    def test_required_blanks(self):
        def change(sheets):
            sheets["Posts"][0][1] = None
            sheets["Audit"][0][2] = None
        self.refused_with(change, "Posts!B2: Occupation is blank (it is required)", "Audit!C2: Score (0 to 4) is blank")

    def test_blank_establishment_among_several(self):
        def change(sheets):
            sheets["Establishments"].append(["N2", "Langres", "CH", 1, None, None, None])
            sheets["Posts"].append([None, "D1Z", 1, None, None])
        self.refused_with(change, "Posts!A5: Establishment is blank (the workbook holds several establishments)")

    def test_a_place_outside_the_territory_and_an_endless_headcount(self):
        self.refused_with(lambda sheets: sheets["Establishments"][0].__setitem__(1, "Dijon"), "is outside the territory")
        self.refused_with(lambda sheets: sheets["Establishments"][0].__setitem__(3, 501), "501 is out of range")

    def test_at_most_twenty_at_once(self):
        def change(sheets):
            sheets["People"] = [["N1", "D1Z", "x", None, None, None] for _ in range(30)]
        told = self.refused_with(change, "People!C2", "People!C21")
        self.assertNotIn("People!C22", told)
        self.assertIn("10", told.splitlines()[-1])

    def test_problems_as_json(self):
        sheets = one_firm()
        sheets["Audit"][0][2] = 7
        write(self.book, sheets)
        done = releve("import", self.book, "-o", self.pack, "--json", "--lang", "fr")
        self.assertEqual(done.returncode, 3)
        problems = json.loads(done.stdout)["problems"]
        self.assertTrue(problems[0]["where"].endswith("Audit!C2"))
        self.assertIn("score 7", problems[0]["what"]["en"])


class Hostile(InFolder):
    def test_files_that_are_no_workbook(self):
        for name, data in (("empty", b""), ("text", b"Identifier;Commune\nN1;Langres\n"),
                           ("latin", "Établissement;Métier\n".encode("latin-1")),
                           ("old", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096)), ("zip", b"PK\x03\x04" + bytes(100))):
            with self.subTest(name):
                self.book.write_bytes(data)
                self.refused("survey.xlsx")

    def test_truncated_and_bombs(self):
        write(self.book, one_firm())
        whole = self.book.read_bytes()
        self.book.write_bytes(whole[:len(whole) // 2])
        self.refused("survey.xlsx")
        write(self.book, one_firm())
        bomb = self.folder / "bomb.xlsx"
        with zipfile.ZipFile(self.book) as source, zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as target:
            for name in source.namelist():
                data = source.read(name)
                if name.endswith("sheet1.xml"):
                    data = data.replace(b"</worksheet>", b" " * 200_000_000 + b"</worksheet>")
                target.writestr(name, data)
        bomb.replace(self.book)
        self.refused("survey.xlsx")

    def test_missing_workbook_and_folder(self):
        self.refused("survey.xlsx")
        write(self.book, one_firm())
        self.refused("no such folder", code=5, output=self.folder / "none" / "pack")

    def test_names_that_would_run_or_leave(self):
        """An identifier is data: no formula, no path, no other line of the table."""
        for identifier in ("=1+1|cmd", "a,b", "a\nb", "\"a\"", "<b>", "x" * 41):
            with self.subTest(identifier):
                sheets = one_firm()
                for lines in sheets.values():
                    for line in lines:
                        line[0] = identifier
                write(self.book, sheets)
                book = openpyxl.load_workbook(self.book)
                for sheet in book:
                    for row in sheet.iter_rows(min_row=2, max_col=1):
                        row[0].data_type = "s"
                book.save(self.book)
                self.refused("Establishments!A2")

    def test_an_occupied_place_stays_as_it_is(self):
        write(self.book, one_firm())
        self.pack.mkdir()
        self.imported()  # an empty folder is as good as none
        before = {path: path.read_bytes() for path in self.pack.rglob("*") if path.is_file()}
        self.refused("something stands there already", code=5)
        self.assertEqual({path: path.read_bytes() for path in self.pack.rglob("*") if path.is_file()}, before)
        self.refused("something stands there already", code=5, output=self.book)

    def test_a_base_that_cannot_be_one(self):
        write(self.book, one_firm())
        done = releve("import", self.book, "-o", self.pack, "--base", LANGRES.parent / "urn_market", "--lang", "en")
        self.assertEqual(done.returncode, 3)
        self.assertIn("no establishments.csv", done.stderr)
        self.assertEqual(releve("import", self.book, "-o", self.pack, "--base", self.folder).returncode, 3)
        self.assertFalse(self.pack.exists())


class Template(InFolder):
    def test_usage(self):
        self.assertEqual(releve("import", "-o", self.pack).returncode, 2)
        self.assertEqual(releve("import", self.book).returncode, 2)
        self.assertEqual(releve("import", self.book, "--template", "-o", self.book).returncode, 2)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_an_empty_template_has_nothing_to_import(self):
        for language in ("en", "fr"):
            self.assertEqual(releve("import", "--template", "-o", self.book, "--lang", language).returncode, 0)
            self.refused("no establishment on the sheet")

    def test_filled_in_by_a_firm_alone(self):
        """Fifteen fields of the French template, as its lists write them."""
        releve("import", "--template", "-o", self.book, "--lang", "fr")
        book = openpyxl.load_workbook(self.book)
        filled = 0
        for sheet, cell, value in (("Établissements", "A2", "N1"), ("Établissements", "B2", "52269 – Langres"),
                                   ("Établissements", "C2", "CH – Métallurgie et produits métalliques"),
                                   ("Établissements", "D2", 6), ("Postes", "B2", "D1Z"), ("Postes", "C2", 6)):
            book[sheet][cell] = value
            filled += 1
        score = [cell.value for cell in book["Audit"][1]].index("Note (0 à 4) *") + 1
        for row in range(2, 11):
            book["Audit"].cell(row, score).value = row % 5
            filled += 1
        self.assertEqual(filled, 15)
        book.save(self.book)
        quality = self.quality()
        self.assertEqual((quality["added"], quality["audited"]), (1, 1))
        self.assertEqual([one["score"] for one in lines_of(self.pack, "audits", "N1")], [str(row % 5) for row in range(2, 11)])

    def fill_in_audited(self):
        """The 30 audited establishments of Langres put into the French template, each post with a person."""
        releve("import", "--template", "-o", self.book, "--lang", "fr")
        book = openpyxl.load_workbook(self.book)
        names = {code["zone"]: code["name"] for code in table(LANGRES, "zones")}
        audited = [line for line in table(LANGRES, "establishments") if line["audited"] == "1"]
        lines = {name: [] for name in ("Établissements", "Postes", "Personnes", "Audit")}
        chance = random.Random(20130101)
        for one in audited:
            lines["Établissements"].append([one["establishment"], f"{one['zone']} – {names[one['zone']]}", one["sector"],
                                            int(one["posts"]), None,
                                            int(one["owner_birth_year"]) if one["owner_birth_year"] else None, "2013-01"])
            for post in lines_of(LANGRES, "posts", one["establishment"]):
                lines["Postes"].append([one["establishment"], post["occupation"], int(post["posts"]), None, None])
                for _ in range(int(post["posts"])):
                    born = chance.randint(1953, 1990)
                    lines["Personnes"].append([one["establishment"], post["occupation"], born, None, "CDI",
                                               chance.randint(born + 18, 2012)])
            for line in lines_of(LANGRES, "audits", one["establishment"]):
                lines["Audit"].append([one["establishment"], line["axis"], None, int(line["score"]),
                                       line["weak_point_fr"] or None, line["evidence_fr"] or None])
        for name, filled in lines.items():
            for row, line in enumerate(filled, 2):
                for column, value in enumerate(line, 1):
                    book[name].cell(row, column).value = value
        book.save(self.book)
        return audited, lines["Personnes"]

    def test_round_trip_of_the_audited_establishments(self):
        audited, people = self.fill_in_audited()
        quality = self.quality()
        self.assertEqual(quality["corrected"], len(audited))
        self.assertEqual(len(audited), 30)
        self.assertEqual(quality["ages_known"], len(people))
        for name in ("establishments", "posts", "audits"):
            self.assertEqual((self.pack / f"{name}.csv").read_bytes(), (LANGRES / f"{name}.csv").read_bytes(), name)
        told = sorted((one["establishment"], one["occupation"], one["born_from"], one["born_to"], one["hired"])
                      for one in table(self.pack, "workers") for _ in range(int(one["persons"])))
        self.assertEqual(told, sorted((one[0], one[1], str(one[2]), str(one[2]), str(one[5])) for one in people))
        self.assertEqual(releve("check", self.pack, self.pack / "baseline.toml").returncode, 0)
        run = releve("run", self.pack / "baseline.toml", "-o", self.folder / "r.h5", "--replicates", "2", "--until",
                     "2013-12", "--no-progress", "--lang", "en")
        self.assertEqual(run.returncode, 0, run.stderr)


if __name__ == "__main__":
    RELEVE = str(Path(sys.argv.pop(1)).resolve())
    unittest.main()
