"""Workbooks of the survey for the tests of releve import, and what these tests do again and again."""
import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import openpyxl

ROOT = Path(__file__).resolve().parent.parent.parent
LANGRES = ROOT / "scenarios" / "packs" / "langres"
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
    """The command under test, the same in every language of the environment."""
    clean = {key: value for key, value in os.environ.items() if key not in ("LC_ALL", "LC_MESSAGES", "LANG")}
    return subprocess.run([os.environ["RELEVE"], *map(str, words)], capture_output=True, text=True, check=False, env=clean, timeout=600)


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


def main():
    """Runs the tests of a script with the command named first on its command line."""
    os.environ["RELEVE"] = str(Path(sys.argv.pop(1)).resolve())
    unittest.main()
