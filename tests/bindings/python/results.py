#!/usr/bin/env python3
"""Runs and results: the bytes of the command line, arrays without copies, tables, comparisons, diagnoses, interruption.

    PYTHONPATH=build/release/python tests/bindings/python/results.py RELEVE
"""
import gc
import json
import threading
import time

import numpy
import xarray

import common
import releve
from common import LANGRES, InFolder

SMALL = dict(replicates=3, until="2014-12", progress=False)
OPTIONS = ("--replicates", "3", "--until", "2014-12", "--no-progress")
PLANS = ("baseline.toml", "tutoring.toml")


def scenarios():
    return [releve.Scenario(LANGRES / name) for name in PLANS]


class Runs(InFolder):
    def test_the_bytes_of_the_command_line_whatever_the_threads(self):
        by_command, by_python = self.folder / "c.h5", self.folder / "p.h5"
        future = LANGRES / "futures/recession.toml"
        common.command("run", *[LANGRES / name for name in PLANS], "--futures", future, "-o", by_command, "--threads", 2, *OPTIONS)
        releve.run(*[one.under(future) for one in scenarios()], threads=1, **SMALL).save(by_python)
        self.assertEqual(by_python.read_bytes(), by_command.read_bytes())

    def test_seeds_and_precision(self):
        base, plan = scenarios()
        first, second = (releve.run(base, seed=seed, **SMALL).to_xarray() for seed in (1, 2))
        self.assertFalse(first.hires.equals(second.hires))
        wide = releve.compare(base, plan, replicates=25, until="2013-12", precision=1e9, progress=False)
        self.assertEqual(wide.replicates, 20, "the first batch is enough for any half-width")

    def test_progress_is_told_to_the_end(self):
        told = []
        main = threading.get_ident()
        releve.run(scenarios()[0], replicates=4, until="2014-12", progress=lambda *now: told.append((*now, threading.get_ident())))
        self.assertEqual(told[-1], (4, 4, main))

    def test_a_failing_progress_stops_the_run(self):
        def fail(done, all_):
            raise RuntimeError("mine")
        started = time.monotonic()
        self.refused(RuntimeError, lambda: releve.run(scenarios()[0], replicates=5000, progress=fail), "mine")
        self.assertGreater(60, time.monotonic() - started, "a run of minutes went on")

    def test_wrong_calls(self):
        base, plan = scenarios()
        self.refused(releve.UsageError, releve.run, "no scenario")
        self.refused(releve.UsageError, lambda: releve.compare(base), "a baseline alone")
        self.refused(releve.UsageError, lambda: releve.run(base, base), "called 'baseline'", ".named(")
        self.refused(releve.UsageError, lambda: releve.run("baseline.toml"), "releve.Scenario(path)")
        for wrong in (dict(replicates=0), dict(replicates=2.5), dict(seed=-1), dict(threads=True), dict(precision="x%"), dict(memory=-1)):
            self.refused(releve.UsageError, lambda: releve.run(base, **wrong), next(iter(wrong)))
        self.refused(releve.InputError, lambda: releve.run(base, until="2030"), "not a month")
        self.refused(releve.InputError, lambda: releve.run(base, until="2010-01"), "100 years")
        self.refused(releve.NotEnoughMemory, lambda: releve.run(base, memory=1), "1 MB is available")
        self.assertTrue(issubclass(releve.FileError, OSError) and issubclass(releve.UsageError, ValueError))


class Results(InFolder):
    @classmethod
    def setUpClass(cls):
        cls.result = releve.run(*scenarios(), **SMALL)

    def test_xarray_opens_the_file_as_it_is_in_memory(self):
        path = self.folder / "r.h5"
        self.result.save(path)
        here = self.result.to_xarray()
        for there in (releve.open(path).to_xarray(), xarray.open_dataset(path, engine="h5netcdf"), xarray.open_dataset(path, engine="netcdf4")):
            self.assertEqual(set(here.variables), set(there.variables))
            for name, variable in here.variables.items():
                if name == "month" and there.month.dtype == object:
                    self.assertEqual([str(month)[:7] for month in variable.values], there.month.values.tolist())
                else:
                    numpy.testing.assert_array_equal(variable.values, there[name].values, name)
        self.assertEqual(here.hires.sel(month="2014-03-01").values.tolist(), here.hires.isel(month=14).values.tolist())
        self.assertEqual(here.attrs["seed"], 1)

    def test_arrays_are_the_engines_own_and_outlive_the_result(self):
        result = releve.run(scenarios()[0], replicates=2, until="2013-12", progress=False)
        first, again = result.to_xarray().hires.values, result.to_xarray().hires.values
        self.assertTrue(numpy.shares_memory(first, again))
        self.assertFalse(first.flags.writeable)
        kept = first.copy()
        del result, again
        gc.collect()
        numpy.testing.assert_array_equal(first, kept)

    def test_tables_hold_what_the_arrays_hold(self):
        here = self.result.to_xarray()
        frame = self.result.to_dataframe("hires")
        self.assertEqual(len(frame), here.hires.size)
        row = frame[(frame.scenario == "tutoring") & (frame.replicate == 2) & (frame.month == "2014-05-01")]
        self.assertEqual(row.value.item(), here.hires.sel(scenario="tutoring", replicate=2, month="2014-05").item())
        wide = self.result.to_dataframe("unfilled_posts_by_zone", lang="fr")
        self.assertEqual(list(wide.columns), ["scenario", "scenario_label", "year", "zone", "zone_label", "value", "sd", "q05", "q10", "q50",
                                              "q90", "q95"])
        row = wide[(wide.scenario == "tutoring") & (wide.zone_label == "Langres") & (wide.year == 2014)]
        there = dict(scenario="tutoring", year=2014, zone=row.zone.item())
        self.assertEqual(row.value.item(), here.unfilled_posts_by_zone.sel(there).item())
        self.assertEqual(row.sd.item(), here.unfilled_posts_by_zone_sd.sel(there).item())
        self.assertEqual(row.q90.item(), here.unfilled_posts_by_zone_q.sel(**there, quantile=0.9).item())
        self.assertEqual(row.scenario_label.item(), "tutorat : 200 binômes")
        self.refused(releve.UsageError, lambda: self.result.to_dataframe("hire"), "did you mean 'hires'?")
        self.refused(releve.UsageError, lambda: self.result.to_dataframe("hires", lang="de"), "'de'")

    def test_every_output_of_the_catalogue_is_told(self):
        told = self.result.outputs
        self.assertEqual(set(told.index) - set(releve.outputs), {"volume", "cost", "cost_by_action", "cost_by_funder"} & set(told.index))
        self.assertGreater(len(set(told.index) & set(releve.outputs)), 70)
        self.assertTrue((told.label != "").all() and (told.meaning != "").all())
        for name in told.index:
            self.assertGreater(len(self.result.to_dataframe(name)), 0)

    def test_shown_in_both_languages(self):
        self.assertIn("3 replicates, seed 1", repr(self.result))
        self.assertIn("not a forecast", self.result._repr_html_())
        releve.language = "fr"
        self.assertIn("3 répliques, graine 1", repr(self.result))
        self.assertIn("pas une prévision", self.result._repr_html_())
        self.refused(releve.UsageError, lambda: setattr(releve, "language", "de"), "write 'en' or 'fr'")

    def test_comparisons_are_those_of_the_command_line(self):
        path = self.folder / "r.h5"
        self.result.save(path)
        told = json.loads(common.command("compare", path, "--json", "--level", "0.9"))
        for rows, frame in ((told["main_changes"], self.result.comparison(0.9)), (told["changes"], self.result.comparison(0.9, all=True))):
            plans = [row for row in rows if row["scenario"] != row["baseline"]]
            self.assertEqual(len(frame), len(plans))
            for row, (_, found) in zip(plans, frame.iterrows()):
                self.assertEqual((row["scenario"], row["indicator"], row["year"]), (found.scenario, found.indicator, found.year))
                numpy.testing.assert_array_equal([number(row["change"][key]) for key in ("mean", "low", "high")],
                                                 [found.change, found.low, found.high])
        cost = self.result.cost_effects(0.9).iloc[0]
        self.assertEqual((cost.cost, cost.avoided), tuple(told["cost_effectiveness"][0][key]["mean"] for key in ("cost", "post_months_avoided")))
        cells = self.result.gains("sex", 0.9)
        self.assertEqual(len(cells), len([row for row in told["cells"] if row["by"] == "sex"]))
        self.assertEqual(self.result.targets(0.9).target.tolist(), [row["target"] for row in told["targets"]])
        self.refused(releve.UsageError, lambda: self.result.gains("commune"), "unknown breakdown")
        self.refused(releve.UsageError, lambda: self.result.comparison(95), "between 0 and 1")
        alone = releve.run(scenarios()[0], replicates=2, until="2013-12", progress=False)
        self.refused(releve.InputError, alone.comparison, "a single scenario")

    def test_exports_are_those_of_the_command_line(self):
        path = self.folder / "r.h5"
        self.result.save(path)
        common.command("export", path, "-o", self.folder / "c", "--scenario", "tutoring", "--indicator", "hires", "--public", "--pack", LANGRES)
        files = self.result.export(self.folder / "p", scenarios=["tutoring"], outputs=["hires"], public=releve.langres(), lang="en")
        self.assertEqual({file.name for file in files}, {file.name for file in (self.folder / "c").iterdir()})
        for file in files:
            self.assertEqual(file.read_bytes(), (self.folder / "c" / file.name).read_bytes(), file.name)
        self.refused(releve.FileError, lambda: self.result.export(self.folder / "p"), "p")
        self.refused(releve.UsageError, lambda: self.result.export(self.folder / "q", "cvs"), "did you mean 'csv'?")
        self.refused(releve.InputError, lambda: self.result.export(self.folder / "q", outputs=["hire"]), "hires")

    def test_files_that_are_no_results(self):
        path = self.folder / "r.h5"
        self.result.save(path)
        whole = path.read_bytes()
        self.refused(releve.FileError, lambda: releve.open(self.folder / "none.h5"), "no such file")
        (self.folder / "text.h5").write_text("hello", encoding="utf-8")
        self.refused(releve.InputError, lambda: releve.open(self.folder / "text.h5"), "text.h5")
        for length in (len(whole) // 2, len(whole) - 1):
            path.write_bytes(whole[:length])
            self.refused(releve.FileError, lambda: releve.open(path), "r.h5")
        self.refused(releve.FileError, lambda: self.result.save(self.folder / "none" / "r.h5"), "none")


def number(value):
    return float("nan") if value is None else value


class Diagnoses(InFolder):
    @classmethod
    def setUpClass(cls):
        cls.found = releve.diagnose(LANGRES, replicates=2, gain_replicates=0, progress=False)

    def test_tables_are_those_of_the_command_line(self):
        found = self.found
        told = json.loads(common.command("diagnose", LANGRES, "--replicates", 2, "--gain-replicates", 0, "--json"))["tables"]
        self.assertEqual(list(found.tables), list(told))
        self.assertTrue(set(told) < set(found.confidential))
        for name, table in told.items():
            frame = found.tables[name]
            self.assertEqual(frame.attrs["title"], table["title"]["en"])
            self.assertEqual(len(frame), len(table["rows"]))
            hidden = any(cell == "s" for row in table["rows"] for cell in row.values())
            self.assertEqual("hidden" in frame, hidden, name)
            for row, (_, cells) in zip(table["rows"], frame.iterrows()):
                for key, value in row.items():
                    if isinstance(value, dict) and "mean" in value:
                        numpy.testing.assert_array_equal([cells[key], cells[f"{key}_low"], cells[f"{key}_high"]],
                                                         [number(value[part]) for part in ("mean", "low", "high")])
                    elif isinstance(value, dict):
                        self.assertEqual(cells[key], value["en"])
                    elif isinstance(value, float):
                        self.assertEqual(cells[key], value)

    def test_the_sheet_of_one_establishment(self):
        told = json.loads(common.command("report", LANGRES, "--audience", "firm:E1720", "--replicates", 2, "--gain-replicates", 0,
                                         "--json"))["tables"]
        sheet = self.found.sheet("E1720")
        self.assertEqual(list(sheet), list(told))
        self.assertTrue(all(sheet[name].attrs["confidential"] == table["confidential"] for name, table in told.items()))
        self.refused(releve.UsageError, lambda: self.found.sheet("E17200"), "unknown establishment")
        self.refused(releve.InputError, lambda: releve.diagnose(LANGRES, thresholds={"share_from_5": 1}, replicates=1), "share_from_5")
        self.refused(releve.UsageError, lambda: releve.diagnose(LANGRES, gain_replicates=1), "2 or more")


INTERRUPTED = """
import os, signal, threading, releve
def later(done, all_):
    if done >= 3:
        os.kill(os.getpid(), signal.SIGINT)
try:
    releve.run(releve.Scenario({path!r}), replicates=2000, until="2013-12", threads=2, progress=later)
except KeyboardInterrupt as stopped:
    # of the three that were done one may come after one that the other thread still ran
    print(type(stopped).__name__, stopped.result is not None and stopped.result.replicates >= 2, stopped)
"""


RESUMED = """
import os, signal, releve
plans = [releve.Scenario({path!r}), releve.Scenario({path!r}).with_parameter("matching.applications", 3).named("other")]
def later(done, all_):
    if done >= 3:
        os.kill(os.getpid(), signal.SIGINT)
asked = dict(replicates=40, until="2013-12", file={file!r})
try:
    releve.run(*plans, threads=2, progress=later, **asked)
except releve.Interrupted as stopped:
    print(stopped.result, stopped.journal == {file!r} + ".journal", stopped)
try:
    releve.run(*plans, **asked)
except releve.InputError as error:
    print(error)
result = releve.run(*plans, threads=1, resume=True, **asked)
print(result.replicates, os.path.exists({file!r} + ".journal"))
"""


class Interruption(InFolder):
    def test_what_is_complete_is_kept(self):
        done = common.python(INTERRUPTED.format(path=str(LANGRES / "baseline.toml")))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue(done.stdout.startswith("Interrupted True interrupted, "), done.stdout)
        self.assertIn("replicates are kept in .result", done.stdout)

    def test_a_run_into_a_file_goes_on_to_the_same_bytes(self):
        file = self.folder / "plans.h5"
        done = common.python(RESUMED.format(path=str(LANGRES / "baseline.toml"), file=str(file)))
        self.assertEqual(done.returncode, 0, done.stderr)
        interrupted, refused, resumed = done.stdout.strip().splitlines()
        self.assertTrue(interrupted.startswith("None True interrupted, what is done is kept in "), interrupted)
        self.assertIn("an unfinished run is there", refused)
        self.assertEqual(resumed, "40 False")
        baseline = releve.Scenario(LANGRES / "baseline.toml")
        whole = releve.run(baseline, baseline.with_parameter("matching.applications", 3).named("other"), replicates=40,
                           until="2013-12")
        whole.save(self.folder / "whole.h5")
        self.assertEqual(file.read_bytes(), (self.folder / "whole.h5").read_bytes())

    def test_nothing_to_go_on_from(self):
        baseline = releve.Scenario(LANGRES / "baseline.toml")
        self.refused(releve.UsageError, lambda: releve.run(baseline, resume=True), "give file='...'")


if __name__ == "__main__":
    common.main()
