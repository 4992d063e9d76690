#!/usr/bin/env python3
"""releve diagnose and releve report as a user meets them: tables in every form, secrecy, wrong usage, same bytes.

    tests/bindings/diagnose.py RELEVE     RELEVE: the command built from these sources
"""
import csv
import io
import json
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import openpyxl

ROOT = Path(__file__).resolve().parent.parent.parent
LANGRES = ROOT / "scenarios" / "packs" / "langres"
RELEVE = ""
QUICK = ("--replicates", "3", "--gain-replicates", "0", "--no-progress")


def releve(*words, lang="en"):
    return subprocess.run([RELEVE, *map(str, words), "--lang", lang], capture_output=True, text=True, check=False,
                          timeout=600)


class InFolder(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def refused(self, code, words, *expected):
        done = releve(*words)
        self.assertEqual(done.returncode, code, done.stderr)
        for text in expected:
            self.assertIn(text, done.stderr)
        self.assertEqual(done.stdout, "")
        self.assertEqual(list(self.folder.iterdir()), [], "a file was written")


class Diagnose(InFolder):
    def test_text_in_both_languages(self):
        for lang, expected in (("en", ("Diagnosis of", "Sensitive occupations", "hidden by statistical secrecy")),
                               ("fr", ("Diagnostic de", "Métiers sensibles", "secret statistique"))):
            done = releve("diagnose", LANGRES, *QUICK, lang=lang)
            self.assertEqual(done.returncode, 0, done.stderr)
            for text in expected:
                self.assertIn(text, done.stdout)
            self.assertLessEqual(max(map(len, done.stdout.splitlines())), 100)
            self.assertNotIn("E1999", done.stdout)

    def test_confidential_tables_are_asked_for(self):
        words = ("diagnose", LANGRES, *QUICK, "--table", "audited_establishments")
        self.refused(2, words, "no table 'audited_establishments'")
        done = releve(*words, "--confidential")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("E1999", done.stdout)

    def test_same_bytes_whatever_the_threads(self):
        runs = [releve("diagnose", LANGRES, *QUICK, "--json", "--threads", threads).stdout for threads in (1, 2)]
        self.assertEqual(*runs)
        tables = json.loads(runs[0])["tables"]
        zones = tables["zones"]["rows"]
        hidden = [row for row in zones if row["people"] == "s"]
        self.assertGreater(len(hidden), 10)
        self.assertTrue(all(row["retire_5"] == "s" and row["share_from_55"] == "s" for row in hidden))
        shown = sum(row["people"] for row in zones if row["people"] != "s")
        self.assertLess(shown, sum(row["people"] for row in tables["sizes"]["rows"]))
        self.assertFalse(any(table["confidential"] for table in tables.values()))
        for row in zones:  # a line that is shown counts nobody by fewer than five
            if row["people"] != "s":
                ages = row["share_from_55"]
                self.assertTrue(ages == "s" or 5 <= ages["mean"] * row["people"] <= row["people"] - 5, row)
                self.assertTrue(row["retire_5"] == "s" or row["retire_5"]["mean"] >= 5, row)
        self.assertEqual(zones[-len(hidden):], hidden)
        self.assertTrue(all(isinstance(row["largest_share"], dict) for row in tables["dependence"]["rows"]))

    def test_csv_and_workbook(self):
        path = self.folder / "sectors.csv"
        done = releve("diagnose", LANGRES, *QUICK, "--table", "sectors", "--format", "csv-excel-fr", "-o", path, lang="fr")
        self.assertEqual(done.returncode, 0, done.stderr)
        data = path.read_bytes()
        self.assertTrue(data.startswith(b"\xef\xbb\xbf"))
        rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
        self.assertEqual(len(rows), 21)
        book = self.folder / "all.xlsx"
        self.assertEqual(releve("diagnose", LANGRES, *QUICK, "--format", "xlsx", "-o", book).returncode, 0)
        sheets = openpyxl.load_workbook(book)
        self.assertIn("sensitive occupations", sheets.sheetnames)
        self.assertEqual(sheets["sectors"].max_row, 22)

    def test_a_threshold_changes_who_is_sensitive(self):
        def ageing(threshold):
            done = releve("diagnose", LANGRES, *QUICK, "--json", "--table", "sensitivity_reasons", "--threshold",
                          f"share_from_55={threshold}")
            return sum(row["rule"]["en"].startswith("share of people in post")
                       for row in json.loads(done.stdout)["tables"]["sensitivity_reasons"]["rows"])
        self.assertGreater(ageing(0.1), ageing(0.25))

    def test_wrong_usage(self):
        self.refused(2, ["diagnose", LANGRES, "--table", "zoness", *QUICK], "did you mean 'zones'?")
        self.refused(2, ["diagnose", LANGRES, "--format", "csv", *QUICK], "--table")
        self.refused(2, ["diagnose", LANGRES, "--format", "xlsx", *QUICK], "-o FILE.xlsx")
        self.refused(2, ["diagnose", LANGRES, "--gain-replicates", "1", "--no-progress"], "write 2 or more")
        self.refused(2, ["diagnose", LANGRES, "--threshold", "renewal", *QUICK], "renewal")
        self.refused(3, ["diagnose", LANGRES, "--threshold", "renewall=1", *QUICK], "did you mean 'renewal'")
        self.refused(3, ["diagnose", LANGRES, "--threshold", "renewal=-1", *QUICK], "renewal")
        self.refused(3, ["diagnose", LANGRES, "--set", "conduct.strenght=1", *QUICK], "conduct.strength")
        self.refused(3, ["diagnose", self.folder, *QUICK], "territory.toml")
        self.refused(5, ["diagnose", LANGRES, "-o", self.folder / "none" / "x", *QUICK], "no such folder")

    def test_a_wrong_table_is_told_before_anything_is_simulated(self):
        endless = ("--replicates", "100000", "--gain-replicates", "0", "--no-progress")
        self.refused(2, ["diagnose", LANGRES, "--table", "zoness", *endless], "did you mean 'zones'?")
        self.refused(2, ["diagnose", LANGRES, "--table", "contradictions", *endless], "--confidential")

    def test_a_table_that_has_nothing(self):
        self.refused(2, ["diagnose", LANGRES, "--table", "planned_recruitments", *QUICK], "is empty in this territory")

    def test_a_pack_without_audits(self):
        pack = self.folder / "pack"
        shutil.copytree(LANGRES, pack, ignore=shutil.ignore_patterns("base", "build"))
        for table in ("audits", "audit_axes", "cross_impact"):
            (pack / f"{table}.csv").unlink()
        done = releve("diagnose", pack, "--replicates", "2", "--json", "--no-progress")
        self.assertEqual(done.returncode, 0, done.stderr)
        tables = json.loads(done.stdout)["tables"]
        self.assertIn("sensitive_occupations", tables)
        self.assertNotIn("audit_axes", tables)

    def test_a_pack_without_establishments(self):
        self.refused(3, ["diagnose", ROOT / "scenarios" / "packs" / "occupation_network", *QUICK], "no establishments")


class Report(InFolder):
    def test_sheet_in_both_languages(self):
        for lang, expected in (("en", ("Sheet of establishment E1999", "Who may leave", "With whom you could share")),
                               ("fr", ("Fiche de l'établissement E1999", "Qui peut partir", "Avec qui"))):
            done = releve("report", LANGRES, "--audience", "firm:E1999", *QUICK, lang=lang)
            self.assertEqual(done.returncode, 0, done.stderr)
            for text in expected:
                self.assertIn(text, done.stdout)

    def test_json(self):
        done = releve("report", LANGRES, "--audience", "firm:E1999", "--json", *QUICK)
        sheet = json.loads(done.stdout)
        self.assertEqual(sheet["establishment"], "E1999")
        people = [row["people"] for row in sheet["tables"]["departures"]["rows"]]
        self.assertTrue(all(one >= 5 for one in people))
        self.assertEqual(sum(people[:-1]), people[-1])

    def test_gains_are_told_when_asked(self):
        done = releve("report", LANGRES, "--audience", "firm:E1720", "--replicates", "2", "--gain-replicates", "2", "--json",
                      "--no-progress")
        self.assertEqual(done.returncode, 0, done.stderr)
        actions = json.loads(done.stdout)["tables"]["actions"]["rows"]
        self.assertTrue(all("±" in row["know_how"]["en"] or row["know_how"]["en"] == "–" for row in actions))

    def test_one_that_was_not_audited(self):
        done = releve("report", LANGRES, "--audience", "firm:E1489", *QUICK)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("has not been audited", done.stdout)

    def test_wrong_usage(self):
        self.refused(3, ["report", LANGRES, "--audience", "firm:E199", *QUICK], "no establishment 'E199'", "did you mean")
        self.refused(2, ["report", LANGRES, "--audience", "officials", *QUICK], "firm:ID")
        self.refused(2, ["report", LANGRES, *QUICK], "--audience")


if __name__ == "__main__":
    RELEVE = sys.argv.pop(1)
    unittest.main()
