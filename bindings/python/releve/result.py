"""What a run gives: every output of the catalogue, as arrays, tables and files."""
from __future__ import annotations

import html
import os
from typing import TYPE_CHECKING, Any

from releve import _language, _native, arrays
from releve._errors import path_of, unknown
from releve._language import pick

if TYPE_CHECKING:
    import pandas
    import xarray


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
            raise unknown(("output", "indicateur inconnu"), output, known)
        return arrays.to_dataframe(self._dataset, output, _language.check(lang or _language.get()))

    def save(self, path: str | os.PathLike[str]) -> None:
        """Writes the result file; it appears at its name only when complete."""
        self._dataset.write(path_of(path, ("save", "save")))

    def __repr__(self) -> str:
        told = self._dataset.attributes
        territory = pick((told["territory_en"], told["territory_fr"]))
        head = pick(("Result", "Résultats"))
        lines = [f"{head}: {territory}, {told['start']} – {told['horizon']}, " + pick((
            f"{self.replicates} replicates, seed {told['seed']}", f"{self.replicates} répliques, graine {told['seed']}"))]
        labels = self._dataset.values(f"scenario_label_{_language.get()}")
        lines += [f"  {code}: {label}" for code, label in zip(self.scenarios, labels)]
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
