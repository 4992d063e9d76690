"""What figures read from a result: names in one language, scenarios, years, quantiles over replicates.

Works on any xarray.Dataset in the layout of docs/formats/results.md, months as text or as dates.
"""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Sequence

import numpy as np
import numpy.typing as npt
import xarray

from releve._errors import UsageError, unknown
from releve.figures.words import Language, Words

Floats = npt.NDArray[np.float64]
ORDERS = (0.05, 0.1, 0.5, 0.9, 0.95)  # of the quantiles that result files keep
SUFFIXES = ("_sd", "_q", "_diff_sd", "_total")
FRENCH_AXES = {"scenario": "scénario", "occupation": "métier", "zone": "commune", "sector": "secteur", "size": "taille", "sex": "sexe", "age": "âge",
               "contract": "contrat", "competence": "compétence", "establishment": "établissement", "audited": "établissement audité"}
TIMES = ("month", "year")


def refused(where: str, english: str, french: str) -> UsageError:
    """A call that cannot be meant so."""
    return UsageError((f"{where}: {english}", f"{where}\u00a0: {french}"))


def french(axis: str) -> str:
    return FRENCH_AXES.get(axis, axis)


class View:
    """A dataset seen in one language."""

    def __init__(self, dataset: xarray.Dataset, language: Language) -> None:
        self.dataset = with_scenarios(dataset)
        self.words = Words(language)

    def outputs(self) -> list[str]:
        """Names of the outputs in the file, without the variables that tell their spread."""
        return [str(name) for name, variable in self.dataset.data_vars.items()
                if "kind" in variable.attrs and not str(name).endswith(SUFFIXES)]

    def variable(self, name: str) -> xarray.DataArray:
        if name not in self.dataset or "kind" not in self.dataset[name].attrs:
            raise unknown(("output", "indicateur"), name, self.outputs())
        return self.dataset[name]

    def codes(self, dimension: str) -> list[str]:
        return [str(code) for code in np.atleast_1d(self.dataset[dimension].values)]

    def labels(self, dimension: str) -> list[str]:
        """Names of the codes of a dimension in the language of the view."""
        name = f"{dimension}_label_{self.words.language}"
        return self.codes(name) if name in self.dataset else self.codes(dimension)

    def label(self, dimension: str, code: str) -> str:
        return self.labels(dimension)[self.codes(dimension).index(code)]

    def code(self, dimension: str, wanted: str) -> str:
        """The code told by itself or by its name in either language."""
        codes = self.codes(dimension)
        if wanted in codes:
            return wanted
        known = list(codes)
        for language in ("en", "fr"):
            name = f"{dimension}_label_{language}"
            labels = self.codes(name) if name in self.dataset else []
            if wanted in labels:
                return codes[labels.index(wanted)]
            known += labels
        raise unknown((dimension, f"nom ({french(dimension)})"), wanted, known)

    def scenarios(self, wanted: str | Sequence[str] | None) -> list[str]:
        """Codes of the scenarios asked for; all of them for None."""
        if wanted is None:
            return self.codes("scenario")
        return [self.code("scenario", name) for name in ([wanted] if isinstance(wanted, str) else wanted)]

    def reference(self, scenario: str) -> str:
        """The first scenario of the same future: what a plan is compared with."""
        codes = self.codes("scenario")
        if "scenario_future" not in self.dataset:
            return codes[0]
        futures = self.codes("scenario_future")
        return codes[futures.index(futures[codes.index(scenario)])]

    def years(self) -> list[int]:
        return [int(year) for year in self.dataset["year"].values]

    def year(self, wanted: int) -> int:
        years = self.years()
        if wanted not in years:
            raise refused(str(wanted), f"the result goes from {years[0]} to {years[-1]}", f"le résultat va de {years[0]} à {years[-1]}")
        return wanted

    def name(self, variable: xarray.DataArray) -> str:
        """The long name of an output, without what the statistic is."""
        text = str(variable.attrs.get(self.words("long_name", "long_name_fr"), variable.name))
        return text.rsplit(" (", 1)[0] if text.endswith(")") else text

    def territory(self) -> str:
        return str(self.dataset.attrs.get(self.words("territory_en", "territory_fr"), ""))

    def replicates(self) -> int:
        return int(self.dataset.sizes.get("replicate", self.dataset.attrs.get("replicates", 1)))

    def step(self) -> int:
        """Months between two values."""
        return int(self.dataset.attrs.get("step_months", 1))

    def origin(self) -> str:
        """What the reader of a figure must know: that it is no forecast, and what it was made with."""
        about = self.dataset.attrs
        caution = about.get(self.words("caution", "caution_fr"), self.words("A projection, not a forecast.", "Une projection, pas une prévision."))
        n, number = self.replicates(), self.words.number
        futures = self.words(f"{number(n)} simulated future{'s' if n > 1 else ''} of each scenario",
                             f"{number(n)} futur{'s' if n > 1 else ''} simulé{'s' if n > 1 else ''} par scénario")
        engine = f"Relève {about.get('engine_version', '')}".strip()
        pack = f"{about.get('pack', '')} {about.get('pack_version', '')}".strip()
        source = self.words(f"Source: {engine}, pack {pack}, seed {about.get('seed', '')}; {futures}.",
                            f"Source\u00a0: {engine}, pack {pack}, graine {about.get('seed', '')}\u00a0; {futures}.")
        own = ", ".join(map(str, np.atleast_1d(about.get("own_code", []))))
        beside = self.words(f" With code of one's own: {own}.", f" Avec du code ajouté\u00a0: {own}.") if own else ""
        return f"{str(caution).replace(' ;', chr(0xa0) + ';')} {source}{beside}"


def with_scenarios(dataset: xarray.Dataset) -> xarray.Dataset:
    """The same, outputs on `scenario` even where one scenario was picked from a result."""
    if "scenario" not in dataset.coords or "scenario" in dataset.dims:
        return dataset
    outputs = {name: variable for name, variable in dataset.data_vars.items() if "kind" in variable.attrs}
    return dataset.assign({name: variable.expand_dims("scenario") for name, variable in outputs.items()})


def months(dataset: xarray.Dataset) -> npt.NDArray[np.datetime64]:
    """The months of a result, whether told as text or as dates."""
    values = dataset["month"].values
    return values.astype(str).astype("datetime64[M]") if values.dtype.kind in "OU" else values.astype("datetime64[M]")


def year_of(dates: npt.NDArray[np.datetime64]) -> npt.NDArray[np.int64]:
    return dates.astype("datetime64[Y]").astype(np.int64) + 1970


def by_year(values: Floats, dates: npt.NDArray[np.datetime64], flow: bool, month_step: int = 1) -> tuple[npt.NDArray[np.int64], Floats]:
    """Values on months (last axis) by year: sums of flows over whole years, last values of stocks and rates."""
    years, firsts, counts = np.unique(year_of(dates), return_index=True, return_counts=True)
    whole = counts * month_step == 12 if flow else counts > 0
    parts = [values[..., first:first + count].sum(-1) if flow else values[..., first + count - 1]
             for first, count in zip(firsts[whole], counts[whole])]
    return years[whole], np.stack(parts, -1) if parts else values[..., :0]


@dataclass
class Course:
    """An output over time in one scenario: quantiles over replicates, or their mean where the result keeps no quantiles."""
    times: npt.NDArray[Any]  # years, or months as dates
    quantiles: dict[float, Floats]  # by order; empty if the result keeps none
    middle: Floats  # the median, else the mean


def course_of(values: Floats, times: npt.NDArray[Any]) -> Course:
    """From values on (replicate, time): quantiles of type 7, as in result files."""
    quantiles = dict(zip(ORDERS, np.nanquantile(values, ORDERS, axis=0)))
    return Course(times, quantiles, quantiles[0.5])


def read_course(view: View, output: str, scenario: str, where: dict[str, str], yearly: bool) -> Course:
    """The course of an output of the territory, or of one cell of its breakdown (`where`: a code by axis)."""
    variable = view.variable(output)
    variable = view.variable(f"{output}_total") if needs_total(view, variable, where) else variable
    check_where(view, variable, where)
    here = {"scenario": scenario, **where}
    if "replicate" in variable.dims:
        values = variable.sel(here).values.astype(np.float64)
        if "month" not in variable.dims:
            return course_of(values, np.asarray(view.years()))
        dates = months(view.dataset)
        if yearly:
            years, sums = by_year(values, dates, variable.attrs["kind"] == "flow", view.step())
            return course_of(sums, years)
        return course_of(values, dates)
    mean = variable.sel(here).values.astype(np.float64)
    if f"{output}_q" not in view.dataset:
        return Course(np.asarray(view.years()), {}, mean)
    kept = view.dataset[f"{output}_q"].sel(here).values.astype(np.float64)
    quantiles = {order: kept[place] for place, order in enumerate(view.dataset["quantile"].values)}
    return Course(np.asarray(view.years()), quantiles, quantiles[0.5])


def axes_of(variable: xarray.DataArray) -> list[str]:
    return [str(axis) for axis in variable.dims if axis not in ("scenario", "replicate", *TIMES)]


def needs_total(view: View, variable: xarray.DataArray, where: dict[str, str]) -> bool:
    return bool(axes_of(variable)) and not where and f"{variable.name}_total" in view.dataset


def check_where(view: View, variable: xarray.DataArray, where: dict[str, str]) -> None:
    """Refuses a breakdown that the output does not have, and a breakdown left open."""
    axes = axes_of(variable)
    for axis in where:
        if axis not in axes:
            raise refused(str(variable.name), f"not told by {axis}" + (f" but by {', '.join(axes)}" if axes else ""),
                          f"pas de ventilation par {french(axis)}" + (f", mais par {', '.join(map(french, axes))}" if axes else ""))
    for axis in axes:
        if axis not in where:
            first = view.codes(axis)[0]
            raise refused(str(variable.name), f'told by {axis}: choose one, as in {axis}="{first}"',
                          f'ventilé par {french(axis)}\u00a0: choisissez, par exemple {axis}="{first}"')
