#!/usr/bin/env python3
"""What releve import refuses: everyday mistakes with their sheet and cell, what tells who people are, hostile files.

    tests/bindings/import_refused.py RELEVE     RELEVE: the command built from these sources
"""
import datetime
import json
import zipfile

import openpyxl

from survey_books import LANGRES, TITLES, InFolder, main, one_firm, releve, write


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
        day = datetime.date(1964, 3, 12)
        for value in (day, "12/03/1964", "1964-03-12"):
            told = self.refused_with(lambda sheets, v=value: sheets["People"][0].__setitem__(2, v),
                                     "People!C2: a full date of birth (only the year may be kept", "CNIL")
            self.assertNotIn("12/03", told)
            self.refused_with(lambda sheets, v=value: sheets["Establishments"][0].__setitem__(5, v),
                              "Establishments!F2: a full date of birth")
        for text in ("see j.dupont@example.org", "call 06 12 34 56 78", "1 64 03 52 269 001 42", "M. Dupont sait seul"):
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

    def test_an_owner_of_what_nobody_owns(self):
        def change(sheets):
            sheets["Establishments"][0][4:6] = ["public service", None]
            sheets["People"][0][4] = "owner or self-employed"
        self.refused_with(change, "People!C2: an owner in N1 (public service: nobody owns it)")

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

    def test_a_pack_is_not_written_into_its_base(self):
        write(self.book, one_firm())
        self.imported()
        inside = self.pack / "new"
        done = releve("import", self.book, "-o", inside, "--base", self.pack, "--lang", "en")
        self.assertEqual(done.returncode, 5)
        self.assertIn("inside the one it is made of", done.stderr)
        self.assertFalse(inside.exists())

    def test_a_base_that_cannot_be_one(self):
        write(self.book, one_firm())
        done = releve("import", self.book, "-o", self.pack, "--base", LANGRES.parent / "urn_market", "--lang", "en")
        self.assertEqual(done.returncode, 3)
        self.assertIn("no establishments.csv", done.stderr)
        self.assertEqual(releve("import", self.book, "-o", self.pack, "--base", self.folder).returncode, 3)
        self.assertFalse(self.pack.exists())


if __name__ == "__main__":
    main()
