#!/usr/bin/env python3
"""Runs the examples of docs/r.md, as they are written there, on results of the Langres pack. Skipped where R is not.

    tests/bindings/r_examples.py RELEVE     RELEVE: the command built from these sources
"""
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import xarray

ROOT = Path(__file__).resolve().parent.parent.parent
LANGRES = ROOT / "scenarios" / "packs" / "langres"
RELEVE = ""
HAS_R = shutil.which("Rscript") and subprocess.run(["Rscript", "-e", "library(ncdf4)"], capture_output=True,
                                                  check=False).returncode == 0
# What is printed after the examples, to be compared with what Python reads.
SHOW = """
cat("means", dim(means), sprintf("%.9g", c(means[1, 1], means[nrow(means), ncol(means)])), "\\n")
cat("change", sprintf("%.9g", mean(change)), "\\n")
cat("lacking", which.max(lacking$mean), sprintf("%.9g", max(lacking$mean)), "\\n")
cat("zones", nchar(zones$zone[1]), sprintf("%.9g", sum(zones$value)), "\\n")
"""


@unittest.skipUnless(HAS_R, "R or its package ncdf4 is not installed")
class Examples(unittest.TestCase):
    def test_the_examples_run_and_read_what_python_reads(self):
        blocks = re.findall(r"```r\n(.*?)```", (ROOT / "docs" / "r.md").read_text(encoding="utf-8"), re.S)
        self.assertEqual(len(blocks[0].splitlines()), 5, "five lines to a picture")
        with tempfile.TemporaryDirectory() as folder:
            for words in (("run", LANGRES / "baseline.toml", LANGRES / "tutoring.toml", "--replicates", "3", "--until",
                           "2014-06", "--no-progress", "-o", "langres.h5"), ("export", "langres.h5", "-o", "tables")):
                subprocess.run([RELEVE, *words], cwd=folder, check=True, capture_output=True)
            (Path(folder) / "examples.R").write_text("\n".join(blocks) + SHOW, encoding="utf-8")
            done = subprocess.run(["Rscript", "examples.R"], cwd=folder, capture_output=True, text=True, check=False)
            self.assertEqual(done.returncode, 0, done.stderr)
            said = {line.split()[0]: line.split()[1:] for line in done.stdout.splitlines() if line.split()}
            with xarray.open_dataset(Path(folder) / "langres.h5", engine="h5netcdf") as results:
                self.check(results, said)

    def check(self, results, said):
        means = results.unfilled_posts.astype(float).mean("replicate")
        self.assertEqual(said["means"][:2], ["18", "2"])
        self.assertAlmostEqual(float(said["means"][2]), float(means[0, 0]), 6)
        self.assertAlmostEqual(float(said["means"][3]), float(means[-1, -1]), 6)
        totals = results.unfilled_posts.astype(float).sum("month").mean("replicate")
        self.assertAlmostEqual(float(said["change"][0]), float(totals[1] - totals[0]), 6)
        last = results.hiring_gap[0, -1]
        self.assertEqual(int(said["lacking"][0]), int(last.values.argmax()) + 1)
        self.assertAlmostEqual(float(said["lacking"][1]), float(last.max()), 4)
        self.assertEqual(said["zones"][0], "5", "a code that became a number")
        everyone = float(results.employment_by_zone.astype(float).sum())
        self.assertAlmostEqual(float(said["zones"][1]) / everyone, 1, 7)  # 9 digits of each of the two


if __name__ == "__main__":
    RELEVE = str(Path(sys.argv.pop(1)).resolve())
    unittest.main()
