# Reads a result file with R's ncdf4 and checks sizes, names, values and texts against what a reader of the file must find.
#   Rscript interop.R tests/data/results/format_1_0.h5
library(ncdf4)
path <- commandArgs(trailingOnly = TRUE)[1]
file <- nc_open(path)
stopifnot(ncatt_get(file, 0, "format_version")$value == "1.0", ncatt_get(file, 0, "seed")$value == 1)
stopifnot(identical(as.character(ncvar_get(file, "scenario")), c("baseline", "more_separations")))
employment <- ncvar_get(file, "employment")  # R turns the axes round: month, replicate, scenario
stopifnot(identical(dim(employment), c(6L, 2L, 2L)), identical(employment[1:3, 1, 1], c(19469, 19407, 19349)))
stopifnot(employment[1, 1, 2] == 19413, ncatt_get(file, "employment", "long_name_fr")$value == "personnes en poste")
stopifnot(all(!is.na(ncvar_get(file, "employment_by_contract"))))
cat(length(file$var), "variables,", length(file$dim), "dimensions read by R\n")
