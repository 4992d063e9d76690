#!/usr/bin/env python3
"""The tutorial notebooks run from their first cell to their last, are what their sources make, and show figures a forge displays.

    PYTHONPATH=build/release/python tests/bindings/python/notebooks.py

Run by .ci/run: they need what `tools/setup --ci` installs.
"""
import json
import subprocess
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent.parent
TUTORIALS = ROOT / "docs" / "tutorials"
NOTEBOOKS = sorted(TUTORIALS.glob("*.ipynb"))
MOST_BYTES = 400_000
FIGURES = {"langres_in_ten_minutes": 7, "langres_en_dix_minutes": 7, "write_your_own_action": 1}


def outputs_of(path):
    return [output for cell in json.loads(path.read_text(encoding="utf-8"))["cells"] for output in cell.get("outputs", [])]


class Notebooks(unittest.TestCase):
    def test_all_run_and_are_what_their_sources_make(self):
        done = subprocess.run([sys.executable, TUTORIALS / "build", "--check"], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_those_kept_show_their_figures(self):
        self.assertEqual({path.stem for path in NOTEBOOKS}, set(FIGURES))
        for path in NOTEBOOKS:
            figures = sum("image/png" in output.get("data", {}) for output in outputs_of(path))
            self.assertGreaterEqual(figures, FIGURES[path.stem], path.name)
            self.assertLess(path.stat().st_size, MOST_BYTES, path.name)

    def test_those_kept_show_no_error(self):
        for path in NOTEBOOKS:
            self.assertEqual([output for output in outputs_of(path) if output["output_type"] == "error" or output.get("name") == "stderr"], [],
                             path.name)


if __name__ == "__main__":
    unittest.main()
