# Models with moderators: numbers, factors, interactions, without intercept; contrasts; predictions.

sized_with <- function(data, measure, ...) {
  columns <- as.list(substitute(list(...)))[-1]
  made <- suppressWarnings(eval(as.call(c(quote(escalc), list(measure = measure), columns, list(data = data)))))
  data.frame(yi = c(made$yi), vi = made$vi, data[setdiff(names(data), c("yi", "vi"))])
}

# Data sets with their moderators and the formulas that suit them.
MODELS <- list(
  "dat.bcg|RR" = list(sized_with(dat.bcg, "RR", ai = tpos, bi = tneg, ci = cpos, di = cneg), c("~ ablat", "~ ablat + year", "~ ablat*factor(alloc)", "~ alloc", "~ alloc - 1", "~ poly(ablat,2,raw=TRUE)", "~ I(ablat-33)", "~ year + alloc")),
  "dat.bcg|OR" = list(sized_with(dat.bcg, "OR", ai = tpos, bi = tneg, ci = cpos, di = cneg), c("~ ablat", "~ ablat + I(ablat^2)", "~ ablat:alloc - 1")),
  "dat.bcg|RD" = list(sized_with(dat.bcg, "RD", ai = tpos, bi = tneg, ci = cpos, di = cneg), c("~ ablat", "~ alloc + ablat")),
  "dat.raudenbush1985" = list(dat.raudenbush1985, c("~ weeks", "~ weeks + setting", "~ setting*tester", "~ setting + tester - 1", "~ I(weeks^2) + weeks", "~ log(weeks+1)")),
  "dat.bangertdrowns2004" = list(dat.bangertdrowns2004, c("~ length", "~ length + wic + feedback + info + pers + imag + meta", "~ factor(grade)", "~ length*wic", "~ subject", "~ factor(grade) - 1", "~ minutes", "~ I(length/10) + year")),
  "dat.hackshaw1998" = list(dat.hackshaw1998, c("~ year", "~ design", "~ country", "~ design - 1", "~ year*design", "~ cases")),
  "dat.linde2005|RR" = list(sized_with(dat.linde2005, "RR", ai = ai, n1i = n1i, ci = ci, n2i = n2i), c("~ baseline", "~ dosage", "~ year + baseline", "~ major", "~ factor(group)", "~ country")),
  "dat.debruin2009|PLO" = list(sized_with(dat.debruin2009, "PLO", xi = xi, ni = ni), c("~ scq", "~ patients", "~ scq*ethnicity", "~ select + sens", "~ scq + ethnicity + patients + select + sens")),
  "dat.pignon2000|GEN" = list(with(dat.pignon2000, data.frame(yi = OmE / V, vi = 1 / V, grp)), c("~ factor(grp)", "~ factor(grp) - 1")),
  "dat.curtis1998|ROM" = list(sized_with(dat.curtis1998, "ROM", m1i = m1i, sd1i = sd1i, n1i = n1i, m2i = m2i, sd2i = sd2i, n2i = n2i), c("~ time", "~ fungrp", "~ method", "~ time + stock", "~ xtrt", "~ co2.elev*stock")),
  "dat.gibson2002|SMD" = list(sized_with(dat.gibson2002, "SMD", m1i = m1i, sd1i = sd1i, n1i = n1i, m2i = m2i, sd2i = sd2i, n2i = n2i), c("~ factor(type)", "~ year", "~ year + factor(type)")),
  "dat.mcdaniel1994|ZCOR" = list(sized_with(dat.mcdaniel1994, "ZCOR", ri = ri, ni = ni), c("~ type", "~ struct", "~ type*struct", "~ type:struct - 1", "~ struct + type")),
  "dat.lehmann2018" = list(dat.lehmann2018, c("~ Gender", "~ PRPublication", "~ Gender + Design", "~ Gender*PRPublication", "~ Year", "~ Control_Attractiveness", "~ Location")),
  "dat.viechtbauer2021|OR" = list(sized_with(dat.viechtbauer2021, "OR", ai = xTi, n1i = nTi, ci = xCi, n2i = nCi, add = 1/2, to = "all"), c("~ dose", "~ I(dose-125)", "~ poly(dose,2)", "~ dose + I(dose^2)")),
  "dat.hart1999|IRR" = list(sized_with(dat.hart1999, "IRR", x1i = x1i, x2i = x2i, t1i = t1i, t2i = t2i), c("~ year", "~ compgrp", "~ prevtype")),
  "dat.assink2016" = list(dat.assink2016, c("~ deltype", "~ factor(pubstatus) + year", "~ year*deltype", "~ deltype - 1")),
  "dat.baskerville2012" = list(with(dat.baskerville2012, data.frame(yi = smd, vi = se^2, dat.baskerville2012)), c("~ score", "~ design", "~ alloconc + blind", "~ tailor*duration", "~ country", "~ year + itt")),
  "dat.knapp2017" = list(dat.knapp2017, c("~ difficulty", "~ task", "~ year", "~ difficulty + I(difficulty^2)", "~ yi_iq")),
  "dat.konstantopoulos2011" = list(dat.konstantopoulos2011, c("~ year", "~ factor(district)", "~ factor(district) - 1", "~ I(year-1990)")),
  "dat.laopaiboon2015|RR" = list(sized_with(dat.laopaiboon2015, "RR", ai = ai, n1i = n1i, ci = ci, n2i = n2i), c("~ age", "~ ctrl", "~ age + ctrl", "~ diag.ab + diag.cb + diag.pn")),
  "dat.tannersmith2016" = list(dat.tannersmith2016, c("~ propmale", "~ sexmix", "~ aget1 + aget2", "~ I(aget2-aget1) + propmale")),
  "dat.landenberger2005|OR" = list(sized_with(dat.landenberger2005, "OR", ai = n.cbt.rec, bi = n.cbt.non, ci = n.ctrl.rec, di = n.ctrl.non), c("~ design", "~ setting", "~ designprob", "~ age + male", "~ sessions + hrs_week", "~ program*group")),
  "dat.cohen1981|ZCOR" = list(sized_with(dat.cohen1981, "ZCOR", ri = ri, ni = ni), c("~ control", "~ control - 1")),
  "dat.kalaian1996" = list(dat.kalaian1996, c("~ outcome", "~ outcome*hrs", "~ outcome + year", "~ outcome - 1", "~ log(hrs) + outcome")),
  "dat.obrien2003|PFT" = list(sized_with(dat.obrien2003, "PFT", xi = cases, ni = total), c("~ bmi", "~ bmi + year", "~ factor(ch)")),
  "dat.nielweise2007|OR" = list(sized_with(dat.nielweise2007, "OR", ai = ai, n1i = n1i, ci = ci, n2i = n2i), c("~ year")),
  "dat.yusuf1985|PETO" = list(sized_with(subset(dat.yusuf1985, table %in% c("6", "9", "10")), "PETO", ai = ai, n1i = n1i, ci = ci, n2i = n2i), c("~ table", "~ table - 1")),
  "dat.molloy2014|ZCOR" = list(sized_with(dat.molloy2014, "ZCOR", ri = ri, ni = ni), c("~ meanage", "~ design*quality", "~ controls + a_measure", "~ quality"))
)

REGRESSED <- c("EE", "FE", "DL", "HE", "HS", "HSk", "SJ", "ML", "REML", "EB", "PM", "PMM")

tested <- function(q) list(QM = q$QM, QMp = q$QMp, QMdf = I(as.numeric(q$QMdf)))
contrasted <- function(found, rows) {
  out <- list(L = rows, est = I(as.numeric(found$Xb)), se = I(as.numeric(found$se)), zval = I(as.numeric(found$zval)), pval = I(as.numeric(found$pval)))
  if (nrow(rows) > 1 && !is.null(found$QM)) out <- c(out, tested(found))
  out
}

expected_reg <- function(more, fixed) function(x) {
  p <- x$p
  made <- predict(x)
  found <- list(
    k = x$k, p = p, coef_names = I(rownames(x$beta)), beta = I(c(x$beta)), se = I(x$se), zval = I(x$zval), pval = I(x$pval), ci.lb = I(x$ci.lb), ci.ub = I(x$ci.ub),
    vcov = unname(x$vb), ddf = if (x$test == "z") NULL else x$ddf, tau2 = x$tau2, se.tau2 = x$se.tau2, QM = x$QM, QMp = x$QMp, QMdf = I(as.numeric(x$QMdf)), m = x$m, btt = I(x$btt),
    QE = x$QE, QEdf = x$k - p, QEp = x$QEp, I2 = x$I2, H2 = x$H2, R2 = x$R2, s2w = x$s2w, fit_ML = statistics(x, "ML"), fit_REML = statistics(x, "REML"),
    fitted = I(unname(fitted(x)))
  )
  found$predict <- lapply(unclass(made)[intersect(c("se", "ci.lb", "ci.ub", "pi.lb", "pi.ub"), names(made))], I)
  btt <- sort(sample.int(p, min(p, one_of(1:3))))
  single <- matrix(round(rnorm(p)), 1)
  joint <- matrix(round(2 * rnorm(2 * p)) / 2, 2)
  if (all(single == 0)) single[1] <- 1
  found$wald <- list(btt = c(list(btt = I(btt)), tested(anova(x, btt = btt))), single = contrasted(anova(x, X = single), single))
  if (p > 1 && qr(joint)$rank == 2) found$wald$joint <- contrasted(anova(x, X = joint), joint)
  if (x$method %in% c("EE", "FE")) { found$se.tau2 <- NULL }
  else if (!fixed) {
    ci <- limits(x)
    found$confint_QP <- lapply(ci[c("tau2", "tau", "I2", "H2")], function(one) I(unlist(one)))
  }
  if (more && p > 2 && x$intercept) found$vif <- I(unname(vapply(vif(x)$vif, function(one) one$vif, 1)))
  found
}

for (name in names(MODELS)) for (formula in MODELS[[name]][[2]]) for (i in seq_len(often(3))) {
  data <- MODELS[[name]][[1]]
  options <- list(method = one_of(REGRESSED), test = one_of(TESTS))
  if (maybe(0.15)) options$level <- one_of(c(80, 90, 99))
  if (maybe(0.1)) options$weighted <- FALSE
  if (maybe(0.1) && !options$method %in% c("EE", "FE")) options$tau2 <- signif(runif(1, 0, var(data$yi, na.rm = TRUE)), 3)
  moderators <- all.vars(as.formula(formula))
  data <- data[is.finite(data$yi) & is.finite(data$vi) & complete.cases(data[moderators]), ]
  X <- try(model.matrix(as.formula(formula), data), silent = TRUE)
  if (inherits(X, "try-error") || nrow(X) < ncol(X) + 2 || qr(X)$rank < ncol(X)) next
  own <- maybe(0.06) && is.null(options$weighted)
  inputs <- list(yi = data$yi, vi = data$vi, X = unname(X), X_names = ifelse(colnames(X) == "(Intercept)", "intrcpt", colnames(X)))
  inputs$has_intercept <- "intrcpt" %in% inputs$X_names
  if (own) inputs$weights <- round(1 / sqrt(data$vi), 2)
  if (maybe(0.1) && ncol(X) > 2) options$btt <- sort(sample.int(ncol(X), 2))
  call <- paste0("rma(yi=yi, vi=vi, mods=", formula, if (own) ", weights=weights", argued(options), tight(options$method), ")")
  case("rma_reg", name, paste(c(gsub(" ", "", formula), unlist(options), if (own) "weights", i), collapse = "/"), inputs, call, options,
       expected_reg(more = maybe(0.3), fixed = !is.null(options$tau2)), more = as.list(data[moderators]), extra = list(formula = formula))
}

for (set in c("dat.bcg|RR", "dat.bcg|OR", "dat.raudenbush1985", "dat.bangertdrowns2004", "dat.hackshaw1998", "dat.debruin2009|PLO", "dat.linde2005|RR", "dat.baskerville2012", "dat.viechtbauer2021|OR", "dat.kalaian1996", "dat.gibson2002|SMD")) {
  data <- MODELS[[set]][[1]]
  numbers <- setdiff(names(data)[vapply(data, is.numeric, NA)], c("yi", "vi", "sei", "se", "smd", "id", "study", "trial"))
  for (mod in sample(numbers, min(length(numbers), 3))) for (i in seq_len(often(2))) {
    rows <- data[is.finite(data$yi) & is.finite(data$vi) & !is.na(data[[mod]]), ]
    rows <- rows[1:min(nrow(rows), 30), ]
    if (nrow(rows) < 5 || length(unique(rows[[mod]])) < 2) next
    o <- list(method = one_of(c("REML", "DL", "ML", "EB", "PM", "HE")), test = one_of(c("z", "knha")))
    call <- paste0("rma(yi, vi, mods=mods", argued(o), tight(o$method), ")")
    case("influence_mods", set, paste(c(mod, unlist(o)), collapse = "/"), list(yi = rows$yi, vi = rows$vi, mods = matrix(as.numeric(rows[[mod]]))), paste0("influence(", call, ")"), c(o, list(mods = mod)),
         expected_influence(function() eval(parse(text = call), list(yi = rows$yi, vi = rows$vi, mods = rows[[mod]]))))
  }
}
