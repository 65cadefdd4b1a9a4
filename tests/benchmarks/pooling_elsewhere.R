# One fit by metafor, timed: as pooling_elsewhere.py, for R. Rscript pooling_elsewhere.R y... v...
suppressPackageStartupMessages(library(metafor))
given <- as.numeric(commandArgs(trailingOnly = TRUE))
k <- length(given) / 2
y <- given[1:k]
v <- given[k + 1:k]
fit <- function() rma(y, v, method = "REML", test = "knha")
number <- 5
seconds <- min(replicate(200, system.time(for (i in 1:number) fit())[["elapsed"]])) / number
found <- rma(y, v, method = "REML", test = "knha", control = list(threshold = 1e-10))
cat(sprintf(
  '[{"name":"metafor","version":"%s","method":"REML","tau2":%.15g,"estimate":%.15g,"se":%.15g,"seconds":%.15g}]',
  packageVersion("metafor"), found$tau2, found$beta[1], found$se[1], seconds
))
