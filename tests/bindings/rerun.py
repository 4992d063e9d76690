#!/usr/bin/env python3
"""A run repeated from its results alone gives the same bytes; what cannot be repeated is refused, file by file.

    rerun.py RELEVE
"""
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import h5py

ROOT = Path(__file__).resolve().parent.parent.parent
PACKS = ROOT / "scenarios/packs"
GOLDEN = ROOT / "tests/data/results/format_1_0.h5"
RELEVE = None


def releve(*words, code=0):
    done = subprocess.run([RELEVE, *map(str, words)], capture_output=True, text=True)
    if done.returncode != code:
        raise AssertionError(f"{words}: exit code {done.returncode}, not {code}\n{done.stdout}{done.stderr}")
    return done.stderr


class Rerun(unittest.TestCase):
    def setUp(self):
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.first, self.again = self.folder / "first.h5", self.folder / "again.h5"

    def run_urns(self, pack=PACKS / "urn_market"):
        releve("run", pack / "baseline.toml", pack / "more_separations.toml", "-o", self.first, "--replicates", 2,
               "--until", "2013-03", "--seed", 7, "--set", "matching.applications=2")

    def refused(self, *words, code=3):
        told = releve("run", *words, "-o", self.again, code=code)
        self.assertFalse(self.again.exists())
        return told

    def same_bytes(self, *words):
        releve("run", "--from", self.first, "-o", self.again, *words)
        self.assertEqual(self.first.read_bytes(), self.again.read_bytes())

    def test_langres_under_a_future_from_its_file_alone(self):
        pack = self.folder / "langres"
        shutil.copytree(PACKS / "langres", pack)
        future = sorted((pack / "futures").glob("*.toml"))[0]
        releve("run", pack / "baseline.toml", pack / "plan_later.toml", "-o", self.first, "--replicates", 2, "--until",
               "2013-02", "--futures", future)
        shutil.rmtree(pack)
        self.same_bytes("--threads", 1)

    def test_a_run_of_demo(self):
        releve("demo", "-o", self.first, "--replicates", 1, "--until", "2013-01")
        self.same_bytes()

    def test_a_pack_with_long_steps(self):
        pack = PACKS / "occupation_network"
        releve("run", pack / "baseline.toml", "-o", self.first, "--replicates", 1, "--until", "2016-06")
        self.same_bytes()

    def test_parameters_and_a_folder_of_another_name(self):
        self.run_urns()
        self.same_bytes()
        shutil.copytree(PACKS / "urn_market", self.folder / "elsewhere")
        self.same_bytes("--pack", self.folder / "elsewhere")

    def test_each_file_that_differs_is_named(self):
        self.run_urns()
        pack = self.folder / "urn_market"
        shutil.copytree(PACKS / "urn_market", pack)
        with open(pack / "occupations.csv", "a", encoding="utf-8") as file:
            file.write("\n")
        (pack / "entrants.csv").unlink()
        shutil.copy(PACKS / "occupation_network/substitution.csv", pack)
        told = self.refused("--from", self.first, "--pack", pack).splitlines()
        self.assertEqual(sorted(line.split(":")[0].rpartition("/")[2] for line in told),
                         ["entrants.csv", "occupations.csv", "substitution.csv"])
        told = self.refused("--from", self.first, "--pack", pack, "--lang", "fr")
        self.assertIn("pas le fichier que la simulation a utilisé", told)

    def test_tables_on_single_firms_are_kept_only_if_public(self):
        pack = self.folder / "langres"
        shutil.copytree(PACKS / "langres", pack)
        territory = pack / "territory.toml"
        text = territory.read_text(encoding="utf-8")
        section = text.index("[provenance.audits]")
        territory.write_text(text[:section] + text[section:].replace("public = true\n", "", 1), encoding="utf-8")
        releve("run", pack / "baseline.toml", "-o", self.first, "--replicates", 1, "--until", "2013-01")
        with h5py.File(self.first) as file:
            names = list(file["input_file"].asstr())
            kept = {name for name, first in zip(names, file["input_first"]) if first >= 0}
            secret = (pack / "audits.csv").read_bytes()
            self.assertNotIn(secret.splitlines()[1], file["input_content"][()].tobytes())
            self.assertIn((pack / "zones.csv").read_bytes(), file["input_content"][()].tobytes())
        self.assertEqual(set(names) - kept, {"audits.csv"})
        told = self.refused("--from", self.first)
        self.assertIn("audits.csv", told)
        self.assertIn("--pack", told)
        self.same_bytes("--pack", pack)

    def test_another_engine_or_format_is_told(self):
        told = self.refused("--from", GOLDEN)
        self.assertIn("--pack", told)
        told = releve("run", "--from", GOLDEN, "--pack", PACKS / "urn_market", "-o", self.again)
        self.assertIn("the bytes may differ", told)
        self.assertIn("format 1.0", told)
        with h5py.File(GOLDEN) as old, h5py.File(self.again) as new:
            self.assertLessEqual(set(old), set(new))
            self.assertTrue((old["employment"][()] == new["employment"][()]).all())

    def test_what_the_file_tells_is_not_told_again(self):
        self.run_urns()
        for words in (["--seed", 2], ["--replicates", 3], ["--until", "2014-01"], ["--set", "matching.applications=3"],
                      [PACKS / "urn_market/baseline.toml"]):
            self.assertIn("--from", self.refused("--from", self.first, *words, code=2))
        self.assertIn("--from", self.refused(PACKS / "urn_market/baseline.toml", "--pack", self.folder, code=2))
        self.assertIn("--from", self.refused(code=2))

    def test_files_that_tell_no_run(self):
        self.assertIn("not a result file", self.refused("--from", ROOT / "README.md"))
        self.refused("--from", self.folder / "none.h5", code=5)
        cut = self.folder / "cut.h5"
        cut.write_bytes(GOLDEN.read_bytes()[:100_000])
        self.assertIn("damaged", self.refused("--from", cut, code=5))
        odd = self.folder / "odd.h5"
        shutil.copy(GOLDEN, odd)
        with h5py.File(odd, "r+") as file:
            del file.attrs["scenarios"]
        self.assertIn("'scenarios' is missing", self.refused("--from", odd, "--pack", PACKS / "urn_market"))
        shutil.copy(GOLDEN, odd)
        with h5py.File(odd, "r+") as file:
            file.attrs["own_code"] = "mine"
        self.assertIn("own code", self.refused("--from", odd, "--pack", PACKS / "urn_market"))


if __name__ == "__main__":
    RELEVE = sys.argv.pop(1)
    unittest.main()
