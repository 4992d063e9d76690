#!/usr/bin/env python3
"""Types: the package passes mypy --strict, and what its stubs say of the native part is what is there.

    PYTHONPATH=build/release/python tests/bindings/python/type_stubs.py RELEVE     skipped where mypy is not installed
"""
import importlib.util
import os
import subprocess
import sys
import tempfile
import unittest

import common
from common import PACKAGE, ROOT, InFolder

CONFIGURATION = ROOT / "bindings/python/mypy.ini"
CHECKED = """
import releve
plan: releve.Scenario = releve.Scenario("a.toml").with_action("tutoring", pairs=40)
result: releve.Result = releve.compare(plan, plan, replicates=2)
print(result.to_dataframe("hires"), releve.outputs.hires.unit)
"""
WRONG = """
import releve
releve.run("a.toml", replicates="x")
"""


def run(*words):
    with tempfile.TemporaryDirectory() as cache:
        return subprocess.run([sys.executable, "-m", *map(str, words)], capture_output=True, text=True, check=False, timeout=600, cwd=PACKAGE,
                              env={**os.environ, "MYPY_CACHE_DIR": cache})


@unittest.skipUnless(importlib.util.find_spec("mypy"), "mypy is not installed (tools/setup --ci)")
class Types(InFolder):
    def test_the_package_is_strictly_typed(self):
        done = run("mypy", "--config-file", CONFIGURATION, "-p", "releve")
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_stubs_tell_what_is_there(self):
        done = run("mypy.stubtest", "releve._native", "--mypy-config-file", CONFIGURATION, "--allowlist",
                   ROOT / "bindings/python/stubtest_allowlist.txt", "--ignore-unused-allowlist")
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_the_code_of_users_is_checked(self):
        for text, code in ((CHECKED, 0), (WRONG, 1)):
            path = self.folder / "user.py"
            path.write_text(text, encoding="utf-8")
            done = run("mypy", "--config-file", CONFIGURATION, path)
            self.assertEqual(done.returncode, code, done.stdout)


if __name__ == "__main__":
    common.main()
