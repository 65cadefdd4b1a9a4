# One fit by metafor, timed: as pooling_elsewhere.py, for R. Rscript pooling_elsewhere.R y... v...
suppressPackageStartupMessages(library(metafor))
given <- as.numeric(commandArgs(trailingOnly = TRUE))
k <- length(given) / 2
y <- given[1:k]
v <- given[k + 1:k]
fit <- function() rma(y, v, method = "REML", test = "knha")
number <- 5
repeats <- 200
# Not system.time, which counts in milliseconds and collects garbage before each run.
once <- function() {
  started <- Sys.time()
  for (i in seq_len(number)) fit()
  as.numeric(Sys.time() - started, units = "secs") / number
}
for (i in 1:20) fit() # R compiles a function when it has run a few times.
seconds <- min(replicate(repeats, once()))
found <- rma(y, v, method = "REML", test = "knha", control = list(threshold = 1e-10))
cat(sprintf(
  '[{"name":"metafor","version":"%s","method":"REML","tau2":%.15g,"estimate":%.15g,"se":%.15g,"seconds":%.15g}]',
  packageVersion("metafor"), found$tau2, found$beta[1], found$se[1], seconds
))
