#!/usr/bin/env python3
"""A made-up country has the size asked for, is a pack without a fault, runs, and is the same each time.

    python3 tests/tools/synthetic_country.py RELEVE
"""
import csv
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RELEVE = sys.argv.pop()
PEOPLE = 12_345


def made(out, *options):
    return subprocess.run([ROOT / "tools/synthetic_country", ROOT / "scenarios/packs/langres", out, *options],
                          capture_output=True, text=True)


def rows(folder, table):
    with open(folder / f"{table}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class SyntheticCountry(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.out = Path(folder.name) / "country"

    def test_it_has_the_size_asked_for(self):
        self.assertEqual(made(self.out, "--people", str(PEOPLE), "--zones", "3").returncode, 0)
        margins = rows(self.out, "population_margins")
        by_zone = [int(row["persons"]) for row in margins if row["zone"]]
        by_age = [int(row["persons"]) for row in margins if row["age_band"] and not row["status"]]
        self.assertEqual(len(by_zone), 3)
        for total in (sum(by_zone), sum(by_age)):
            self.assertAlmostEqual(total, PEOPLE, delta=1)  # rounded once
        share = PEOPLE / 38_165  # people of 15 and over in the pack
        establishments = rows(self.out, "establishments")
        self.assertAlmostEqual(len(establishments), 2_462 * share, delta=1)
        jobs = sum(int(row["posts"]) for row in rows(self.out, "posts"))
        self.assertEqual(jobs, sum(int(row["posts"]) for row in establishments))

    def test_it_runs_without_a_fault(self):
        made(self.out, "--people", str(PEOPLE))
        check = subprocess.run([RELEVE, "check", self.out], capture_output=True, text=True)
        self.assertEqual((check.returncode, check.stderr), (0, ""))
        self.assertIn("no problem", check.stdout)
        run = subprocess.run([RELEVE, "run", self.out / "baseline.toml", "--replicates", "1", "--selfcheck", "--output",
                              self.out / "out.h5"], capture_output=True, text=True)
        self.assertEqual(run.returncode, 0, run.stderr)

    def test_it_is_the_same_each_time(self):
        again = self.out.with_name("again")
        for folder in (self.out, again):
            made(folder, "--people", str(PEOPLE), "--zones", "5")
        files = sorted(path.name for path in self.out.iterdir())
        self.assertEqual(files, sorted(path.name for path in again.iterdir()))
        for name in files:
            self.assertEqual((self.out / name).read_bytes(), (again / name).read_bytes(), name)

    def test_what_cannot_be_made_is_told(self):
        self.out.mkdir()
        self.assertIn("is there already", made(self.out, "--people", "100").stderr)
        fresh = self.out / "fresh"
        self.assertIn("a person for each", made(fresh, "--people", "2", "--zones", "3").stderr)
        self.assertIn("at least one zone", made(fresh, "--people", "2", "--zones", "0").stderr)
        without = subprocess.run([ROOT / "tools/synthetic_country", self.out, fresh, "--people", "9"],
                                 capture_output=True, text=True)
        self.assertIn("has no establishments.csv", without.stderr)
        self.assertFalse(fresh.exists())


if __name__ == "__main__":
    unittest.main()
