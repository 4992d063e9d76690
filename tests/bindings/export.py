#!/usr/bin/env python3
"""releve export as analysts meet it: every table read back and compared with the result file as xarray reads it.

    tests/bindings/export.py RELEVE     RELEVE: the command built from these sources
"""
import hashlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import numpy
import openpyxl
import pandas
import xarray

ROOT = Path(__file__).resolve().parent.parent.parent
LANGRES = ROOT / "scenarios" / "packs" / "langres"
RELEVE = ""
FOLDER = None  # of all tests: results.h5, and exports of it that several tests read
# A text that a spreadsheet would compute, as the code and the name of a scenario.
FORMULA, EVIL = "=1+1", "@SUM(A1)"


def releve(*words, lang="en"):
    return subprocess.run([RELEVE, *map(str, words), "--lang", lang], capture_output=True, text=True, check=False,
                          timeout=600)


def done(*words, **more):
    result = releve(*words, **more)
    if result.returncode != 0:
        raise AssertionError(result.stderr)
    return result


def setUpModule():
    global FOLDER, RESULTS
    FOLDER = Path(tempfile.mkdtemp())
    unittest.addModuleCleanup(shutil.rmtree, FOLDER)
    formula = FOLDER / f"{FORMULA}.toml"
    formula.write_text(f'pack = "{LANGRES}"\nname = "{EVIL}"\n', encoding="utf-8")
    done("run", LANGRES / "baseline.toml", LANGRES / "tutoring.toml", formula, "--replicates", "3", "--until", "2014-06",
         "--no-progress", "-o", FOLDER / "results.h5")
    RESULTS = xarray.open_dataset(FOLDER / "results.h5", engine="h5netcdf")
    for name, words in {"csv": (), "french": ("--format", "csv-excel-fr"), "xlsx": ("--format", "xlsx"),
                        "public": ("--public", "--pack", LANGRES)}.items():
        done("export", FOLDER / "results.h5", "-o", FOLDER / name, *words)


def is_statistic(name):
    return any(name.endswith(end) and name.removesuffix(end) in RESULTS for end in ("_sd", "_q", "_diff_sd"))


def outputs():
    """Name -> variable of every output of the result file, told from its attributes alone."""
    return {name: v for name, v in RESULTS.data_vars.items() if "kind" in v.attrs and not is_statistic(name)}


def read_csv(path, **more):
    header = pandas.read_csv(path, nrows=0, **more).columns
    codes = {name: str for name in header if not re.fullmatch(r"value|sd|q\d+|difference(_sd)?|year|replicate", name)}
    return pandas.read_csv(path, dtype=codes, keep_default_na=False, na_values=[""], float_precision="round_trip", **more)


def same(table, column, expected):
    """The column is the values in their order, to the last bit of the file."""
    numpy.testing.assert_array_equal(table[column].to_numpy().astype(expected.dtype), expected.to_numpy().ravel())


class Tidy(unittest.TestCase):
    def test_every_output_is_a_table_that_reads_back_the_same(self):
        for name, variable in outputs().items():
            table = read_csv(FOLDER / "csv" / f"{name}.csv")
            with self.subTest(name):
                self.assertEqual(set(table.unit), {variable.attrs["units"]})
                self.assertTrue(table.status.isna().all())
                if "replicate" in variable.dims:
                    long = read_csv(FOLDER / "csv" / f"{name}_by_replicate.csv")
                    same(long, "value", variable)
                    self.assertEqual(list(long.replicate.unique()), [0, 1, 2])
                    continue
                same(table, "value", variable)
                for column, end in (("sd", "_sd"), ("difference_sd", "_diff_sd")):
                    if name + end in RESULTS:
                        same(table, column, RESULTS[name + end])
                for order in RESULTS["quantile"].values if name + "_q" in RESULTS else ():
                    same(table, f"q{round(100 * order):02}", RESULTS[name + "_q"].sel(quantile=order))
                for axis in variable.dims[2:]:
                    same_codes = variable[axis].broadcast_like(variable).transpose(*variable.dims)
                    self.assertEqual(list(table[axis]), list(same_codes.values.ravel()))

    def test_statistics_of_what_keeps_its_replicates(self):
        for name in ("unfilled_posts", "unemployment_rate", "cost"):
            table, values = read_csv(FOLDER / "csv" / f"{name}.csv"), RESULTS[name].astype(float)
            gap = values - values[0]
            # rounded to the 32 bits that the file keeps, then to the shortest text: each half a unit of 2^-23, relative
            close = {"rtol": 2.0 ** -23 * 1.01, "atol": 1e-12}
            numpy.testing.assert_allclose(table.value, values.mean("replicate").values.ravel(), **close)
            numpy.testing.assert_allclose(table.sd, values.std("replicate", ddof=1).values.ravel(), **close)
            numpy.testing.assert_allclose(table.q10, values.quantile(0.1, "replicate").values.ravel(), **close)
            numpy.testing.assert_allclose(table.difference, gap.mean("replicate").values.ravel(), **close)
            numpy.testing.assert_allclose(table.difference_sd, gap.std("replicate", ddof=1).values.ravel(), **close)
            self.assertGreater(table.sd.max(), 0)

    def test_differences_are_to_the_first_scenario(self):
        table = read_csv(FOLDER / "csv" / "employment_by_zone.csv")
        expected = RESULTS.employment_by_zone - RESULTS.employment_by_zone[0]
        same(table, "difference", expected)
        self.assertTrue((table.difference[table.scenario == "baseline"] == 0).all())
        self.assertTrue((table.difference[table.scenario == "tutoring"] != 0).any())

    def test_books_of_codes_methods_and_a_description_for_programs(self):
        codebook = read_csv(FOLDER / "csv" / "codebook.csv")
        zones = codebook[(codebook.column == "zone") & codebook.code.notna()]
        self.assertEqual(dict(zip(zones.code, zones.meaning)),
                         dict(zip(RESULTS.zone.values, RESULTS.zone_label_en.values)))
        method = read_csv(FOLDER / "csv" / "method.csv").set_index("output")
        self.assertEqual(set(method.index), set(outputs()))
        for name, variable in outputs().items():
            self.assertEqual(method.formula[name], variable.attrs["formula"])
        package = json.loads((FOLDER / "csv" / "datapackage.json").read_text(encoding="utf-8"))
        told = set(codebook.column[codebook.code.isna()])
        for resource in package["resources"]:
            data = (FOLDER / "csv" / resource["path"]).read_bytes()
            self.assertEqual(resource["hash"], "sha256:" + hashlib.sha256(data).hexdigest())
            fields = [field["name"] for field in resource["schema"]["fields"]]
            self.assertEqual(data.split(b"\r\n", 1)[0].decode(), ",".join(fields))
            if resource["name"] not in ("codebook", "method"):
                self.assertLessEqual(set(fields), told, "a column without meaning")
        on_disk = {path.name for path in (FOLDER / "csv").iterdir()}
        self.assertEqual(on_disk, {r["path"] for r in package["resources"]} | {"datapackage.json", "README.txt"})

    def test_texts_like_formulas_are_not_computed(self):
        for folder, separator in (("csv", ","), ("french", ";")):
            for path in (FOLDER / folder).glob("*.csv"):
                lines = path.read_text(encoding="utf-8-sig").splitlines()
                self.assertTrue(all(line[0] not in "=@+" for line in lines if line), path)
                self.assertNotIn(separator + EVIL, "\n".join(lines))
            table = read_csv(FOLDER / folder / "employment.csv", sep=separator, encoding="utf-8-sig",
                             decimal="," if separator == ";" else ".")
            self.assertIn("'" + FORMULA, set(table.iloc[:, 0]))
            self.assertIn("'" + EVIL, set(table.iloc[:, 1]))

    def test_one_replicate_has_no_spread_but_all_its_figures(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "one.h5"
            done("run", LANGRES / "baseline.toml", "--replicates", "1", "--until", "2013-03", "--no-progress", "-o", file)
            done("export", file, "-o", Path(folder) / "tables")
            table = read_csv(Path(folder) / "tables" / "hires_by_occupation.csv")
            self.assertTrue(table.sd.isna().all() and table.value.notna().all() and table.status.isna().all())
            self.assertNotIn("difference", table.columns)


class French(unittest.TestCase):
    def test_a_french_excel_reads_the_same_figures(self):
        path = FOLDER / "french" / "employment_by_occupation.csv"
        self.assertTrue(path.read_bytes().startswith(b"\xef\xbb\xbf"))
        french = pandas.read_csv(path, sep=";", decimal=",", encoding="utf-8-sig", float_precision="round_trip")
        tidy = read_csv(FOLDER / "csv" / "employment_by_occupation.csv")
        for at, column in enumerate(tidy.columns):
            if column in ("value", "sd", "q05", "difference"):
                numpy.testing.assert_array_equal(french.iloc[:, at].to_numpy(), tidy[column].to_numpy())
        self.assertGreater(path.read_text(encoding="utf-8").count(","), 500)

    def test_titles_units_and_read_me_in_french(self):
        with tempfile.TemporaryDirectory() as folder:
            said = done("export", FOLDER / "results.h5", "-o", Path(folder) / "t", "--format", "csv-excel-fr", "--indicator",
                        "hires_by_occupation", lang="fr")
            self.assertIn("écrit\u00a0: ", said.stdout)
            text = (Path(folder) / "t" / "hires_by_occupation.csv").read_text(encoding="utf-8-sig")
            self.assertTrue(text.startswith("scénario;scénario, nom;année;métier, code;métier;valeur;écart-type;"))
            self.assertIn(";embauches;", text)
            read_me = (Path(folder) / "t" / "README.txt").read_text(encoding="utf-8")
            self.assertIn("Pays de Langres", read_me)
            self.assertIn("CONFIDENTIEL", read_me)
            self.assertLessEqual(max(map(len, read_me.splitlines())), 100)


class Workbooks(unittest.TestCase):
    def rows_of(self, book, sheet):
        rows = list(openpyxl.load_workbook(FOLDER / "xlsx" / book, read_only=True)[sheet].iter_rows(values_only=True))
        return pandas.DataFrame(rows[1:], columns=rows[0])

    def test_sheets_and_values(self):
        book = openpyxl.load_workbook(FOLDER / "xlsx" / "by_zone.xlsx")
        self.assertEqual(book.sheetnames, ["read me", "by year", "codebook", "method"])
        self.assertEqual({cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} - {"s", "n", "inlineStr"},
                         set(), "a formula, or a date")
        data = self.rows_of("by_zone.xlsx", "by year")
        for name, table in data.groupby("indicator, code", sort=False):
            tidy = read_csv(FOLDER / "csv" / f"{name}.csv")
            numpy.testing.assert_array_equal(table["value"].to_numpy(float), tidy.value.to_numpy())
            self.assertEqual(list(table["commune, code"]), list(tidy.zone))
        self.assertEqual(set(data["scenario"]), {"baseline", "tutoring", FORMULA})
        self.assertEqual(set(data["scenario, name"]) & {EVIL}, {EVIL})
        self.assertEqual(book["by year"].auto_filter.ref.split(":")[0], "A1")

    def test_every_output_is_in_one_workbook(self):
        found = []
        for path in (FOLDER / "xlsx").iterdir():
            book = openpyxl.load_workbook(path, read_only=True)
            method = list(book["method"].iter_rows(values_only=True))[1:]
            found += [row[0] for row in method]
            self.assertLessEqual({"read me", "codebook", "method"}, set(book.sheetnames))
        self.assertEqual(sorted(found), sorted(outputs()))
        self.assertEqual(openpyxl.load_workbook(FOLDER / "xlsx" / "territory.xlsx", read_only=True).sheetnames,
                         ["read me", "by year", "by month", "codebook", "method"])

    def test_same_bytes_again(self):
        with tempfile.TemporaryDirectory() as folder:
            for name, words in (("xlsx", ("--format", "xlsx")), ("csv", ())):
                again = Path(folder) / name
                done("export", FOLDER / "results.h5", "-o", again, *words)
                for path in (FOLDER / name).iterdir():
                    self.assertEqual((again / path.name).read_bytes(), path.read_bytes(), path.name)


class Public(unittest.TestCase):
    """What is published is attacked: no hidden cell can be worked out, no shown one tells of few."""

    def test_what_tells_of_one_establishment_is_left_out(self):
        names = {path.stem for path in (FOLDER / "public").iterdir()}
        for name, variable in outputs().items():
            if {"establishment", "audited"} & set(variable.dims):
                self.assertNotIn(name, names)
                self.assertTrue((FOLDER / "csv" / f"{name}.csv").exists())
        read_me = (FOLDER / "public" / "README.txt").read_text(encoding="utf-8")
        self.assertIn("competences_lost_by_establishment", read_me)
        self.assertNotIn("CONFIDENTIAL", read_me)
        self.assertIn("CONFIDENTIAL", (FOLDER / "csv" / "README.txt").read_text(encoding="utf-8"))

    def truth_and_public(self):
        for path in sorted((FOLDER / "public").glob("*.csv")):
            if path.stem not in outputs():
                continue
            truth, public = read_csv(FOLDER / "csv" / path.name), read_csv(path)
            numbers = [c for c in public.columns if re.fullmatch(r"value|sd|q\d+|difference(_sd)?", c)]
            hidden = public.status == "s"
            yield path.stem, truth, public, numbers, hidden

    def test_hidden_rows_show_no_figure_and_shown_ones_all(self):
        rows = 0
        for name, truth, public, numbers, hidden in self.truth_and_public():
            self.assertTrue(public.loc[hidden, numbers].isna().all(axis=None), name)
            pandas.testing.assert_frame_equal(public.loc[~hidden, numbers], truth.loc[~hidden, numbers], check_dtype=False)
            long = FOLDER / "public" / f"{name}_by_replicate.csv"
            if long.exists():
                long = read_csv(long)
                silent = set(map(tuple, public.loc[hidden, ["scenario", "month" if "month" in public else "year"]].values))
                told = long[long.value.notna()]
                self.assertFalse(silent & set(map(tuple, told[["scenario", told.columns[3]]].values)), name)
            rows += hidden.sum()
        said = json.loads(done("export", FOLDER / "results.h5", "-o", FOLDER / "again", "--public", "--pack", LANGRES,
                               "--json").stdout)
        self.assertEqual(said["hidden"], rows)
        self.assertGreater(rows, 1000)

    @staticmethod
    def few_of(table, variable):
        """Row by row, below how many it tells of few, by what it counts: told here by name, not by unit as the export does."""
        if variable.attrs["kind"] == "rate" or variable.name.startswith("cost"):
            return pandas.Series(0, table.index)
        if "volume_of" in table:  # months under way: of one person up to 12 in a year
            return table.volume_of.map({"start": 5, "month": 60, "establishment": 3, "running_month": 0})
        counts_firms = re.match(r"(establishment|single_holder|without_holder|transfers|competences_lost)", variable.name)
        return pandas.Series(3 if counts_firms else 5, table.index)

    def test_no_cell_of_few_is_shown_nor_known_from_the_rest(self):
        for name, truth, public, _, hidden in self.truth_and_public():
            few = self.few_of(truth, outputs()[name])
            self.assertFalse(((truth.value > 0) & (truth.value < few) & ~hidden).any(), name)
            few = few.min()
            axes = outputs()[name].dims[2:] if "replicate" not in outputs()[name].dims else ()
            if len(axes) != 1 or few == 0:
                continue
            for _, table in truth[hidden].groupby(["scenario", "year"]):
                # a reader knows the total, so the sum of what is hidden: no single cell, nor a sum of few
                self.assertTrue(table.value.sum() == 0 or ((table.value > 0).sum() > 1 and table.value.sum() >= few), name)
            # the same in all scenarios; of stocks in all years
            by = [*axes] + (["year"] if outputs()[name].attrs["kind"] == "flow" else [])
            self.assertTrue((hidden.groupby([truth[c] for c in by]).nunique() == 1).all(), name)

    def test_actions_of_a_few_people_are_not_told(self):
        with tempfile.TemporaryDirectory() as folder:
            plan = Path(folder) / "small.toml"
            text = (LANGRES / "tutoring.toml").read_text(encoding="utf-8").replace("pairs = 200", "pairs = 2")
            plan.write_text(text.replace('"baseline.toml"', f'"{LANGRES / "baseline.toml"}"'), encoding="utf-8")
            file = Path(folder) / "small.h5"
            done("run", LANGRES / "baseline.toml", plan, "--replicates", "2", "--until", "2013-12", "--no-progress", "-o", file)
            with xarray.open_dataset(file, engine="h5netcdf") as small:
                begun = float(small.volume.sel(volume_of="start", action="tutoring").max())
            self.assertTrue(0 < begun < 5, begun)
            done("export", file, "-o", Path(folder) / "all")
            said = done("export", file, "-o", Path(folder) / "public", "--public", "--pack", LANGRES, lang="fr")
            self.assertTrue((Path(folder) / "all" / "volume.csv").exists())
            for name in ("volume", "cost_by_action", "cost"):  # the costs of the one action give its volume back
                self.assertTrue((Path(folder) / "all" / f"{name}.csv").exists())
                self.assertFalse((Path(folder) / "public" / f"{name}.csv").exists(), said.stdout)
            read_me = " ".join((Path(folder) / "public" / "README.txt").read_text(encoding="utf-8").split())
            self.assertIn(", volume, cost, cost_by_action, cost_by_funder.", read_me)
            self.assertIn("Insee et Urssaf", read_me)
            self.assertNotIn("Insee and", read_me)

    def test_a_competence_of_few_establishments_is_hidden(self):
        """By the occupations that ask it: as the outputs on holders count them, from a level of 0.5 on."""
        asks = pandas.read_csv(LANGRES / "occupation_competences.csv", dtype={"occupation": str, "competence": str})
        self.assertLessEqual({"occupation", "competence", "level"}, set(asks.columns))
        posts = pandas.read_csv(LANGRES / "posts.csv", dtype={"occupation": str, "establishment": str})
        by = posts.merge(asks[asks.level >= 0.5], on="occupation").groupby(["competence", "establishment"]).posts.sum()
        by = by[by > 0].groupby("competence")
        unsafe = set(by.count().index[(by.count() < 3) | (by.max() > 0.85 * by.sum())])
        for name in ("holders", "competence_coverage_by_competence"):
            public = read_csv(FOLDER / "public" / f"{name}.csv")
            self.assertFalse(unsafe & set(public.competence[(public.status != "s") & (public.value > 0)]), name)

    def test_communes_of_few_establishments_are_hidden(self):
        posts = pandas.read_csv(LANGRES / "posts.csv").groupby("establishment").posts.sum()
        firms = pandas.read_csv(LANGRES / "establishments.csv", dtype=str).set_index("establishment")
        by = pandas.DataFrame({"zone": firms.zone, "posts": posts.reindex(firms.index).fillna(0)})
        by = by[by.posts > 0].groupby("zone").posts
        unsafe = set(by.count().index[(by.count() < 3) | (by.max() > 0.85 * by.sum())])
        public = read_csv(FOLDER / "public" / "employment_by_zone.csv")
        self.assertGreater(len(unsafe), 5)
        self.assertFalse(unsafe & set(public.zone[(public.status != "s") & (public.value > 0)]))


class Refused(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def refused(self, code, words, *expected, file=None, lang="en"):
        before = sorted(self.folder.rglob("*"))
        said = releve("export", file or FOLDER / "results.h5", "-o", self.folder / "new", *words, lang=lang)
        self.assertEqual(said.returncode, code, said.stderr)
        for text in expected:
            self.assertIn(text, said.stderr)
        self.assertEqual(sorted(self.folder.rglob("*")), before, "something was written")

    def test_names_that_are_not_in_the_file(self):
        self.refused(3, ("--scenario", "tutorin", "--indicator", "unfiled_posts"), "no scenario 'tutorin'",
                     "did you mean 'tutoring'?", "no output 'unfiled_posts'", "did you mean 'unfilled_posts'?")
        self.refused(3, ("--scenario", "zzzzzz"), "il a baseline, tutoring, =1+1", lang="fr")

    def test_usage(self):
        self.refused(2, ("--format", "ods"), "none of csv, csv-excel-fr, xlsx")
        self.refused(2, ("--public",), "--pack DIR")
        self.refused(2, ("--pack", LANGRES), "--public alone")

    def test_a_pack_that_is_not_the_one_of_the_file(self):
        other = ROOT / "scenarios" / "packs" / "urn_market"
        self.refused(3, ("--public", "--pack", other), "not the file that", "territory.toml")

    def test_nothing_public_of_what_is_asked(self):
        self.refused(3, ("--public", "--pack", LANGRES, "--indicator", "last_holder_gone"), "nothing of what is asked")

    def test_folders(self):
        (self.folder / "new").mkdir()
        (self.folder / "new" / "mine.txt").write_text("kept", encoding="utf-8")
        self.refused(5, (), "something stands there already")
        shutil.rmtree(self.folder / "new")
        (self.folder / "new").write_text("kept", encoding="utf-8")
        self.refused(5, (), "something stands there already")
        (self.folder / "new").unlink()
        (self.folder / "new").mkdir()  # an empty one is filled
        done("export", FOLDER / "results.h5", "-o", self.folder / "new", "--indicator", "hires")
        self.assertTrue((self.folder / "new" / "hires.csv").exists())
        self.assertEqual([path.name for path in self.folder.iterdir()], ["new"])

    def test_files_that_are_no_results(self):
        text = self.folder / "text.h5"
        text.write_text("no result", encoding="utf-8")
        self.refused(3, (), "text.h5", file=text)
        half = self.folder / "half.h5"
        half.write_bytes((FOLDER / "results.h5").read_bytes()[:200_000])
        self.refused(5, (), "half.h5", file=half)
        self.refused(5, (), "none.h5", file=self.folder / "none.h5")


class Chosen(unittest.TestCase):
    def test_scenarios_and_outputs_asked_for_alone(self):
        with tempfile.TemporaryDirectory() as folder:
            done("export", FOLDER / "results.h5", "-o", Path(folder) / "t", "--scenario", "tutoring", "--indicator",
                 "employment_by_zone")
            table = read_csv(Path(folder) / "t" / "employment_by_zone.csv")
            whole = read_csv(FOLDER / "csv" / "employment_by_zone.csv")
            expected = whole[whole.scenario == "tutoring"].reset_index(drop=True)
            pandas.testing.assert_frame_equal(table, expected)
            self.assertEqual({path.stem for path in (Path(folder) / "t").iterdir()},
                             {"employment_by_zone", "codebook", "method", "datapackage", "README"})


if __name__ == "__main__":
    RELEVE = sys.argv.pop(1)
    unittest.main()
