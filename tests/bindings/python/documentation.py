#!/usr/bin/env python3
"""Every example of docs/python.md runs as it stands, but smaller.

    PYTHONPATH=build/release/python tests/bindings/python/documentation.py RELEVE
"""
import os
import re

import common
import releve
from common import LANGRES, ROOT, InFolder


def smaller(code):
    """Two replicates of two years; paths that a reader has to replace are replaced."""
    code = re.sub(r"replicates=(20|100)\b(?=[^)]*\)$)", 'replicates=2', code, flags=re.M)
    code = re.sub(r"(releve\.(?:run|compare)\(.*)\)", r'\1, until="2014-12")', code)
    return code.replace("path/to/pack", str(LANGRES)).replace('"plan.toml"', repr(str(LANGRES / "tutoring.toml")))


class Documentation(InFolder):
    def test_examples_run(self):
        text = (ROOT / "docs/python.md").read_text(encoding="utf-8")
        blocks = re.findall(r"^```python\n(.*?)^```", text, re.M | re.S)
        self.assertGreater(len(blocks), 5)
        os.chdir(self.folder)
        self.addCleanup(os.chdir, ROOT)
        names = {}
        for block in blocks:
            for line in smaller(block).splitlines():
                if ".plot." not in line:  # figures have their own tests
                    exec(compile(line, f"docs/python.md: {line}", "exec"), names)  # pylint: disable=exec-used
        self.assertTrue((self.folder / "plans.h5").exists())
        self.assertEqual(names["result"].replicates, 2)
        self.assertTrue(any(file.suffix == ".csv" for file in (self.folder / "tables").iterdir()))
        self.assertTrue(names["base"].id == "baseline" and names["plan"].id == "mine")

    def test_every_name_of_the_package_has_a_documentation(self):
        for name in releve.__all__:
            if name not in ("language", "revision", "version"):
                self.assertTrue(getattr(releve, name).__doc__, name)


if __name__ == "__main__":
    common.main()
