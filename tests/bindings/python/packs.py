#!/usr/bin/env python3
"""Packs: tables as data frames, checks, and the errors of the command line.

    PYTHONPATH=build/release/python tests/bindings/python/packs.py RELEVE
"""
import os
import shutil

import numpy
import pandas

import common
import releve
from common import LANGRES, InFolder


class Packs(InFolder):
    def copy(self):
        place = self.folder / "pack"
        shutil.copytree(LANGRES, place, ignore=shutil.ignore_patterns("base", "build"))
        return place

    def test_what_it_tells(self):
        pack = releve.Pack(LANGRES)
        self.assertEqual((pack.name, pack.start), ("Langres area", "2013-01"))
        self.assertIn("2026", pack.laws)
        self.assertEqual({path.name for path in pack.scenarios},
                         {"baseline.toml", "tutoring.toml", "insertion_platform.toml", "plan_ambitious.toml", "plan_balanced.toml",
                          "plan_later.toml", "plan_minimal.toml"})
        self.assertEqual(pack.scenario("tutoring").id, "tutoring")
        self.refused(releve.UsageError, lambda: pack.scenario("tutorin"), "did you mean 'tutoring'?")
        self.assertTrue({"table", "producer", "licence"} <= set(pack.provenance.columns))

    def test_every_table_holds_what_its_file_holds(self):
        pack = releve.Pack(LANGRES)
        self.assertEqual(set(pack.tables), {path.stem for path in LANGRES.glob("*.csv")})
        for name, frame in pack.tables.items():
            read = pandas.read_csv(LANGRES / f"{name}.csv", dtype=str, keep_default_na=False)
            self.assertEqual(list(frame.columns), list(read.columns), name)
            for column in frame:
                text, values = read[column], frame[column]
                if values.dtype == object:
                    self.assertEqual(text.tolist(), values.tolist(), f"{name} {column}")
                elif values.dtype == bool:
                    self.assertEqual(text.isin(["1", "true", "yes", "oui"]).tolist(), values.tolist(), f"{name} {column}")
                else:
                    numpy.testing.assert_array_equal(pandas.to_numeric(text), values, f"{name} {column}")

    def test_a_table_written_the_french_way_gives_the_same_numbers(self):
        place = self.copy()
        path = place / "separation.csv"
        path.write_bytes(b"\xef\xbb\xbf" + path.read_text(encoding="utf-8").replace(",", ";").replace(".", ",").encode())
        pack = releve.Pack(place)
        self.assertTrue(any("decimal comma" in note for note in pack.notes), pack.notes)
        pandas.testing.assert_frame_equal(pack.tables["separation"], releve.Pack(LANGRES).tables["separation"])

    def test_all_problems_at_once_with_the_texts_of_the_command_line(self):
        place = self.copy()
        (place / "zones.csv").unlink()
        (place / "nonsense.csv").write_text("a\n", encoding="utf-8")
        for lang in ("en", "fr"):
            told = common.command("check", place, code=3, lang=lang)
            error = self.refused(releve.InputError, lambda: releve.Pack(place), lang=lang)
            self.assertGreater(len(error.problems), 2)
            releve.language = lang
            found = releve.check(place)
            self.assertFalse(found)
            self.assertEqual(found.problems, error.problems)
            for line in str(error).splitlines():
                self.assertIn(line, told)
        releve.language = "en"
        self.refused(releve.InputError, found.raise_if_wrong, "nonsense.csv")
        self.refused(releve.InputError, lambda: releve.Pack(self.folder / "none"), "no such pack")
        self.refused(releve.UsageError, lambda: releve.Pack(LANGRES).tables["zone"], "did you mean 'zones'?")

    def test_checks_count_what_is_there(self):
        found = releve.check(LANGRES, LANGRES / "tutoring.toml", futures=(LANGRES / "futures/recession.toml",))
        self.assertTrue(found)
        self.assertEqual(found.rows[str(LANGRES)]["zones"], len(releve.Pack(LANGRES).tables["zones"]))
        self.assertEqual(found.scenarios, [str(LANGRES / "tutoring.toml")])
        self.assertIn("no problem", repr(found))

    def test_the_shipped_pack_is_found_or_named(self):
        self.assertEqual(releve.langres().path, LANGRES)
        (self.folder / "langres").symlink_to(self.copy())
        os.environ["RELEVE_PACKS"] = str(self.folder)
        self.addCleanup(os.environ.pop, "RELEVE_PACKS")
        self.assertEqual(releve.langres().path, self.folder / "langres")


if __name__ == "__main__":
    common.main()
