"""Rebuild the Langres pack from base/, or check that what stands on disk is what base/ gives."""

import argparse
import sys

from checks import problems
from common import PACK
from manifest import manifest
from summary import summary
from tables import build_all


def outputs():
    tables = build_all()
    found = problems(tables)
    if found:
        sys.exit("\n".join(["the tables contradict each other:"] + found[:20]))
    files = {f"{name}.csv": content for name, content in tables.items()}
    files["territory.toml"] = manifest(tables)
    return tables, files


def differences(files):
    out = []
    for name, content in files.items():
        path = PACK / name
        if not path.exists():
            out.append(f"{name}: missing (run tools/build_langres_pack)")
        elif path.read_bytes() != content.encode("utf-8"):
            out.append(f"{name}: differs from base/ (run tools/build_langres_pack)")
    return out


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a table on disk differs")
    parser.add_argument("--summary", action="store_true", help="print row counts, totals and residuals")
    options = parser.parse_args(arguments)
    tables, files = outputs()
    if options.check:
        found = differences(files)
        print("\n".join(found) if found else f"{len(files)} files as base/ gives them")
        return 1 if found else 0
    for name, content in files.items():
        (PACK / name).write_bytes(content.encode("utf-8"))
    if options.summary:
        print(summary(tables))
    return 0
