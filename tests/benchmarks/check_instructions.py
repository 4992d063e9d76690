#!/usr/bin/env python3
"""What benchmarks/check_instructions says of a count, without counting: more, about as many, fewer, another compiler.

    python3 tests/benchmarks/check_instructions.py
"""
import unittest
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "check_instructions"
LOADER = SourceFileLoader("check_instructions", str(SCRIPT))
CHECK = module_from_spec(spec_from_loader(LOADER.name, LOADER))
LOADER.exec_module(CHECK)

ROW = {"case": "small", "instructions": "1000000", "tolerance_percent": "3", "compiler": "one"}


class Verdict(unittest.TestCase):
    def test_within_tolerance(self):
        good, text = CHECK.verdict(ROW, 1_029_900, "one")
        self.assertTrue(good)
        self.assertIn("+2.99 %", text)

    def test_more_fails(self):
        good, text = CHECK.verdict(ROW, 1_031_000, "one")
        self.assertFalse(good)
        self.assertIn("small: 1.0 M instructions, +3.10 %", text)
        self.assertIn("MORE THAN ALLOWED", text)

    def test_fewer_passes_and_asks_to_hold_it(self):
        good, text = CHECK.verdict(ROW, 900_000, "one")
        self.assertTrue(good)
        self.assertIn("--update", text)

    def test_another_compiler_is_not_compared(self):
        good, text = CHECK.verdict(ROW, 9_000_000, "two")
        self.assertTrue(good)
        self.assertIn("not compared", text)


class Reference(unittest.TestCase):
    def test_every_case_is_whole(self):
        lines = CHECK.REFERENCE.read_text(encoding="utf-8").splitlines()
        self.assertEqual(tuple(lines[0].split(",")), CHECK.COLUMNS)
        self.assertEqual({line.count(",") for line in lines}, {len(CHECK.COLUMNS) - 1})


if __name__ == "__main__":
    unittest.main()
