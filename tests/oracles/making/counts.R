# Mantel–Haenszel and Peto.

pooled_counts <- function(measure) function(x) {
  found <- list(k = x$k, beta = x$beta[[1]], se = x$se, zval = x$zval, pval = x$pval, ci.lb = x$ci.lb, ci.ub = x$ci.ub, QE = x$QE, QEp = x$QEp, I2 = x$I2, H2 = x$H2)
  for (key in c("MH", "MHp", "TA", "TAp", "CO", "COp", "k.yi", "k.pos")) if (!is.null(x[[key]])) found[[key]] <- x[[key]]
  found$QEdf <- x$k.yi - 1
  found$fit_ML <- statistics(x, "ML")
  if (measure %in% c("OR", "RR", "IRR")) found$exp_est <- I(exp(c(x$beta[[1]], x$ci.lb, x$ci.ub)))
  found$weights_pct <- I(unname(weights(x)))
  found
}

zero_rules <- function(mh) {
  options <- list()
  if (maybe(0.3)) options$level <- one_of(c(80, 90, 99))
  pair <- maybe(0.5)
  if (maybe(0.5)) options$add <- if (pair) c(one_of(c(0, 0.1, 0.5, 1)), one_of(c(0, 0.1, 0.5))) else one_of(c(0, 0.1, 0.5, 1))
  if (maybe(0.5)) options$to <- if (pair) c(one_of(c("all", "only0", "if0all", "none")), one_of(c("all", "only0", "if0all", "none"))) else one_of(c("all", "only0", "if0all", "none"))
  if (maybe(0.5)) options$drop00 <- if (pair && maybe(0.5)) c(one_of(c(TRUE, FALSE)), one_of(c(TRUE, FALSE))) else one_of(c(TRUE, FALSE))
  if (mh && maybe(0.3)) options$correct <- FALSE
  options
}

draw_counts <- function(sets, measures, n) for (name in names(sets)) for (measure in measures) for (i in seq_len(often(n))) {
  x <- sets[[name]]
  if (maybe(0.1)) x <- x[sample.int(nrow(x), min(nrow(x), one_of(1:3))), ]
  if (maybe(0.1)) x[sample.int(nrow(x), 1), sample.int(4, 1)] <- NA
  peto <- measure == "PETO"
  options <- zero_rules(mh = !peto)
  call <- paste0(if (peto) "rma.peto(" else paste0("rma.mh(measure='", measure, "', "), of_columns(x), argued(options), ")")
  case(if (peto) "rma_peto" else "rma_mh", name, paste(c(measure, unlist(options), nrow(x), i), collapse = "/"), x, call,
       c(if (!peto) list(measure = measure), options), pooled_counts(if (peto) "OR" else measure))
}

draw_counts(tables(), c("OR", "RR", "RD", "PETO"), 2)
draw_counts(rates(), c("IRR", "IRD"), 5)
