"""What a run gives: every output of the catalogue, as arrays, tables and files."""
from __future__ import annotations

import html
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from releve import _language, _native, arrays, comparing
from releve._errors import path_of, unknown
from releve._language import pick

if TYPE_CHECKING:
    import pandas
    import xarray

    from releve.pack import Pack
    from releve.plot import Plots


class Result:
    """The results of a run, in memory; the same as in the file that `save` writes (docs/formats/results.md).

    >>> result = releve.run(releve.Scenario("baseline.toml"), replicates=20)
    >>> result.to_dataframe("unfilled_posts")
    """

    def __init__(self, dataset: _native.Dataset):
        self._dataset = dataset

    @property
    def attributes(self) -> dict[str, Any]:
        """What the file tells of itself: seed, versions, inputs, resolved scenarios, caution."""
        return self._dataset.attributes

    @property
    def scenarios(self) -> list[str]:
        """Identifiers of the scenarios; the first is the baseline."""
        return list(self._dataset.values("scenario"))

    @property
    def replicates(self) -> int:
        return self._dataset.dimensions["replicate"]

    @property
    def outputs(self) -> pandas.DataFrame:
        """Every output that is here: label, unit, kind, dimensions, meaning."""
        import pandas
        rows = [arrays.told(self._dataset, name) for name in arrays.outputs_of(self._dataset)]
        return pandas.DataFrame(rows).set_index("output")

    def to_xarray(self) -> xarray.Dataset:
        """As an xarray Dataset, without copying numbers: months are datetime64 of their first day, codes are coordinates,
        and so are their names (`occupation_label_en`, `occupation_label_fr`)."""
        return arrays.to_xarray(self._dataset)

    def to_dataframe(self, output: str, lang: str | None = None) -> pandas.DataFrame:
        """One output, one row for each figure: codes, their names in one language, `value`; of a breakdown also `sd` and the
        quantiles `q05` to `q95` over replicates."""
        known = arrays.outputs_of(self._dataset)
        if output not in known:
            raise unknown(("output", "indicateur"), output, known)
        return arrays.to_dataframe(self._dataset, output, _language.check(lang or _language.get()))

    def comparison(self, level: float = 0.95, *, all: bool = False, lang: str | None = None) -> pandas.DataFrame:
        """What each plan changes against the first scenario of its future, replicate by replicate: one row for each plan and
        indicator, with the mean difference `change`, its interval `low` to `high`, the probability of doing better in one
        replicate, and p-values alone and corrected for being several (Holm). The main indicators in the last year; `all`:
        every indicator in the milestone years. Method: docs/model/comparison.md."""
        return comparing.changes(self._dataset, level, all, lang)

    def gains(self, by: str | None = None, level: float = 0.95, *, lang: str | None = None) -> pandas.DataFrame:
        """Who gains and who loses in the last year: every cell by zone, size, sex, age, sector or occupation."""
        return comparing.gains(self._dataset, by, level, lang)

    def cost_effects(self, level: float = 0.95) -> pandas.DataFrame:
        """What each plan costs beyond its baseline [EUR], how many unfilled post-months it avoids, and the cost of one (only
        where a gain is shown), with intervals."""
        return comparing.cost_effects(self._dataset, level)

    def targets(self, level: float = 0.95) -> pandas.DataFrame:
        """For each action of each plan: its target, the change of its indicator and the probability that it is reached."""
        return comparing.targets(self._dataset, level)

    @property
    def plot(self) -> Plots:
        """Figures of this result: `.plot.fan("unfilled_posts")`, `.plot.pyramid(since=2013)`, `.plot.gap_waterfall()`,
        `.plot.comparison()`, `.plot.retirements_heatmap()`."""
        from releve.plot import Plots
        return Plots(self.to_xarray(), self.comparison)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Writes the result file; it appears at its name only when complete."""
        self._dataset.write(path_of(path, ("save", "save")))

    def export(self, directory: str | os.PathLike[str], format: str = "csv", *, scenarios: Sequence[str] = (),
               outputs: Sequence[str] = (), public: Pack | None = None, lang: str | None = None) -> list[Path]:
        """Writes tables into a new folder: "csv", "csv-excel-fr" (for a French Excel) or "xlsx" (docs/formats/exports.md).
        `scenarios`, `outputs`: these alone. `public`: the pack; statistical secrecy is applied, and the tables may be
        published. Without it they tell of single establishments. Gives the files."""
        if format not in _native.export_formats:
            raise unknown(("format", "format"), format, _native.export_formats)
        folder = path_of(directory, ("export", "export"))
        files, _, _ = _native.export(self._dataset, folder, _native.export_formats.index(format), list(scenarios), list(outputs),
                                     public._territory if public else None, _language.check(lang or _language.get()) == "fr")
        return [Path(folder, name) for name in files]

    def __repr__(self) -> str:
        told = self._dataset.attributes
        territory = pick((told["territory_en"], told["territory_fr"]))
        head = pick(("Result:", "Résultats\u00a0:"))
        lines = [f"{head} {territory}, {told['start']} – {told['horizon']}, " + pick((
            f"{self.replicates} replicates, seed {told['seed']}", f"{self.replicates} répliques, graine {told['seed']}"))]
        labels = self._dataset.values(f"scenario_label_{_language.get()}")
        colon = pick((":", "\u00a0:"))
        lines += [f"  {code}{colon} {label}" for code, label in zip(self.scenarios, labels)]
        count = len(arrays.outputs_of(self._dataset))
        lines.append("  " + pick((f"{count} outputs, see .outputs", f"{count} indicateurs, voir .outputs")))
        lines.append("  " + pick((told["caution"], told["caution_fr"])))
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        head, *rest = repr(self).split("\n")
        listed = "".join(f"<li>{html.escape(line.strip())}</li>" for line in rest[:-2])
        notes = "<br>".join(html.escape(line.strip()) for line in rest[-2:])
        return f"<div><strong>{html.escape(head)}</strong><ol start='0'>{listed}</ol>{notes}</div>"


def open(path: str | os.PathLike[str]) -> Result:
    """Reads a result file that `releve run` or `Result.save` wrote."""
    return Result(_native.read_dataset(path_of(path, ("open", "open"))))
