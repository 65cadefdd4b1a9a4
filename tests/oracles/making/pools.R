# Models without moderators, and what is asked of them.

METHODS <- c("EE", "FE", "DL", "HE", "HS", "HSk", "SJ", "ML", "REML", "EB", "PM", "PMM", "GENQ", "SJIT", "DLIT")
TESTS <- c("z", "t", "knha", "adhoc")

# The text of a call of rma with options, tightened where τ² is iterated.
rma_text <- function(options, columns = "yi=yi, vi=vi") {
  weights <- if (isTRUE(options$own)) ", weights=weights" else ""
  options$own <- NULL
  paste0("rma(", columns, weights, argued(options), tight(options$method), ")")
}

statistics <- function(x, kind) {
  values <- unname(x$fit.stats[, kind])
  list(ll = values[1], dev = values[2], AIC = values[3], BIC = values[4], AICc = values[5])
}

limits <- function(x, ...) {
  found <- confint(x, control=list(tol=1e-13, maxiter=5000), ...)
  rows <- found$random
  one <- function(i) list(est = rows[[i, 1]], ci.lb = rows[[i, 2]], ci.ub = rows[[i, 3]])
  list(tau2 = one(1), tau = one(2), I2 = one(3), H2 = one(4), null_set = isTRUE(found$ci.null), lb_sign = found$lb.sign, ub_sign = found$ub.sign)
}

quietly <- function(expression) tryCatch(suppressWarnings(expression), error = function(e) NULL)

expected_uni <- function(more) function(x) {
  predicted <- predict(x)
  found <- list(
    k = x$k, beta = x$beta[[1]], se = x$se, zval = x$zval, pval = x$pval, ci.lb = x$ci.lb, ci.ub = x$ci.ub,
    ddf = if (x$test == "z") NULL else x$ddf, tau2 = x$tau2, se.tau2 = x$se.tau2, tau = sqrt(x$tau2), QE = x$QE, QEdf = x$k - x$p,
    QEp = x$QEp, I2 = x$I2, H2 = x$H2, s2w = x$s2w, vt = x$vt, fit_ML = statistics(x, "ML"), fit_REML = statistics(x, "REML"),
    pi.lb = predicted$pi.lb, pi.ub = predicted$pi.ub
  )
  if (!x$method %in% c("EE", "FE", "GENQ") && !x$tau2.fix && x$k > 1) {
    found$confint_QP <- limits(x)
    if (more) {
      if (x$method %in% c("ML", "REML")) found$confint_PL <- quietly(limits(x, type = "PL"))
      for (scale in c("", ".log", ".sqrt")) found[[paste0("confint_Wald", scale)]] <- quietly(limits(x, type = paste0("Wald", scale)))
    }
  }
  found
}

draw_uni <- function(name, i) {
  x <- EFFECTS[[name]]$studies
  if (nrow(x) > 70) x <- x[1:70, ]
  tags <- character()
  if (maybe(0.08)) { k <- one_of(c(1, 2, 3, 4)); x <- x[sample.int(nrow(x), min(k, nrow(x))), ]; tags <- paste0("some", nrow(x)) }
  inputs <- x[c("yi", "vi")]
  if (maybe(0.05)) { inputs$sei <- sqrt(inputs$vi); inputs$vi <- NULL }
  if (maybe(0.05) && nrow(x) > 4) { inputs[sample.int(nrow(x), 1), sample.int(2, 1)] <- NA; tags <- c(tags, "withNA") }
  options <- list(method = one_of(METHODS), test = one_of(TESTS))
  if (maybe(0.15)) options$level <- one_of(c(80, 90, 99))
  if (maybe(0.1)) options$weighted <- FALSE
  if (maybe(0.07) && !options$method %in% c("EE", "FE")) options$tau2 <- signif(runif(1, 0, 2 * var(EFFECTS[[name]]$studies$yi)), 3)
  own <- (options$method == "GENQ" || maybe(0.08)) && !is.null(x$ni) && !anyNA(x$ni) && is.null(options$weighted)
  if (options$method == "GENQ" && !own) options$method <- one_of(c("HSk", "PMM"))
  if (own) inputs$weights <- x$ni
  columns <- if ("sei" %in% names(inputs)) "yi=yi, sei=sei" else "yi=yi, vi=vi"
  case("rma_uni", name, paste(c(unlist(options), if (own) "weights-ni", tags, names(inputs)[2], i), collapse = "/"), inputs,
       rma_text(c(options, list(own = own)), columns), options,
       expected_uni(more = !own && is.null(options$tau2) && is.null(options$weighted)), measure = EFFECTS[[name]]$measure)
}

studies_of <- function(name, most = 40) {
  x <- EFFECTS[[name]]$studies
  x <- x[1:min(nrow(x), most), ]
  x[c("yi", "vi")]
}

table_of <- function(x) {
  names <- c(estimate = "estimate", se = "se", stat = if (is.null(x$tval)) "zval" else "tval", pval = if (is.null(x[["pval"]])) "pvals" else "pval", ci.lb = "ci.lb", ci.ub = "ci.ub", Q = "Q", Qp = "Qp", tau2 = "tau2", I2 = "I2", H2 = "H2")
  found <- lapply(names, function(name) if (is.null(x[[name]])) NULL else I(x[[name]]))
  found[!vapply(found, is.null, NA)]
}

residuals_of <- function(x) list(resid = I(x$resid), se = I(x$se), z = I(x$z))
predicted_of <- function(x) list(pred = I(x$pred), se = I(x$se), pi.lb = I(x$pi.lb), pi.ub = I(x$pi.ub))

expected_influence <- function(fit_of) function(found) {
  inf <- found$inf
  fit <- fit_of()
  out <- list(rstudent = I(inf$rstudent), dffits = I(inf$dffits), cook.d = I(inf$cook.d), cov.r = I(inf$cov.r), tau2.del = I(inf$tau2.del), QE.del = I(inf$QE.del),
              hat = I(inf$hat), weight = I(inf$weight))
  moved <- unclass(found$dfbs)
  moved <- moved[!names(moved) %in% c("slab", "digits")]
  if (length(moved) == 1) out$dfbs <- I(moved[[1]]) else { out$dfbs_intrcpt <- I(moved[[1]]); out$dfbs_mod <- I(moved[[2]]) }
  out$is_infl <- I(unname(found$is.infl))
  out$rstandard <- residuals_of(rstandard(fit))
  out$rstudent_full <- residuals_of(rstudent(fit))
  if (length(moved) > 1) out$blup <- predicted_of(blup(fit))
  out
}

SUMMARISED <- c("k", "QE", "I2", "H2", "tau2", "estimate")
expected_gosh <- function(x) {
  res <- x$res
  names(res)[ncol(res)] <- "estimate"
  found <- list(n_subsets = nrow(res), n_fit = sum(!is.na(res$estimate)), columns = I(SUMMARISED))
  for (name in SUMMARISED) found[[name]] <- list(n = length(res[[name]]), mean = mean(res[[name]]), sd = sd(res[[name]]),
    quantiles = I(unname(quantile(res[[name]], c(0, .05, .25, .5, .75, .95, 1)))))
  if (ncol(x$incl) <= 6) {
    found$all <- lapply(res[SUMMARISED], I)
    found$incl <- matrix(as.numeric(x$incl), nrow(x$incl))
  }
  found
}

draw_regtest <- function(name) {
  x <- EFFECTS[[name]]$studies
  with_n <- !is.null(x$ni) && !anyNA(x$ni)
  o <- list(model = one_of(c("lm", "rma", "rma")), predictor = one_of(c("sei", "vi", if (with_n) c("ni", "ninv", "sqrtni", "sqrtninv"))))
  lm <- o$model == "lm" # Which takes nothing of the model but its studies.
  fit <- list(method = if (lm) "REML" else one_of(c("REML", "DL", "EE", "ML", "PM", "HE", "SJ", "EB")), test = if (lm) "z" else one_of(TESTS))
  inputs <- x[1:min(nrow(x), 60), c("yi", "vi", if (!o$predictor %in% c("sei", "vi")) "ni")]
  expected <- function(r) {
    coefficients <- if (lm) coef(summary(r$fit)) else cbind(r$fit$beta, r$fit$se)
    list(zval = r$zval, pval = r$pval, ddf = if (!lm && r$fit$test == "z") NULL else r$ddf, est = r$est, est.ci.lb = r$ci.lb, est.ci.ub = r$ci.ub,
         coef = I(unname(coefficients[, 1])), coef_se = I(unname(coefficients[, 2])))
  }
  call <- paste0("regtest(", rma_text(fit, of_columns(inputs)), argued(o), ")")
  options <- c(o, if (lm) list(method = NULL, test = NULL) else fit)
  case("regtest", name, paste(unlist(options), collapse = "/"), inputs, call, options, expected, measure = EFFECTS[[name]]$measure)
}

for (name in names(EFFECTS)) {
  for (i in seq_len(often(8))) draw_uni(name, i)
  measure <- EFFECTS[[name]]$measure
  k <- nrow(EFFECTS[[name]]$studies)
  fit <- function(methods, tests = c("z", "knha", "t", "adhoc")) list(method = one_of(methods), test = one_of(tests))
  few <- studies_of(name, 25)
  for (i in seq_len(often(1))) {
    o <- fit(c("DL", "EE", "ML", "PM", "REML", "HS", "SJ", "EB", "HE"))
    if (maybe(0.2)) o$level <- 90
    case("leave1out", name, paste(c(unlist(o), i), collapse = "/"), few, paste0("leave1out(", rma_text(o), ")"), o, table_of, measure = measure)
    o <- fit(c("DL", "EE", "ML", "PM", "REML", "HS", "SJ", "EB", "HE"))
    by <- one_of(c("asis", "by-vi", "shuffled"))
    inputs <- cbind(few, order = switch(by, asis = seq_len(nrow(few)), "by-vi" = order(few$vi), shuffled = sample.int(nrow(few))))
    case("cumul", name, paste(c(unlist(o), by, i), collapse = "/"), inputs, paste0("cumul(", rma_text(o), ", order=order)"), o, table_of, measure = measure)
    o <- fit(c("DL", "EE", "ML", "PM", "REML", "SJ", "HE", "HS", "EB"))
    call <- rma_text(o)
    case("influence", name, paste(c(unlist(o), i), collapse = "/"), few, paste0("influence(", call, ")"), o,
         expected_influence(function() eval(parse(text = call), few)), measure = measure)
    o <- fit(c("DL", "ML", "REML", "EB", "SJ", "PM", "HE", "HS"))
    case("blup", name, paste(c(unlist(o), i), collapse = "/"), few, paste0("list(blup(", rma_text(o), "), ranef(", rma_text(o), "))"), o,
         function(x) c(predicted_of(x[[1]]), list(ranef = predicted_of(x[[2]]))), measure = measure)
    o <- list(method = one_of(c("DL", "EE", "REML", "ML", "PM", "HE")))
    case("baujat", name, o$method, few, paste0("baujat(", rma_text(o), ")"), o, function(x) list(x = I(x$x), y = I(x$y)), measure = measure)
    o <- list(method = one_of(c("DL", "EE", "HE", "HS", "REML")))
    case("weights", name, o$method, few, paste0("weights(", rma_text(o), ")"), o, function(x) list(weights = I(unname(x))), measure = measure)
    exact <- maybe(0.6)
    case("ranktest", name, if (exact) "default" else "exactFALSE", studies_of(name, 70), paste0("ranktest(rma(yi=yi, vi=vi, method='EE'), exact=", exact, ")"),
         list(exact = exact), function(x) list(tau = x$tau, pval = x$pval), measure = measure)
  }
  for (i in seq_len(often(2))) {
    o <- list(method = one_of(c("DL", "EE", "REML", "ML", "HE", "SJ", "PM")), estimator = one_of(c("L0", "R0", "Q0")), side = one_of(c("auto", "left", "right")))
    if (maybe(0.3)) o$test <- one_of(TESTS)
    case("trimfill", name, paste(unlist(o), collapse = "/"), studies_of(name, 40),
         paste0("trimfill(", rma_text(o[intersect(names(o), c("method", "test"))]), ", estimator='", o$estimator, "'", if (o$side != "auto") paste0(", side='", o$side, "'"), tight(o$method), ")"), o,  # Without it R fits again to 1e-5.
         function(x) list(k0 = x$k0, se.k0 = x$se.k0, p.k0 = x$p.k0, side = x$side, k = x$k, beta = x$beta[[1]], se = x$se, zval = x$zval, pval = x$pval, ci.lb = x$ci.lb, ci.ub = x$ci.ub,
                          tau2 = x$tau2, QE = x$QE, QEp = x$QEp, I2 = x$I2, H2 = x$H2, filled_yi = I(x$yi[x$fill]), filled_vi = I(x$vi[x$fill])), measure = measure)
    draw_regtest(name)
  }
  if (k <= 9) for (i in seq_len(often(1))) {
    o <- list(method = one_of(c("EE", "DL", "REML", "PM", "HE")))
    small <- studies_of(name, if (o$method == "REML") 6 else 8)
    case("gosh", name, o$method, small, paste0("gosh(", rma_text(c(o, list(test = "z"))), ", progbar=FALSE)"), c(o, list(subsets = "all")), expected_gosh, measure = measure)
  }
}
