#!/usr/bin/env python3
"""Scenarios as objects: what they say, what changes them, what they refuse, and that a saved one is the same.

    PYTHONPATH=build/release/python tests/bindings/python/scenarios.py RELEVE
"""
import datetime
import inspect

import common
import releve
from common import LANGRES, InFolder

FUTURE = 'name = "x"\n[law]\nretirement = "2014"\n[parameters]\nmatching.applications = 4\n[[shock]]\nsector = "FZ"\nstart = "2014-01"\nposts = -0.5\n'


class Reading(InFolder):
    def test_what_a_file_says(self):
        plan = releve.Scenario(LANGRES / "plan_minimal.toml")
        self.assertEqual((plan.id, plan.name, plan.law, plan.plan_start), ("plan_minimal", "minimal plan", "2026", "2013-09"))
        self.assertEqual([action.type for action in plan.actions], ["interfirm_network", "tutoring", "anticipated_hiring"])
        tutoring = plan.actions[1]
        self.assertEqual((tutoring.term, tutoring.start, tutoring.end, tutoring.settings),
                         ("medium", "2013-09", "2016-08", {"pairs": 40}))
        releve.language = "fr"
        self.assertEqual(plan.name, "plan minimal")

    def test_errors_are_those_of_the_command_line(self):
        bad = self.folder / "bad.toml"
        bad.write_text(f'pack = "{LANGRES}"\nname = "x"\nnam = 3\n[[action]]\ntype = "tutoring"\nstart = "13-2"\n', encoding="utf-8")
        for lang in ("en", "fr"):
            told = common.command("check", bad, code=3, lang=lang)
            error = self.refused(releve.InputError, lambda: releve.Scenario(bad), lang=lang)
            releve.language = lang
            self.assertEqual(len(error.problems), 2)
            for line in str(error).splitlines():
                self.assertIn(line, told)
        self.refused(releve.InputError, lambda: releve.Scenario(self.folder / "no.toml"), "no.toml: no such file")
        self.refused(releve.UsageError, lambda: releve.Scenario(3), "int is not a path")


class Editing(InFolder):
    def setUp(self):
        super().setUp()
        self.base = releve.Scenario(LANGRES / "baseline.toml")

    def test_a_change_leaves_the_old_one_as_it_was(self):
        before = self.base.to_toml()
        plan = self.base.with_action("tutoring", pairs=40, start="2013-09").with_parameter("matching.applications", 3)
        self.assertEqual(self.base.to_toml(), before)
        self.assertEqual(plan.id, "baseline+tutoring+matching.applications=3")
        self.assertEqual(plan.name, "if nothing is decided + tutoring, matching.applications = 3")
        self.assertEqual(plan.parameters["matching.applications"], 3)
        self.assertEqual(self.base.parameters["matching.applications"], releve.parameters["matching.applications"].default)
        self.assertIn("matching.applications = 3", repr(plan))
        self.assertIn("abandonment.patience = ", repr(plan.parameters))
        self.assertIn(" month: ", repr(plan.parameters))

    def test_the_same_text_as_the_same_file(self):
        written = self.folder / "plan.toml"
        written.write_text(f'extends = "{LANGRES}/baseline.toml"\nname = "a"\nname_en = "b"\n[law]\nretirement = "2014"\n[parameters]\n'
                           'abandonment.patience = "4 months"\n[[action]]\ntype = "tutoring"\nstart = "2013-09"\npairs = 40\n'
                           'duration = "6 months"\ntarget = 0.01\nconventions = ["fse_2014_2020"]\nestablishments = ["E0300"]\n'
                           '[[shock]]\nsector = "FZ"\nstart = "2014-01"\nposts = -0.5\n', encoding="utf-8")
        made = (self.base.with_action("tutoring", start=datetime.date(2013, 9, 15), pairs=40, duration="6 months", target=0.01,
                                      conventions=["fse_2014_2020"], establishments=["E0300"])
                .with_law("2014").with_parameter("abandonment.patience", "4 months")
                .with_shock(sector="FZ", start="2014-01", posts=-0.5).named("plan", "b", "a"))
        self.assertEqual(made.to_toml().splitlines()[1:], releve.Scenario(written).to_toml().splitlines()[1:])

    def test_saved_it_reads_back(self):
        plan = self.base.with_action(releve.actions.tutoring(pairs=12)).with_action("senior_retention").without_action("tutoring")
        (self.folder / "there").mkdir()
        path = self.folder / "there" / "mine.toml"
        plan.save(path)
        back = releve.Scenario(path)
        self.assertEqual([action.type for action in back.actions], ["senior_retention"])
        self.assertEqual(back.to_toml().splitlines()[1:], plan.to_toml().splitlines()[1:])
        self.assertEqual(back.pack.path.resolve(), LANGRES)
        self.assertTrue(path.read_text(encoding="utf-8").startswith('pack = "../'), "the pack as seen from the file")
        self.assertEqual(plan.name, "if nothing is decided + tutoring + keeping seniors − tutoring")
        self.assertIn("no problem", common.command("check", path))
        self.refused(releve.FileError, lambda: plan.save(self.folder / "none" / "x.toml"), "none")

    def test_plan_sections_take_their_months_from_the_start(self):
        plan = self.base.with_plan_start("2014-01").with_action("tutoring", term="medium", pairs=10)
        self.assertEqual((plan.actions[0].start, plan.actions[0].end), ("2014-01", "2016-12"))
        later = plan.with_plan_start("2016-01")
        self.assertEqual((later.actions[0].start, later.actions[0].end), ("2016-01", "2018-12"))
        self.refused(releve.InputError, lambda: self.base.with_action("tutoring", term="medium"), "with_plan_start")
        self.refused(releve.InputError, lambda: plan.with_action("tutoring", term="medium", end="2030-01"), "beyond the term")

    def test_under_a_future(self):
        path = self.folder / "low.toml"
        path.write_text(FUTURE, encoding="utf-8")
        crossed = self.base.under(path)
        self.assertEqual((crossed.id, crossed.law, crossed.parameters["matching.applications"]), ("baseline@low", "2014", 4))
        self.assertEqual(crossed.shocks[0]["sector"], "FZ")
        self.assertEqual(crossed.with_action("tutoring").id, "baseline+tutoring@low")
        self.assertEqual(self.base.with_action("tutoring").under(releve.Future(path)).id, "baseline+tutoring@low")
        path.write_text('pack = "."\n', encoding="utf-8")
        self.refused(releve.InputError, lambda: releve.Future(path), "does not belong in a future")

    def test_wrong_calls_are_told_at_once(self):
        with_action, with_parameter = self.base.with_action, self.base.with_parameter
        self.refused(releve.UsageError, lambda: with_action("tutorin"), "did you mean 'tutoring'?")
        self.refused(releve.UsageError, lambda: with_action("tutorin"), "vouliez-vous dire «\u00a0tutoring\u00a0»", lang="fr")
        self.refused(releve.InputError, lambda: with_action("tutoring", pair=3), 'with_action("tutoring") pair: unknown setting', "'pairs'")
        self.refused(releve.InputError, lambda: with_action("tutoring", pairs=-1), "out of range (from 0 to 5000)")
        self.refused(releve.InputError, lambda: with_action("tutoring", duration=6), 'write "18 months"')
        self.refused(releve.InputError, lambda: with_action("tutoring", start="2014-02", end="2013-02"), "before start")
        self.refused(releve.InputError, lambda: with_action("tutoring", indicator="know_hov"), 'did you mean "know_how"?')
        self.refused(releve.UsageError, lambda: with_action("tutoring", pairs=True), "True is not a number")
        self.refused(releve.UsageError, lambda: releve.actions.tutoring(pair=3), "'pairs'")
        self.refused(releve.InputError, lambda: with_parameter("matching.application", 3), "'matching.applications'")
        self.refused(releve.InputError, lambda: with_parameter("matching", 3), "unknown parameter")
        self.refused(releve.InputError, lambda: with_parameter("matching.applications", -3), "out of range")
        self.refused(releve.UsageError, lambda: self.base.with_law("2015"), "unknown law '2015'")
        self.refused(releve.UsageError, lambda: self.base.without_action("tutoring"), "unknown action of this scenario")
        self.refused(releve.InputError, lambda: self.base.with_shock(posts=3), "without a target")
        self.refused(releve.UsageError, lambda: self.base.parameters["matching.x"], "unknown parameter")
        self.refused(releve.InputError, lambda: with_action("tutoring", establishments=["E9"]).check(), "unknown establishment")

    def test_own_actions_stand_beside_those_of_the_catalogue(self):
        class Mine(releve.OwnAction):
            name = "mine"
        mine = Mine()
        plan = self.base.with_action(mine).with_action("tutoring")
        self.assertEqual(plan.own_actions, (mine,))
        self.assertEqual(plan.id, "baseline+mine+tutoring")
        self.assertEqual(plan.without_action("mine").own_actions, ())
        self.assertEqual([action.type for action in plan.without_action("mine").actions], ["tutoring"])
        self.refused(releve.UsageError, lambda: plan.save(self.folder / "x.toml"), "written in Python")


class Catalogue(InFolder):
    def test_every_action_tells_what_its_record_tells(self):
        for lang in ("en", "fr"):
            releve.language = lang
            pages = {page["name"]: page for page in common.json.loads(common.command("describe", "actions", "--json", lang=lang))["pages"]}
            self.assertEqual(set(dir(releve.actions)), set(pages))
            for name, page in pages.items():
                action = getattr(releve.actions, name)
                told = " ".join(inspect.getdoc(action).split())
                self.assertIn(" ".join(page["meaning"].split()), told)
                for parameter in page["parameters"]:
                    self.assertIn(parameter["name"], inspect.signature(action).parameters)
                    self.assertIn(" ".join(parameter["meaning"].split()), told)

    def test_records_by_name(self):
        outputs = [page["name"] for page in common.json.loads(common.command("describe", "outputs", "--json"))["pages"]]
        self.assertEqual(list(releve.outputs), outputs)
        self.assertEqual(releve.outputs.unfilled_posts.kind, "stock")
        self.assertIn("Posts an employer", releve.outputs.unfilled_posts.__doc__)
        self.assertEqual(releve.processes.matching.parameters["applications"].unit, "1")
        self.refused(AttributeError, lambda: releve.outputs.unfilled_post, "did you mean 'unfilled_posts'?")
        self.refused(releve.UsageError, lambda: releve.processes["matchin"], "did you mean 'matching'?")


if __name__ == "__main__":
    common.main()
