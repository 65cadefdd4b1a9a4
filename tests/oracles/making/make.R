# Make reference cases with metafor, in the format of tests/oracles/cases:
#
#   Rscript tests/oracles/making/make.R OUT_FOLDER [SEED] [SHARE]
#
# By hand and seldom: nothing else needs R. From the studies in data_sets.R it draws calls of every
# family (SHARE of the full number), runs each, and writes OUT_FOLDER/<family>.jsonl. An iterated τ²
# runs to 1e-13 rather than to metafor's default of 1e-5; calls that R refuses are left out and
# counted. `python -m tests.oracles.making.compare OUT_FOLDER` then says where reviewkit differs.

suppressMessages(library(metafor))
pdf(NULL) # baujat draws
arguments <- commandArgs(trailingOnly = TRUE)
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
out <- arguments[1]
set.seed(if (length(arguments) > 1) as.integer(arguments[2]) else 1)
share <- if (length(arguments) > 2) as.numeric(arguments[3]) else 1
dir.create(out, showWarnings = FALSE, recursive = TRUE)
unlink(file.path(out, "*.jsonl"))
source(file.path(here, "data_sets.R"))
source(file.path(here, "writing.R"))
for (part in c("effect_sizes.R", "pools.R", "regressions.R", "counts.R", "dependent.R")) source(file.path(here, part))
finish()
