#!/usr/bin/env python3
"""Figures tell what the result file tells: every bar, line and band is read back from the figure and computed again from the file.

    PYTHONPATH=build/release/python tests/bindings/python/plots.py RELEVE     RELEVE: the command built from these sources
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy
import xarray

import releve
from releve.plot import Plots

SETTINGS = dict(matplotlib.rcParams)  # before any figure
ROOT = Path(__file__).resolve().parent.parent.parent.parent
LANGRES = ROOT / "scenarios" / "packs" / "langres"
RELEVE = ""
REPLICATES, LAST = 5, "2016-06"  # a last year cut short
MINUS, NARROW = "\u2212", "\u202f"


def setUpModule():
    global FOLDER, DATASET, PLOTS
    FOLDER = Path(tempfile.mkdtemp())
    file = FOLDER / "small.h5"
    subprocess.run([RELEVE, "run", LANGRES / "baseline.toml", LANGRES / "insertion_platform.toml", "--replicates", str(REPLICATES), "--until", LAST,
                    "-o", file, "--no-progress"], check=True, capture_output=True)
    DATASET = xarray.load_dataset(file, engine="h5netcdf")
    PLOTS = Plots(DATASET, releve.open(file).comparison)


def tearDownModule():
    shutil.rmtree(FOLDER)


def texts_of(figure):
    return [text.get_text() for text in figure.findobj(matplotlib.text.Text) if text.get_text()]


def shown_texts(figure):
    """Every text drawn, but labels of ticks beyond the limits."""
    ticks = {id(tick.label1) for axes in figure.axes for axis in (axes.xaxis, axes.yaxis) for tick in axis.get_major_ticks()
             if not min(axis.get_view_interval()) <= tick.get_loc() <= max(axis.get_view_interval())}
    return [text for text in figure.findobj(matplotlib.text.Text) if text.get_text() and text.get_visible() and id(text) not in ticks]


class Drawn(unittest.TestCase):
    def tearDown(self):
        plt.close("all")

    def equal(self, found, expected):
        numpy.testing.assert_allclose(numpy.asarray(found, float), numpy.asarray(expected, float), rtol=1e-6, atol=1e-6)  # values are float32


class Fan(Drawn):
    def test_median_and_bands_are_quantiles_over_replicates(self):
        axes = PLOTS.fan("unfilled_posts", "baseline", lang="en")
        values = DATASET.unfilled_posts.sel(scenario="baseline").values
        self.equal(axes.lines[0].get_ydata(), numpy.quantile(values, 0.5, axis=0))
        for band, (low, high) in zip(axes.collections, ((0.05, 0.95), (0.1, 0.9))):
            heights = band.get_paths()[0].vertices[:, 1]
            self.equal((heights.min(), heights.max()),
                       (numpy.quantile(values, low, axis=0).min(), numpy.quantile(values, high, axis=0).max()))

    def test_months_are_dates(self):
        dates = matplotlib.dates.num2date(PLOTS.fan("employment", "baseline").lines[0].get_xdata(orig=False))
        self.assertEqual((dates[0].strftime("%Y-%m"), dates[-1].strftime("%Y-%m")), ("2013-01", LAST))

    def test_flows_are_summed_over_whole_years_alone(self):
        axes = PLOTS.fan("hires", "baseline")
        values = DATASET.hires.sel(scenario="baseline").values[:, :36].reshape(REPLICATES, 3, 12).sum(2)
        self.equal(axes.lines[0].get_xdata(), (2013, 2014, 2015))
        self.equal(axes.lines[0].get_ydata(), numpy.median(values, 0))
        self.assertEqual(len(PLOTS.fan("hires", "baseline", every="month").lines[0].get_ydata()), 42)

    def test_stocks_by_year_are_those_of_its_end(self):
        values = DATASET.employment.sel(scenario="baseline").values[:, [11, 23, 35, 41]]
        self.equal(PLOTS.fan("employment", "baseline", every="year").lines[0].get_ydata(), numpy.median(values, 0))

    def test_a_cell_of_a_breakdown_by_code_or_name(self):
        code = str(DATASET.occupation.values[7])
        kept = DATASET.employment_by_occupation_q.sel(scenario="baseline", quantile=0.5, occupation=code)
        for name in (code, str(DATASET.occupation_label_fr.values[7]), str(DATASET.occupation_label_en.values[7])):
            self.equal(PLOTS.fan("employment_by_occupation", "baseline", occupation=name).lines[0].get_ydata(), kept)

    def test_without_a_cell_the_total_of_each_replicate(self):
        values = DATASET.hiring_gap_total.sel(scenario="baseline").values
        self.equal(PLOTS.fan("hiring_gap", "baseline").lines[0].get_ydata(), numpy.median(values, 0))

    def test_what_keeps_its_mean_alone_has_no_band(self):
        where = {"audited": str(DATASET.audited.values[0]), "competence": str(DATASET.competence.values[0])}
        axes = PLOTS.fan("holders_by_audited", "baseline", lang="en", **where)
        self.equal(axes.lines[0].get_ydata(), DATASET.holders_by_audited.sel(scenario="baseline", **where))
        self.assertEqual(len(axes.collections), 0)
        text = " ".join(texts_of(axes.figure)).replace("\n", " ")
        self.assertIn("mean of the simulated futures", text)
        self.assertIn("for that establishment alone", text)

    def test_rates_are_shown_in_per_cent(self):
        rate = PLOTS.fan("unemployment_rate", "baseline").lines[0].get_ydata()
        self.equal(rate, 100 * numpy.median(DATASET.unemployment_rate.sel(scenario="baseline").values, 0))

    def test_side_by_side_a_plan_stands_beside_its_reference(self):
        panels = PLOTS.fan("unfilled_posts")
        self.assertEqual([len(panel.lines) for panel in panels], [1, 2])
        self.equal(panels[1].lines[1].get_ydata(), panels[0].lines[0].get_ydata())
        self.assertEqual(len(PLOTS.fan("unfilled_posts", together=True).lines), 2)


class Pyramid(Drawn):
    def test_bars_are_means_men_left_women_right(self):
        axes = PLOTS.pyramid(2015)
        means = DATASET.age_pyramid.sel(scenario="baseline", year=2015).transpose("sex", "age")
        self.equal([bar.get_width() for bar in axes.patches[:24]], [*-means.sel(sex="M").values, *means.sel(sex="F").values])

    def test_the_outline_is_the_earlier_year(self):
        axes = PLOTS.pyramid(2016, "insertion_platform", since=2013)
        outlines = [patch.get_data().values for patch in axes.patches if isinstance(patch, matplotlib.patches.StepPatch)]
        means = DATASET.age_pyramid.sel(scenario="insertion_platform", year=2013)
        self.equal(outlines, [-means.sel(sex="M").values, means.sel(sex="F").values])

    def test_the_share_of_seniors_is_told(self):
        by_age = DATASET.age_pyramid.sel(scenario="baseline", year=2016).sum("sex").values
        share = round(100 * by_age[8:].sum() / by_age.sum())  # the ninth band begins at 55
        self.assertIn(f"aged 55 and over: {share}% in 2016", " ".join(texts_of(PLOTS.pyramid(2016, lang="en").figure)).replace("\n", " "))


class Waterfall(Drawn):
    BLOCKS = ("net_creations", "career_ends", "openings", "young", "from_away", "from_others", "rest")

    @classmethod
    def setUpClass(cls):
        told = subprocess.run([RELEVE, "compare", FOLDER / "small.h5", "--json"], check=True, capture_output=True, text=True).stdout
        cls.told = [one for one in json.loads(told)["decomposition"] if (one["from"], one["to"]) == (2013, 2016)]

    def heights(self, axes, blocks):
        signs = {"young": -1, "from_away": -1, "from_others": -1}
        return [signs.get(block, 1) * bar.get_height() for block, bar in zip(blocks, axes.patches)]

    def test_bars_are_those_of_the_command(self):
        blocks = [block for block in self.BLOCKS if block != "from_others"]
        for one in self.told:
            axes = PLOTS.gap_waterfall(one["scenario"])
            self.equal(self.heights(axes, blocks), [one["territory"][block]["value"]["mean"] for block in blocks])

    def test_each_bar_begins_where_the_one_before_ends(self):
        bars = PLOTS.gap_waterfall().patches
        heights = [bar.get_height() for bar in bars]
        self.equal([bar.get_y() for bar in bars], (0, heights[0], 0, heights[2], heights[2] + heights[3], 0, 0))
        self.equal((heights[0] + heights[1], sum(heights[2:5])), (heights[2], heights[5]))

    def test_what_nobody_filled_stands_apart(self):
        never = DATASET.hiring_gap_total.sel(scenario="baseline").values[:, 1:].sum(1).mean() / 3
        self.equal(PLOTS.gap_waterfall().patches[-1].get_height(), never)

    def test_by_occupation(self):
        occupations = self.told[0]["occupations"]
        code, told = next((code, told) for code, told in self.by_code(occupations) if told["from_others"] != 0)
        axes = PLOTS.gap_waterfall(occupation=code)
        self.equal(self.heights(axes, self.BLOCKS), [told[block] for block in self.BLOCKS])

    @staticmethod
    def by_code(occupations):
        return occupations.items() if isinstance(occupations, dict) else [(one["occupation"], one) for one in occupations]


class Comparison(Drawn):
    def test_marks_and_intervals_are_those_of_the_table(self):
        table = PLOTS._comparison()
        panels = PLOTS.comparison(lang="en")
        self.assertEqual(len(panels), table["indicator"].nunique())
        for panel, (_, rows) in zip(panels, table.groupby("indicator", sort=False)):
            low, high = panel.collections[0].get_segments()[0][:, 0]
            self.equal((panel.lines[1].get_xdata()[0], low, high), rows[["change", "low", "high"]].iloc[0])

    def test_hollow_where_no_effect_is_shown(self):
        table = PLOTS._comparison()
        filled = [panel.lines[1].get_markerfacecolor() != "white" for panel in PLOTS.comparison()]
        self.assertEqual(filled, list(table["p_holm"] < 0.05))
        self.assertIn(True, filled)
        self.assertIn(False, filled)


    def test_one_replicate_has_no_interval(self):
        table = PLOTS._comparison().assign(low=numpy.nan, high=numpy.nan, p_holm=numpy.nan)
        panels = Plots(DATASET, lambda lang: table).comparison()
        panels[0].figure.canvas.draw()
        self.assertNotIn("[", " ".join(texts_of(panels[0].figure)))
        self.assertEqual({panel.lines[1].get_markerfacecolor() for panel in panels}, {"white"})


class Heatmap(Drawn):
    def test_cells_are_means_most_first(self):
        axes = PLOTS.retirements_heatmap(top=5)
        means = DATASET.retirements_by_occupation.sel(scenario="baseline").values
        order = numpy.argsort(-means.sum(0))[:5]
        self.equal(axes.images[0].get_array(), means[:, order].T)

    def test_shares_are_of_people_in_post(self):
        axes = PLOTS.retirements_heatmap(by="zone", top=3, share=True)
        means, stocks = (DATASET[f"{name}_by_zone"].sel(scenario="baseline").values for name in ("retirements", "employment"))
        order = numpy.argsort(-means.sum(0))[:3]
        self.equal(axes.images[0].get_array(), 100 * (means[:, order] / stocks[:, order]).T)


class Every(Drawn):
    FIGURES = {"fan": ("employment",), "pyramid": (), "gap_waterfall": (), "comparison": (), "retirements_heatmap": ()}

    def figures(self, lang):
        for name, arguments in self.FIGURES.items():
            getattr(PLOTS, name)(*arguments, lang=lang)
            yield name, plt.gcf()

    def test_says_that_it_is_no_forecast_and_where_it_comes_from(self):
        for lang, caution, source in (("en", "not a forecast", "Source: Relève"), ("fr", "pas une prévision", "Source\u00a0: Relève")):
            for name, figure in self.figures(lang):
                text = " ".join(texts_of(figure)).replace("\n", " ")
                self.assertIn(caution, text, name)
                self.assertIn(source, text, name)

    def test_says_that_code_was_added(self):
        figure = Plots(DATASET.assign_attrs(own_code=["plan.recruiter", "plan.bus"])).pyramid(lang="en").figure
        self.assertIn("With code of one's own: plan.recruiter, plan.bus.", " ".join(texts_of(figure)).replace("\n", " "))

    def test_french_has_no_english(self):
        for name, figure in self.figures("fr"):
            text = " ".join(texts_of(figure))
            for word in (" the ", " year", "people", "better", " of "):
                self.assertNotIn(word, text, name)

    def test_numbers_are_written_as_the_language_does(self):
        axes = PLOTS.fan("employment", "baseline", lang="fr")
        axes.figure.canvas.draw()
        self.assertIn(f"17{NARROW}", " ".join(label.get_text() for label in axes.get_yticklabels()))
        axes = PLOTS.fan("employment", "baseline", lang="en")
        axes.figure.canvas.draw()
        self.assertIn("17,", " ".join(label.get_text() for label in axes.get_yticklabels()))

    def test_no_setting_of_matplotlib_is_changed(self):
        for _ in self.figures("fr"):
            pass
        self.assertEqual(dict(matplotlib.rcParams), SETTINGS)

    def test_on_axes_that_the_caller_gives(self):
        figure, axes = plt.subplots(1, 2)
        self.assertIs(PLOTS.fan("employment", ax=axes[0]), axes[0])
        self.assertIs(PLOTS.pyramid(ax=axes[1], lang="en"), axes[1])
        self.assertIn("not a forecast", axes[1].get_xlabel().replace("\n", " "))
        self.assertEqual(plt.get_fignums(), [figure.number])

    def test_a_result_in_memory_gives_the_same_figure(self):
        pictures = []
        for plots in (PLOTS, releve.open(FOLDER / "small.h5").plot):
            plots.fan("unfilled_posts").flat[0].figure.savefig(FOLDER / "one.png")
            pictures.append((FOLDER / "one.png").read_bytes())
        self.assertEqual(*pictures)

    def test_one_scenario_picked_from_a_result(self):
        for data in (DATASET, releve.open(FOLDER / "small.h5").to_xarray()):
            plots = Plots(data.sel(scenario="insertion_platform"))
            self.equal(plots.fan("employment").lines[0].get_ydata(), DATASET.employment.sel(scenario="insertion_platform").median("replicate"))
            self.assertIn("insertion platform", " ".join(texts_of(plots.pyramid(lang="en").figure)).lower())
            plots.gap_waterfall()
            plots.retirements_heatmap()

    def test_called_it_draws_a_fan(self):
        self.equal(PLOTS(scenarios="baseline").lines[0].get_ydata(), DATASET.unfilled_posts.sel(scenario="baseline").median("replicate"))

    def test_text_fits_in_the_figure(self):
        for lang in ("en", "fr"):
            for name, figure in self.figures(lang):
                self.fits(figure, f"{name} {lang}")

    def test_text_fits_on_axes_that_the_caller_gives(self):
        for lang in ("en", "fr"):
            figure, axes = plt.subplots(2, 2, figsize=(13, 10), layout="constrained")
            for name, given in zip(("pyramid", "gap_waterfall", "retirements_heatmap"), axes.flat):
                getattr(PLOTS, name)(lang=lang, ax=given)
            PLOTS.fan("hires", lang=lang, ax=axes[1, 1])
            self.fits(figure, lang)

    def fits(self, figure, what):
        figure.canvas.draw()
        inside = figure.bbox.padded(2)  # of a glyph's overhang
        for text in shown_texts(figure):
            box = text.get_window_extent()
            self.assertTrue(inside.x0 <= box.x0 and box.x1 <= inside.x1, f"{what}: {text.get_text()!r}")
        shown = {id(text) for text in shown_texts(figure)}
        for axes in figure.axes:
            labels = [label for label in axes.get_xticklabels() if id(label) in shown and label.get_rotation() == 0]
            for left, right in zip(labels, labels[1:]):
                self.assertLess(left.get_window_extent().x1, right.get_window_extent().x0, f"{what}: {left.get_text()!r}")


class Refused(Drawn):
    def refused(self, call, *expected):
        with self.assertRaises(releve.UsageError) as caught:
            call()
        for text in expected:
            self.assertIn(text, str(caught.exception))

    def test_names_that_are_not_in_the_result(self):
        releve.language = "en"
        self.refused(lambda: PLOTS.fan("unfiled_posts"), "unfiled_posts", "did you mean", "unfilled_posts")
        self.refused(lambda: PLOTS.fan("employment", "basline"), "basline", "baseline")
        self.refused(lambda: PLOTS.fan("hiring_gap", occupation="Nurses and midwifes"), "Nurses and midwives")
        self.refused(lambda: PLOTS.pyramid(2031), "2031", "from 2013 to 2016")
        self.refused(lambda: PLOTS.retirements_heatmap(by="sector"), "retirements_by_sector")
        self.refused(lambda: PLOTS.comparison(indicators=["wages"]), "wages")

    def test_breakdowns_that_an_output_does_not_have_or_leaves_open(self):
        releve.language = "en"
        self.refused(lambda: PLOTS.fan("employment", zone="Langres"), "not told by zone")
        self.refused(lambda: PLOTS.fan("employment_by_zone"), "choose one, as in zone=")
        self.refused(lambda: PLOTS.pyramid(output="hiring_gap"), "not told by age and sex")
        self.refused(lambda: PLOTS.gap_waterfall(years=(2015, 2014)), "first before the last")

    def test_in_french(self):
        releve.language = "fr"
        self.addCleanup(setattr, releve, "language", "en")
        self.refused(lambda: PLOTS.fan("employment_by_zone"), "choisissez")

    def test_a_data_set_alone_tells_where_comparisons_are(self):
        self.refused(Plots(DATASET).comparison, "releve.open(")


class Documentation(Drawn):
    def test_examples_run(self):
        text = (ROOT / "docs" / "figures.md").read_text(encoding="utf-8")
        first, *others = re.findall(r"^```python\n(.*?)^```", text, re.M | re.S)
        names = {}
        exec(first.replace("replicates=40", 'replicates=2, until="2015-12"'), names)
        calls = [f"result.{call}" for call in re.findall(r"^\| `(plot\.[^`]+)` \|", text, re.M) if "..." not in call]
        self.assertGreater(len(others) + len(calls), 8)
        for code in (*others, *calls):
            exec(code.replace("2030", "2015").replace("2020", "2015"), names)
            self.assertTrue(plt.get_fignums(), code)
            plt.close("all")


class Lazy(unittest.TestCase):
    def test_matplotlib_is_imported_when_a_figure_is_drawn(self):
        code = "import sys, releve.plot; sys.exit('matplotlib' in sys.modules)"
        self.assertEqual(subprocess.run([sys.executable, "-c", code], env=os.environ, check=False).returncode, 0)


if __name__ == "__main__":
    RELEVE = sys.argv.pop(1)
    unittest.main()
