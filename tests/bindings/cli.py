#!/usr/bin/env python3
"""The command line as a user meets it: exit codes, messages in both languages, nothing written on error, same bytes.

    tests/bindings/cli.py RELEVE     RELEVE: the command built from these sources
"""
import csv
import hashlib
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

import openpyxl
import xarray

ROOT = Path(__file__).resolve().parent.parent.parent
LANGRES = ROOT / "scenarios" / "packs" / "langres"
COMMITTEE = LANGRES / "committee.toml"
RELEVE = ""
SMALL = ("--replicates", "3", "--until", "2014-12", "--no-progress")


def releve(*words, **environment):
    clean = {key: value for key, value in os.environ.items() if key not in ("LC_ALL", "LC_MESSAGES", "LANG")}
    return subprocess.run([RELEVE, *map(str, words)], capture_output=True, text=True, check=False,
                          env={**clean, **environment}, timeout=600)


class InFolder(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def scenario(self, text, name="plan.toml"):
        path = self.folder / name
        path.write_text(f'pack = "{LANGRES}"\nname = "essai"\n{text}', encoding="utf-8")
        return path

    def refused(self, code, words, *expected):
        """Exit code, words on standard error, nothing on standard output, no result file."""
        before = sorted(self.folder.iterdir())
        done = releve(*words, "--lang", "en")
        self.assertEqual(done.returncode, code, done.stderr)
        for text in expected:
            self.assertIn(text, done.stderr)
        self.assertNotIn("Traceback", done.stderr)
        self.assertEqual(sorted(self.folder.iterdir()), before, "a file was written")
        return done


class Usage(InFolder):
    def test_nothing_asked_is_usage(self):
        self.assertEqual(releve().returncode, 2)

    def test_help_in_both_languages(self):
        for command in ("demo", "check", "import", "describe", "diagnose", "plan", "run", "compare", "report"):
            english, french = releve(command, "--help", "--lang", "en"), releve(command, "--help", "--lang", "fr")
            self.assertEqual((english.returncode, french.returncode), (0, 0))
            self.assertIn("Example", english.stdout)
            self.assertIn("Exemple", french.stdout)
            self.assertNotEqual(english.stdout, french.stdout)

    def test_language_of_the_environment(self):
        self.assertIn("Commandes", releve("--help", LANG="fr_FR.UTF-8").stdout)
        self.assertIn("Commands", releve("--help", LANG="C").stdout)

    def test_misspelt_command_and_option(self):
        self.refused(2, ["chekc"], "did you mean 'check'?")
        self.refused(2, ["run", "a.toml", "-o", self.folder / "x.h5", "--replicate", "3"], "did you mean '--replicates'?")
        self.assertIn("vouliez-vous dire", releve("chekc", "--lang", "fr").stderr)

    def test_missing_and_bad_values(self):
        self.refused(2, ["run", "-o", "out.h5"], "SCENARIO")
        self.refused(2, ["run", "a.toml"], "-o")
        self.refused(2, ["run", "a.toml", "-o"], "-o")
        self.refused(2, ["run", "a.toml", "-o", self.folder / "x.h5", "--replicates", "many"], "--replicates")
        self.refused(2, ["run", "a.toml", "-o", self.folder / "x.h5", "--until", "2030"], "2030-12")
        self.refused(2, ["describe", "matchin"], "did you mean 'matching'?")
        self.assertEqual(releve("check", LANGRES, "--lang", "de").returncode, 2)

    def test_errors_are_json_too(self):
        done = releve("chekc", "--json")
        self.assertEqual(done.returncode, 2)
        self.assertFalse(json.loads(done.stdout)["ok"])


class BadInput(InFolder):
    def both(self, scenario, *expected):
        """check and run refuse it alike, with every problem at once."""
        self.refused_with_report(["check", scenario], *expected)
        self.refused(3, ["run", scenario, "-o", self.folder / "x.h5", *SMALL], *expected)

    def refused_with_report(self, words, *expected):
        done = releve(*words, "--lang", "en")
        self.assertEqual(done.returncode, 3, done.stderr)
        for text in expected:
            self.assertIn(text, done.stderr)

    def test_missing_files(self):
        self.refused_with_report(["check", self.folder / "none.toml"], "none.toml")
        self.refused_with_report(["check", self.folder / "none"], "no such pack")
        self.refused(3, ["run", self.folder / "none.toml", "-o", self.folder / "x.h5"], "none.toml")

    def test_misspelt_action(self):
        self.both(self.scenario('[[action]]\ntype = "tutorign"\n'), "unknown action 'tutorign'", "did you mean 'tutoring'?")

    def test_unknown_key_setting_and_parameter(self):
        self.both(self.scenario('paks = 3\n'), "paks")
        self.both(self.scenario('[[action]]\ntype = "tutoring"\npair = 3\n[parameters]\nmatching.aplications = 3\n'),
                  "did you mean 'pairs'?", "did you mean 'matching.applications'?")

    def test_out_of_range_bare_duration_and_law(self):
        self.both(self.scenario('[[action]]\ntype = "tutoring"\npairs = -3\nduration = 18\n[law]\nretirement = "1999"\n'),
                  "out of range", "18 months", "unknown law '1999'")

    def test_set(self):
        good = self.scenario("")
        for wrong, expected in (("matching.aplications=3", "did you mean"), ("matching.applications", "--set"),
                                ("matching.applications=1e9", "out of range")):
            self.refused(3, ["run", good, "-o", self.folder / "x.h5", "--set", wrong, *SMALL], expected)

    def test_two_first_states_and_two_packs(self):
        first = self.scenario("")
        other = self.scenario("[parameters]\nsynthesis.outside_pool = 1.0\n", "other.toml")
        self.refused(3, ["run", first, other, "-o", self.folder / "x.h5", *SMALL], "first state")
        elsewhere = self.folder / "far.toml"
        elsewhere.write_text(f'pack = "{self.folder}"\nname = "x"\n', encoding="utf-8")
        self.refused(3, ["run", first, elsewhere, "-o", self.folder / "x.h5", *SMALL], "another pack")

    def test_problems_as_json_and_in_french(self):
        scenario = self.scenario('[[action]]\ntype = "tutorign"\n')
        done = releve("check", scenario, "--json", "--lang", "fr")
        self.assertEqual(done.returncode, 3)
        self.assertIn("vouliez-vous dire", json.loads(done.stdout)["problems"][0]["what"]["fr"])
        self.assertIn("vouliez-vous dire", done.stderr)

    def test_not_a_result_file(self):
        path = self.folder / "text.h5"
        path.write_text("not a result", encoding="utf-8")
        self.assertEqual(releve("compare", path).returncode, 3)
        self.refused(5, ["compare", self.folder / "none.h5"], "no such file check the path")

    def test_output_in_no_folder(self):
        words = ["run", self.scenario(""), "-o", self.folder / "no" / "x.h5", *SMALL]
        self.refused(5, words, "no such folder")
        self.assertIn("ce dossier n'existe pas", releve(*words, "--lang", "fr").stderr)

    def test_too_little_memory(self):
        words = ["run", self.scenario(""), "-o", self.folder / "x.h5", *SMALL, "--threads", "2", "--memory"]
        self.refused(5, [*words, "40"], "not enough memory", "40 MB is available", "not even one replicate fits")
        self.assertIn("mémoire insuffisante", releve(*words, "40", "--lang", "fr").stderr)
        self.refused(2, [*words, "much"], "--memory", "is not a number of MB")

    def test_parameter_that_follows_another(self):
        self.both(self.scenario('[parameters]\nmatching.agency_months = 3\n'), "set that one")

    def test_interrupted(self):
        words = ["run", self.scenario(""), "-o", self.folder / "x.h5", "--replicates", "20000", "--no-progress"]
        run = subprocess.Popen([RELEVE, *map(str, words), "--lang", "en"], stderr=subprocess.PIPE, text=True)
        time.sleep(1)  # at any moment of the run, or while it reads its pack
        run.send_signal(signal.SIGINT)
        self.assertRegex(run.communicate(timeout=60)[1], "interrupted: (no file written|.* goes on from there)")
        self.assertEqual(run.returncode, 130)
        self.assertFalse((self.folder / "x.h5").exists())


PLAN = """name_en = "trial"
[plan]
start = "2013-09"
[[plan.short]]
type = "insertion_platform"
lead = "=Mission locale"
places = 40
target = -0.05
indicator = "unemployed"
review = "2014-06"
[[plan.medium]]
type = "tutoring"
[[action]]
type = "tutoring"
duration = "6 months"
"""


class Plan(InFolder):
    """The committee's table."""

    def plan(self):
        return self.scenario(PLAN)

    def test_table_in_both_languages(self):
        for language, expected in (("en", ("insertion", "led by", "short term, up to 2014-08", "without term", "−5%")),
                                   ("fr", ("plateforme", "pilote", "court terme, jusqu'à 2014-08", "sans échéance",
                                           "−5\u00a0%"))):
            done = releve("plan", self.plan(), "--lang", language)
            self.assertEqual(done.returncode, 0, done.stderr)
            for text in expected:
                self.assertIn(text, done.stdout)
            self.assertLessEqual(max(len(line) for line in done.stdout.splitlines()), 100)
        self.assertIn("no action", releve("plan", LANGRES / "baseline.toml", "--lang", "en").stdout)

    def test_json(self):
        report = json.loads(releve("plan", self.plan(), "--json").stdout)
        self.assertEqual((report["start"], [row["term"] for row in report["actions"]]), ("2013-09", ["short", "medium", None]))
        platform = report["actions"][0]
        self.assertEqual((platform["start"], platform["end"], platform["review"]), ("2013-09", "2014-08", "2014-06"))
        self.assertEqual((platform["indicator"], platform["target"]), ("unemployed", -0.05))

    def table(self, *words):
        path = self.folder / "plan.csv"
        done = releve("plan", self.plan(), "-o", path, *words)
        self.assertEqual(done.returncode, 0, done.stderr)
        return path.read_bytes()

    def test_csv(self):
        data = self.table("--format", "csv", "--lang", "en").decode("utf-8")
        rows = list(csv.DictReader(io.StringIO(data, newline="")))
        self.assertEqual([row["term"] for row in rows], ["short term", "medium term", ""])
        self.assertEqual((rows[0]["led by"], rows[0]["target"], rows[0]["end"]), ("'=Mission locale", "-0.05", "2014-08"))
        self.assertEqual(data, subprocess.run([RELEVE, "plan", self.plan(), "--format", "csv", "--lang", "en"],
                                              capture_output=True, check=True).stdout.decode("utf-8"))

    def test_csv_for_a_french_excel(self):
        data = self.table("--format", "csv-excel-fr", "--lang", "fr")
        self.assertTrue(data.startswith(b"\xef\xbb\xbf"))
        rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
        self.assertEqual((rows[0]["pilote"], rows[0]["cible"]), ("'=Mission locale", "-0,05"))

    def test_workbook(self):
        path = self.folder / "plan.xlsx"
        for language, names in (("en", ["read me", "plan", "method"]), ("fr", ["lisez-moi", "plan", "méthode"])):
            done = releve("plan", self.plan(), "--format", "xlsx", "-o", path, "--lang", language)
            self.assertEqual(done.returncode, 0, done.stderr)
            book = openpyxl.load_workbook(path)
            self.assertEqual(book.sheetnames, names)
            sheet = book["plan"]
            self.assertEqual((sheet.freeze_panes, sheet.max_row), ("A2", 4))
            cells = {title.value: cell for title, cell in zip(sheet[1], sheet[2])}
            leader = cells["led by" if language == "en" else "pilote"]
            self.assertEqual((leader.value, leader.data_type), ("=Mission locale", "s"))
            target = cells["target" if language == "en" else "cible"]
            self.assertEqual((target.value, target.number_format), (-0.05, "0.0%"))
            self.assertIn("2014-06", [cell.value for cell in sheet[2]])

    def test_usage(self):
        self.refused(2, ["plan", self.plan(), "--format", "ods"], "text, csv, csv-excel-fr, xlsx")
        self.refused(2, ["plan", self.plan(), "--format", "xlsx"], "-o FILE.xlsx")
        self.refused(5, ["plan", self.plan(), "-o", self.folder / "no" / "x.csv"], "no such folder")

    def test_bad_plans(self):
        for text, expected, french in (
                ('[plan]\nstart = "2013-09"\n[[plan.short]]\ntype = "tutoring"\nend = "2014-09"\n',
                 "plan.toml:7 end: end 2014-09 is beyond the term", "dépasse l'échéance"),
                ('[plan]\nstart = "2013-09"\n[[plan.short]]\ntype = "tutoring"\nstart = "2013-08"\n',
                 "plan.toml:7 start: start 2013-08 is before the plan's start", "est antérieur à celui du plan"),
                ('[[action]]\ntype = "tutoring"\nstart = "2014-01"\nend = "2013-12"\n',
                 "plan.toml:6 end: end 2013-12 is before start 2014-01", "précède le début"),
                ('[[plan.short]]\ntype = "tutoring"\n', "plan without a start", "plan sans début"),
                ('[plan]\nstart = "2013-09"\nshort = 3\n', "write [[plan.short]]", "écrivez [[plan.short]]"),
                ('[[action]]\ntype = "tutoring"\nlaed = "me"\n', "did you mean 'lead'?", "vouliez-vous dire"),
                ('[[action]]\ntype = "tutoring"\nindicator = "unfiled_posts"\n', 'did you mean "unfilled_posts"?',
                 "indicateur inconnu"),
                ('[[action]]\ntype = "insertion_platform"\nplaces = -1\n', "plan.toml:5 places: -1 is out of range",
                 "hors des bornes")):
            scenario = self.scenario(text)
            self.refused(3, ["plan", scenario], expected)
            self.refused(3, ["run", scenario, "-o", self.folder / "x.h5", *SMALL], expected)
            self.assertIn(expected, releve("check", scenario, "--lang", "en").stderr)
            self.assertIn(french, releve("check", scenario, "--lang", "fr").stderr)


class Futures(InFolder):
    def future(self, text, name="low.toml"):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def test_scenarios_crossed_with_futures(self):
        path = self.folder / "grid.h5"
        futures = [LANGRES / "futures" / f"{name}.toml" for name in ("central", "recession")]
        words = ["run", LANGRES / "baseline.toml", LANGRES / "tutoring.toml", "-o", path, "--replicates", "2", "--until",
                 "2014-12", "--no-progress", "--lang", "en", "--futures", futures[0], "--futures", futures[1]]
        done = releve(*words, "--json")
        self.assertEqual(done.returncode, 0, done.stderr)
        names = ["baseline@central", "tutoring@central", "baseline@recession", "tutoring@recession"]
        self.assertEqual(json.loads(done.stdout)["scenarios"], names)
        with xarray.open_dataset(path) as results:
            self.assertEqual(list(results.scenario.values), names)
            self.assertEqual(list(results.scenario_plan.values), ["baseline", "tutoring"] * 2)
            self.assertEqual(list(results.scenario_future.values), ["central"] * 2 + ["recession"] * 2)
            self.assertIn("tutoring: 200 pairs — industrial recession", results.scenario_label_en.values[3])
            self.assertEqual(results.attrs["command_line"],
                             "releve run baseline.toml tutoring.toml --futures central.toml --futures recession.toml "
                             "--replicates 2 --until 2014-12 --seed 1")
            self.rerun(results.attrs["scenarios"][3], results.posts.values[3])

    def rerun(self, resolved, posts):
        """A resolved scenario run by itself gives what it gave in the grid."""
        scenario = self.folder / "again.toml"
        scenario.write_text(resolved.replace('pack = "langres"', f'pack = "{LANGRES}"'), encoding="utf-8")
        path = self.folder / "again.h5"
        done = releve("run", scenario, "-o", path, "--replicates", "2", "--until", "2014-12", "--no-progress")
        self.assertEqual(done.returncode, 0, done.stderr)
        with xarray.open_dataset(path) as results:
            self.assertTrue((results.posts.values[0] == posts).all())
            self.assertEqual(list(results.scenario_future.values), [""])

    def test_shipped_futures(self):
        words = [word for path in sorted((LANGRES / "futures").glob("*.toml")) for word in ("--futures", path)]
        self.assertEqual(len(words), 6)
        done = releve("check", LANGRES / "baseline.toml", *words, "--lang", "en")
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_bad_futures(self):
        plan = self.scenario("")
        def refused(futures, *expected):
            words = [word for future in futures for word in ("--futures", future)]
            self.refused(3, ["run", plan, "-o", self.folder / "x.h5", *SMALL, *words], *expected)
            self.assertIn(expected[0], releve("check", plan, *words, "--lang", "en").stderr)
        refused([self.future('[[action]]\ntype = "tutoring"\n')], 'low.toml:1 action: "action" does not belong in a future')
        refused([self.future('pack = "x"\n[plan]\nstart = "2013-09"\n')], "low.toml:1 pack", "low.toml:2 plan")
        refused([self.future('[[shock]]\nsector = "ZZ"\nstart = "2014-01"\nposts = -0.1\n')], "low.toml:1")
        refused([self.future('[law]\nretirement = "1999"\n')], "low.toml:2 retirement: unknown law '1999'")
        refused([self.future("[parameters]\nmatching.aplications = 3\n")], "low.toml:2", "did you mean")
        refused([self.folder / "none.toml"], "none.toml")
        (self.folder / "other").mkdir()
        refused([self.future("name = 'x'\n"), self.future("name = 'y'\n", "other/low.toml")], "a second future named low")
        self.assertIn("n'a pas sa place dans un futur", releve("check", plan, "--futures", self.future('pack = "x"\n'), "--lang",
                                                         "fr").stderr)


class Describe(unittest.TestCase):
    def test_topics_in_every_format(self):
        for topic in ("plan", "processes", "actions", "outputs", "tables", "parameters", "synthesis", "footprint", "results",
                      "mortality"):
            for layout in ("text", "md", "json"):
                done = releve("describe", topic, "--format", layout)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertGreater(len(done.stdout), 50)
                if layout == "json":
                    json.loads(done.stdout)

    def test_the_result_file(self):
        page = json.loads(releve("describe", "results", "--format", "json", "--lang", "fr").stdout)["pages"][0]
        self.assertRegex(page["version"], r"^[0-9]+\.[0-9]+$")
        self.assertIn({"name": "funder", "labels": "_label_en, _label_fr", "label": "qui paie", "values": "codes du territoire",
                       "when": "si un scénario a des actions, le territoire leurs coûts unitaires et des financeurs"},
                      page["dimensions"])
        self.assertEqual([one["name"] for one in page["statistics"]], ["x", "x", "x_sd", "x_q", "x_diff_sd", "x_total"])
        self.assertIn("content_crc32", [one["name"] for one in page["attributes"]])

    def pension(self, *words):
        done = releve("describe", "pension", *words, "--json")
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)["pages"][0]

    def test_pension_dates_of_a_birth(self):
        page = self.pension("--born", "1961-09-01", "--law", "2023", "--career-start", "1984-01")
        self.assertEqual((page["opening"], page["earliest"], page["quarters_required"]), ("2023-12", "2023-12", "169"))
        self.assertEqual((page["full_rate"], page["automatic_full_rate"]), ("2026-04", "2028-09"))
        self.assertEqual(self.pension("--born", "1961-09-01", "--law", "2014")["opening"], "2023-09")
        # at work at 18: 169 quarters in 2021-12, and 60 years with a start before 20 comes in 2021-09
        early = self.pension("--born", "1961-09", "--law", "2023", "--career-start", "1979-09", "--pack", LANGRES)
        self.assertEqual((early["long_career"], early["earliest"]), ("yes", "2021-12"))
        self.assertEqual(self.pension("--born", "1966-01-01")["law"], "2026")

    def test_pension_in_both_languages(self):
        words = ("describe", "pension", "--born", "1961-09-01", "--law", "2023")
        self.assertIn("automatic full rate: 2028-09", releve(*words, "--lang", "en").stdout)
        self.assertIn("taux plein automatique\u00a0: 2028-09", releve(*words, "--lang", "fr").stdout)

    def test_pension_faults(self):
        def refused(code, expected, *words):
            done = releve("describe", *words, "--lang", "en")
            self.assertEqual((done.returncode, done.stdout), (code, ""), done.stderr)
            self.assertIn(expected, done.stderr)
        refused(2, "--born is missing", "pension")
        refused(2, "--born: '1961-13-01' is not a date", "pension", "--born", "1961-13-01")
        refused(2, "--born: 'hier' is not a date", "pension", "--born", "hier")
        refused(2, "did you mean '2023'?", "pension", "--born", "1961-09-01", "--law", "2033")
        refused(2, "is not after the birth", "pension", "--born", "1961-09-01", "--career-start", "1960-01")
        refused(2, "describe pension", "matching", "--born", "1961-09-01")
        refused(3, "no such pack", "pension", "--born", "1961-09-01", "--pack", "nowhere")
        self.assertIn("loi inconnue", releve("describe", "pension", "--born", "1961-09-01", "--law", "x", "--lang", "fr").stderr)

    def test_french(self):
        self.assertIn("appariement", releve("describe", "matching", "--lang", "fr").stdout)


class Runs(InFolder):
    def run_small(self, name, *words, code=0):
        path = self.folder / name
        plans = [LANGRES / "baseline.toml", LANGRES / "tutoring.toml"]
        done = releve("run", *plans, "-o", path, *SMALL, *words)
        self.assertEqual(done.returncode, code, done.stderr)
        return path, done

    def test_check_of_the_shipped_pack(self):
        done = releve("check", LANGRES, LANGRES / "tutoring.toml", "--json")
        self.assertEqual(done.returncode, 0, done.stderr)
        report = json.loads(done.stdout)
        self.assertEqual(report["packs"][0]["switched_off"], [])
        self.assertGreater(report["packs"][0]["rows"]["posts"], 0)

    def test_same_bytes_whatever_the_threads(self):
        hashes = set()
        for threads in (1, 2, 4):
            path, _ = self.run_small(f"threads{threads}.h5", "--threads", threads)
            hashes.add(hashlib.sha256(path.read_bytes()).hexdigest())
        self.assertEqual(len(hashes), 1)
        self.assertNotIn(str(ROOT).encode(), path.read_bytes())
        self.compare(path)

    def compare(self, path):
        report = json.loads(releve("compare", path, "--json", "--committee", COMMITTEE).stdout)
        names = {change["indicator"] for change in report["changes"]}
        self.assertLessEqual({"unfilled_posts", "competence_coverage", "hiring_gap_total"}, names)
        self.assertEqual(report["committee"][0]["plans"], ["baseline", "tutoring"])
        self.assertEqual({cell["by"] for cell in report["cells"]}, {"zone", "size", "sector", "occupation", "sex", "age"})
        blocks = report["decomposition"][0]["territory"]
        left = (blocks["openings"]["value"]["mean"] - blocks["young"]["value"]["mean"]
                - blocks["from_away"]["value"]["mean"] - blocks["from_others"]["value"]["mean"])
        self.assertAlmostEqual(left, blocks["rest"]["value"]["mean"], places=6)
        for language, expected in (("en", ("Holm", "Who gains", "against")), ("fr", ("Holm", "Qui gagne", "par rapport à"))):
            for words in ((), ("--all",), ("--by", "zone"), ("--by", "age"), ("--decompose", "--committee", COMMITTEE)):
                text = releve("compare", path, "--lang", language, *words).stdout
                for part in expected:
                    self.assertIn(part, text)
                self.assertLessEqual(max(len(line) for line in text.splitlines()), 100)

    def test_precision_is_a_plain_run_of_as_many_replicates(self):
        plans = [LANGRES / "baseline.toml", LANGRES / "tutoring.toml"]
        until = ("--until", "2014-06", "--no-progress")
        rough, exact, plain = (self.folder / f"{name}.h5" for name in ("rough", "exact", "plain"))
        done = releve("run", *plans, "-o", rough, "--precision", "500%", *until, "--lang", "en")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("20 replicates are enough", done.stdout)
        done = releve("run", *plans, "-o", exact, "--precision", "0.001", "--replicates", "25", *until, "--lang", "fr")
        self.assertIn("arrêt à 25 répliques", done.stdout)
        releve("run", *plans, "-o", plain, "--replicates", "25", *until)
        self.assertEqual(exact.read_bytes(), plain.read_bytes())
        for wrong in ("0", "-5%", "many", "%"):
            self.refused(2, ["run", *plans, "-o", self.folder / "x.h5", "--precision=" + wrong], "--precision")

    def test_faults_of_a_comparison(self):
        path, _ = self.run_small("one.h5")
        self.refused(2, ["compare", path, "--by", "zones"], "did you mean 'zone'?")
        committee = self.folder / "committee.toml"
        for text, expected in (("[[member]]\nname = 'a'\nweights = { shortages = 1 }\n", "committee.toml:3"),
                               ("[[member]]\nname = 'a'\nweights = { cost = -1, equity = 1 }\n", "committee.toml:3"),
                               ("[[member]]\nname = 'a'\nweights = { cost = 0 }\n", "all weights are 0"),
                               ("name = 'nobody'\n", "no member")):
            committee.write_text(text, encoding="utf-8")
            self.refused(3, ["compare", path, "--committee", committee], expected)
        self.refused(3, ["compare", path, "--committee", self.folder / "none.toml"], "none.toml")

    def test_json_summary_and_another_seed(self):
        path, done = self.run_small("one.h5", "--json")
        self.assertEqual(json.loads(done.stdout)["scenarios"], ["baseline", "tutoring"])
        other, _ = self.run_small("two.h5", "--seed", "2")
        self.assertNotEqual(path.read_bytes(), other.read_bytes())

    def test_demo_in_both_languages(self):
        for language, expected in (("fr", "pas une prévision"), ("en", "not a forecast")):
            path = self.folder / f"{language}.h5"
            done = releve("demo", "-o", path, "--lang", language, "--replicates", "2", "--until", "2013-12")
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn(expected, done.stdout)
            self.assertLessEqual(max(len(line) for line in done.stdout.splitlines()), 100)
            self.assertTrue(path.exists())


if __name__ == "__main__":
    RELEVE = str(Path(sys.argv.pop(1)).resolve())
    unittest.main()
