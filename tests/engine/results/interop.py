#!/ usr / bin / env python3
"""Reads a result file with programs that are not ours and checks that all tell the same.

    interop.py FILE.h5              a file written by `releve run`
    interop.py --make PROGRAM       the sample that the C++ test program writes (also checks its known values)

Readers: h5py, xarray over h5netcdf, xarray over netCDF4 where python3-netcdf4 is installed, ncdump (netCDF-C).
"""
import importlib.util
import math
import os
import re
import subprocess
import sys
import tempfile

import h5py
import numpy
import xarray

MOST_PRINTED = 20_000  # values; ncdump prints larger variables too slowly


def check(holds, what):
    if not holds:
        sys.exit(f"interop: {what}")


def ncdump(*options):
    done = subprocess.run(["ncdump", *options], capture_output=True, text=True)
    check(done.returncode == 0, f"ncdump {' '.join(options)} failed: {done.stderr.strip()}")
    return done.stdout


def same(left, right):
    left, right = numpy.asarray(left), numpy.asarray(right)
    return left.shape == right.shape and numpy.array_equal(left, right, equal_nan=left.dtype.kind == "f")


def is_text(variable):
    return variable.dtype.kind in "OSU"


def header(path):
    """Dimensions, variables and names of attributes as ncdump prints them."""
    text = ncdump("-h", path)
    sizes = {name: int(zero or size) for name, size, zero in
             re.findall(r"^\t(\w+) = (\d+|UNLIMITED) ;(?: // \((\d+) currently\))?$", text, re.M)}
    variables = {name: tuple(dims.split(", ")) if dims else () for name, dims in
                 re.findall(r"^\t\w+ (\w+)(?:\((.*)\))? ;$", text, re.M)}
    attributes = {(owner, name) for owner, name in re.findall(r"^\t\t(?:string )?(\w*):(\w+) = ", text, re.M)}
    return sizes, variables, attributes


def printed_values(path, name):
    """The numbers of one variable as ncdump prints them, with all their digits."""
    text = ncdump("-p", "9,17", "-v", name, path).split("\ndata:\n", 1)[1]
    body = re.search(rf"^ {name} =(.*?) ;$", text, re.M | re.S).group(1)
    return [value.strip() for value in body.split(",")]


def missing_as_nan(text):
    return "nan" if text in ("_", "NaN", "NaNf") else text.removesuffix("f")


def check_against_ncdump(path, data):
    sizes, variables, attributes = header(path)
    check(sizes == dict(data.sizes), f"ncdump sees dimensions {sizes}, xarray {dict(data.sizes)}")
    shapes = {name: v.dims for name, v in data.variables.items()}
    check(variables == shapes, f"ncdump sees other variables: {variables}")
    check(("", "format_version") in attributes, "ncdump sees no format_version")
    ours = {("", name) for name in data.attrs} | {(v, name) for v in data.variables for name in data[v].attrs
}
    fills = {(v, "_FillValue") for v in data.variables if "_FillValue" in data[v].encoding}
    check(attributes == ours | fills, f"attributes differ: {attributes ^ (ours | fills)}")
    for name, variable in data.variables.items():
        if is_text(variable) or not 0 < variable.size <= MOST_PRINTED:
            continue
        seen = [missing_as_nan(text) for text in printed_values(path, name)]
        agrees = same(numpy.array(seen).astype(variable.dtype), variable.values.ravel())
        check(agrees, f"{name}: ncdump prints other numbers")


def check_against_h5py(path, data):
    with h5py.File(path) as file:
        for name, variable in data.variables.items():
            stored = file[name].asstr()[()] if is_text(variable) else file[name][()]
            check(same(stored, variable.values), f"{name}: h5py reads other values")
        for name, value in data.attrs.items():
            stored = file.attrs[name]
            if not isinstance(stored, h5py.Empty):
                check(list(numpy.atleast_1d(stored)) == list(numpy.atleast_1d(value)), f"attribute {name} differs")


def check_sample(data):
    check(list(data.scenario.values) == ["baseline", "tutorat"], "labels of scenario")
    check(list(data.occupation_name_fr.values) == ["Éleveurs", "", "Infirmiers d’État"], "accents and empty text")
    check(data.posts.dtype == numpy.float32 and data.posts.shape == (2, 40, 120, 3), "posts: shape")
    check(same(data.posts.values.ravel(), (numpy.arange(28800) % 997 + 0.25).astype("f4")), "posts: values")
    picked = float(data.posts.sel(scenario="tutorat", occupation="T4Z", month=24157)[3])
    check(picked == ((43 * 120 + 1) * 3 + 1) % 997 + 0.25,
          "posts: selection")
    check(data.attrs["seed"] == 9007199254740993 and (data.heads == 9007199254740993).all(), "64-bit integers")
    check(data.posts.attrs["long_name_fr"] == "postes occupés" and data.attrs["empty"] == "", "text attributes")
    check(math.copysign(1, data.rate.values[1, 1]) == -1 and data.rate.values[1, 2] == 1e300, "rate: values")
    check(data.attrs["level"] == 0.9 and data.total == 42.5, "values without dimension")


def check_file(path, is_sample):
    engines = ["h5netcdf"] + (["netcdf4"] if importlib.util.find_spec("netCDF4") else [])
    with open(path, "rb") as file:
        check(file.read(8) == b"\x89HDF\r\n\x1a\n", f"{path} is not HDF5")
    for engine in engines:
        with xarray.open_dataset(path, engine=engine) as data:
            data.load()
            check(data.variables, "no variable")
            check_against_ncdump(path, data)
            check_against_h5py(path, data)
            if is_sample:
                check_sample(data)
            print(f"{engine}, h5py, ncdump: {len(data.variables)} variables, {len(data.sizes)} dimensions agree")


def main(arguments):
    if len(arguments) == 1 and arguments[0] != "--make":
        check_file(arguments[0], False)
    elif len(arguments) == 2 and arguments[0] == "--make":
        with tempfile.TemporaryDirectory() as directory:
            path = os.path.join(directory, "sample.h5")
            subprocess.run([arguments[1], "[.interop]"], env=os.environ | {"RELEVE_SAMPLE": path}, check=True,
                           stdout=sys.stderr)
            check_file(path, True)
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
