#!/usr/bin/env python3
"""releve import as those who run a survey meet it: answers laid over a territory, the template filled in.

    tests/bindings/import.py RELEVE     RELEVE: the command built from these sources
"""
import csv
import json
import random
import shutil

import h5py
import openpyxl

from survey_books import AXES, LANGRES, InFolder, lines_of, main, one_firm, releve, table, write


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

    def test_a_score_that_changes_is_told_by_the_name_of_its_axis(self):
        old = lines_of(LANGRES, "establishments", "E0298")[0]
        was = next(line for line in lines_of(LANGRES, "audits", "E0298") if line["axis"] == "succession")["score"]
        score = 4 - int(was) if was != "2" else 0
        write(self.book, {"Establishments": [["E0298", old["zone"], old["sector"], 1, None, None, None]],
                          "Posts": [[None, "J3Z", 1, None, None]], "Audit": [[None, "succession", score, "weak", None]]})
        changes = [one["what"]["fr"] for one in self.quality()["findings"] if one["kind"] == "changed"]
        self.assertIn(f"E0298\u00a0: note «\u00a0Âges et relève\u00a0» {score} au lieu de {was}", changes)

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
        with h5py.File(self.folder / "r.h5") as results:
            self.assertIn(f"known_workers = {len(people)}", list(results.attrs["synthesis"]))


if __name__ == "__main__":
    main()
