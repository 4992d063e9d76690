"""From the engine's data set to xarray and pandas."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy

from releve import _native
from releve._language import pick

if TYPE_CHECKING:
    import pandas
    import xarray

_BESIDE = ("_sd", "_q", "_diff_sd", "_total")  # what stands beside the mean of a breakdown


def _array(dataset: _native.Dataset, name: str) -> numpy.ndarray[Any, Any]:
    """The values of a variable, without a copy if they are numbers."""
    values = dataset.values(name)
    if isinstance(values, numpy.ndarray):
        return values
    shape = [dataset.dimensions[dimension] for dimension in dataset.dimensions_of(name)]
    return numpy.array(values, dtype=object).reshape(shape)


def _is_coordinate(dataset: _native.Dataset, name: str) -> bool:
    """Codes and numbers along a dimension, their names, and other texts."""
    return name in dataset.dimensions or isinstance(dataset.values(name), list)


def outputs_of(dataset: _native.Dataset) -> list[str]:
    """Names of the variables that are outputs, without what stands beside them."""
    names = [name for name in dataset.variables if not _is_coordinate(dataset, name) and not name.startswith("input_")]
    beside = {name + suffix for name in names for suffix in _BESIDE}
    return [name for name in names if name not in beside]


def told(dataset: _native.Dataset, name: str) -> dict[str, Any]:
    attributes = dataset.attributes_of(name)
    return {"output": name, "label": pick((attributes.get("long_name", name), attributes.get("long_name_fr", name))),
            "unit": attributes.get("units", ""), "kind": attributes.get("kind", ""),
            "dimensions": ", ".join(dataset.dimensions_of(name)),
            "meaning": pick((attributes.get("comment", ""), attributes.get("comment_fr", "")))}


def to_xarray(dataset: _native.Dataset) -> xarray.Dataset:
    import xarray
    coordinates: dict[str, Any] = {}
    data: dict[str, Any] = {}
    for name in dataset.variables:
        values = _array(dataset, name)
        if name == "month":
            values = values.astype("datetime64[M]").astype("datetime64[ns]")
        into = coordinates if _is_coordinate(dataset, name) else data
        into[name] = (dataset.dimensions_of(name), values, dataset.attributes_of(name))
    return xarray.Dataset(data, coordinates, dataset.attributes)


def to_dataframe(dataset: _native.Dataset, output: str, language: str) -> pandas.DataFrame:
    import pandas
    dimensions = dataset.dimensions_of(output)
    shape = [dataset.dimensions[dimension] for dimension in dimensions]
    columns: dict[str, Any] = {}
    for at, dimension in enumerate(dimensions):
        places = numpy.broadcast_to(
            numpy.arange(shape[at]).reshape([-1 if i == at else 1 for i in range(len(shape))]), shape).ravel()
        codes = _array(dataset, dimension) if dimension in dataset.variables else numpy.arange(shape[at])
        columns[dimension] = codes.astype("datetime64[M]").astype("datetime64[ns]")[places] if dimension == "month" \
            else codes[places]
        label = f"{dimension}_label_{language}"
        if label in dataset.variables and dataset.dimensions_of(label) == [dimension]:
            columns[f"{dimension}_label"] = _array(dataset, label)[places]
    columns["value"] = _array(dataset, output).ravel()
    if f"{output}_sd" in dataset.variables:
        columns["sd"] = _array(dataset, f"{output}_sd").ravel()
    if f"{output}_q" in dataset.variables:
        at = dataset.dimensions_of(f"{output}_q").index("quantile")
        quantiles = numpy.moveaxis(_array(dataset, f"{output}_q"), at, 0)
        for order, values in zip(_array(dataset, "quantile"), quantiles):
            columns[f"q{round(100 * float(order)):02d}"] = values.ravel()
    frame = pandas.DataFrame(columns)
    attributes = dataset.attributes_of(output)
    frame.attrs = {"output": output, "unit": attributes.get("units", ""),
                   "label": attributes.get("long_name_fr" if language == "fr" else "long_name", output)}
    return frame
