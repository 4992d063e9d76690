"""What the tests of the Python package share: where things are, the command line beside, texts in one language."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import releve

ROOT = Path(__file__).resolve().parents[3]
LANGRES = ROOT / "scenarios/packs/langres"
PACKAGE = Path(releve.__file__).resolve().parents[1]  # what PYTHONPATH names
COMMAND = ""


def command(*words, code=0, lang="en"):
    """What the command line prints, on standard output where all goes well, else as errors."""
    done = subprocess.run([COMMAND, *map(str, words), "--lang", lang], capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == code, done.stderr
    return done.stdout if code == 0 else done.stderr


def command_json(*words):
    return json.loads(command(*words, "--json"))


def python(code, **environment):
    """Another Python that has the package."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=600,
                          env={**os.environ, "PYTHONPATH": str(PACKAGE), **environment})


class InFolder(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        releve.language = "en"

    def refused(self, kind, call, *texts, lang="en"):
        """The exception of this kind; each of `texts` is in its text."""
        releve.language = lang
        try:
            with self.assertRaises(kind) as caught:
                call()
            for text in texts:
                self.assertIn(text, str(caught.exception))
        finally:
            releve.language = "en"
        return caught.exception


def main():
    """`TEST.py RELEVE [options of unittest]`"""
    global COMMAND
    COMMAND = sys.argv.pop(1)
    sys.modules["common"].COMMAND = COMMAND
    unittest.main(module="__main__")
