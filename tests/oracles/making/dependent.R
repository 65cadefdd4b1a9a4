# Several effects a study: rma.mv, robust, aggregate, vcalc.

NLMINB <- ", control=list(optimizer='nlminb', rel.tol=1e-11, eval.max=5000, iter.max=5000)"
BFGS <- ", control=list(optimizer='optim', optmethod='BFGS', reltol=1e-14, maxit=5000)"
WORST <- c(beta = 2e-6, components = 3e-5)  # Where two optimisers disagree by more, the call is left out.

arm_logits <- function(x) {
  n <- nrow(x)
  long <- data.frame(trial = rep(seq_len(n), 2), group = rep(c("1", "2"), each = n), xi = c(x$ai, x$ci), mi = c(x$bi, x$di))
  made <- escalc("PLO", xi = xi, mi = mi, data = long)
  out <- data.frame(yi = c(made$yi), vi = made$vi, long[c("trial", "group")])
  out[order(out$trial), ]
}

ishak <- with(dat.ishak2007, data.frame(yi = c(y1i, y2i, y3i, y4i), vi = c(v1i, v2i, v3i, v4i), study = rep(seq_along(y1i), 4), time = rep(c("1", "2", "3", "4"), each = length(y1i))))
ishak <- ishak[!is.na(ishak$yi) & !is.na(ishak$vi), ]
bornmann <- sized_with(dat.bornmann2007, "OR", ai = waward, n1i = wtotal, ci = maward, n2i = mtotal)
bornmann$study <- as.integer(factor(bornmann$study))
bourassa <- with(dat.bourassa1996, data.frame(study, sample, sex, ai = lh.le, bi = lh.re, ci = rh.le, di = rh.re))
hasselblad <- sized_with(dat.hasselblad1998, "PLO", xi = xi, ni = ni)
senn <- sized_with(dat.senn2013, "MN", mi = mi, sdi = sdi, ni = ni)
senn$study <- as.integer(factor(senn$study))
lopez <- with(subset(dat.lopez2019, !is.na(se)), data.frame(yi = diff, vi = se^2, study = as.integer(factor(study)), scale, cog, ba))
white <- sized_with(dat.white2020, "ZCOR", ri = r, ni = n)

NESTED <- list(
  dat.konstantopoulos2011 = list(dat.konstantopoulos2011, c("~ 1 | district/school", "~ 1 | district", "list(~ 1 | district, ~ 1 | year)"), c("", "~ year", "~ I(year-1990)")),
  dat.assink2016 = list(dat.assink2016, c("~ 1 | study/esid", "~ 1 | study", "~ 1 | id"), c("", "~ deltype", "~ year", "~ factor(pubstatus)", "~ year*deltype")),
  dat.crede2010 = list(sized_with(subset(dat.crede2010, criterion == "grade"), "ZCOR", ri = ri, ni = ni), c("~ 1 | studyid/sampleid", "~ 1 | studyid"), c("", "~ class")),
  "dat.mccurdy2020:first100" = list(dat.mccurdy2020[1:100, ], c("~ 1 | article/experiment/sample/id", "~ 1 | article/sample", "~ 1 | article"), c("", "~ condition")),
  dat.tannersmith2016 = list(dat.tannersmith2016, c("~ 1 | studyid"), c("", "~ propmale", "~ sexmix", "~ aget1")),
  dat.knapp2017 = list(dat.knapp2017, c("~ 1 | study/comp", "~ 1 | study"), c("", "~ difficulty", "~ task")),
  dat.bornmann2007 = list(bornmann, c("~ 1 | study/obs", "~ 1 | study"), c("", "~ type", "~ year")),
  "dat.bourassa1996|OR" = list(sized_with(bourassa, "OR", ai = ai, bi = bi, ci = ci, di = di), c("~ 1 | study/sample"), c("", "~ sex")),
  "dat.hasselblad1998|PLO" = list(hasselblad, c("~ 1 | study"), c("~ factor(trt)", "")),
  dat.lopez2019 = list(lopez, c("~ 1 | study"), c("", "~ cog + ba", "~ scale")),
  "dat.white2020|ZCOR" = list(white[1:90, ], c("~ 1 | study_id/obs", "list(~ 1 | study_id, ~ 1 | species)"), c("", "~ sex")),
  dat.begg1989 = list(dat.begg1989, c("~ 1 | study"), c("~ trt", "")),
  dat.kalaian1996 = list(dat.kalaian1996, c("~ 1 | study"), c("~ outcome - 1", "~ outcome", "~ log(hrs)")),
  dat.riley2003 = list(subset(dat.riley2003, !is.na(yi)), c("~ 1 | study"), c("~ outcome - 1", "~ outcome")),
  dat.lehmann2018 = list(dat.lehmann2018, c("~ 1 | Short_Title"), c("", "~ Gender"))
)
STRUCTURED <- list(
  "dat.bcg:armlogit" = list(arm_logits(tables()$dat.bcg), "~ group | trial", c("~ group", "~ group - 1")),
  "dat.lee2004:armlogit" = list(arm_logits(tables()$dat.lee2004), "~ group | trial", c("~ group", "~ group - 1")),
  "dat.collins1985a:b-armlogit" = list(arm_logits(tables()[["dat.collins1985a:b"]]), "~ group | trial", c("~ group - 1")),
  "dat.viechtbauer2021:armlogit" = list(arm_logits(tables()$dat.viechtbauer2021), "~ group | trial", c("~ group")),
  dat.ishak2007 = list(ishak, "~ time | study", c("~ time", "~ time - 1", "")),
  dat.kalaian1996 = list(dat.kalaian1996, "~ outcome | study", c("~ outcome - 1", "~ outcome*log(hrs)", "~ outcome:I(hrs-20)")),
  dat.riley2003 = list(subset(dat.riley2003, !is.na(yi)), "~ outcome | study", c("~ outcome - 1")),
  "dat.hasselblad1998|PLO" = list(hasselblad, "~ trt | study", c("~ factor(trt) - 1")),
  dat.senn2013 = list(senn, "~ treatment | study", c("~ treatment"))
)

as_columns <- function(data, formulas) {
  names <- unique(c("yi", "vi", unlist(lapply(formulas, function(f) if (nzchar(f)) all.vars(str2lang(f))))))
  data <- data[is.finite(data$yi) & is.finite(data$vi) & complete.cases(data[names]), names]
  data[] <- lapply(data, function(x) if (is.factor(x)) as.character(x) else x)
  data
}

components_of <- function(x) c(if (x$withS) x$sigma2, if (x$withG) c(x$tau2, x$rho), if (x$withH) c(x$gamma2, x$phi))

expected_mv <- function(call, ranefs) function(x) {
  tight <- if (is.null(attr(call, "plain"))) call else attr(call, "plain")
  other <- eval(parse(text = sub(NLMINB, BFGS, tight, fixed = TRUE)), attr(call, "where"))
  gap <- c(max(abs(coef(x) - coef(other))), max(0, abs(components_of(x) - components_of(other))))
  if (any(gap > WORST)) stop("two optimisers disagree")
  found <- list(
    k = x$k, p = x$p, coef_names = I(rownames(x$beta)), beta = I(c(x$beta)), se = I(x$se), zval = I(x$zval), pval = I(x$pval), ci.lb = I(x$ci.lb), ci.ub = I(x$ci.ub),
    ddf = I(as.numeric(x$ddf)), vcov = unname(x$vb)
  )
  if (x$withS) { found$sigma2 <- I(x$sigma2); found$s_nlevels <- I(x$s.nlevels) }
  if (x$withG) { found$tau2 <- I(x$tau2); found$rho <- I(x$rho); found$G <- unname(x$G) }
  found <- c(found, list(QE = x$QE, QEp = x$QEp, QM = x$QM, QMp = x$QMp, fit_ML = statistics(x, "ML"), fit_REML = statistics(x, "REML")))
  if (ranefs && x$withS && !x$withG && all(x$sigma2 > 1e-6)) found$ranef <- lapply(ranef(x), function(r) list(intrcpt = I(r$intrcpt), se = I(r$se), pi.lb = I(r$pi.lb), pi.ub = I(r$pi.ub)))
  if (x$int.only && (!x$withG || length(x$tau2) == 1)) { made <- predict(x); found$pi.lb <- made$pi.lb; found$pi.ub <- made$pi.ub }
  found
}

draw_mv <- function(set, data, random, mods, struct) {
  columns <- as_columns(data, c(random, mods))
  method <- one_of(c("REML", "REML", "ML"))
  test <- one_of(c("z", "t"))
  level <- if (maybe(0.15)) 90
  dfs <- if (test == "t" && maybe(0.5)) "contain"
  body <- paste0("rma.mv(yi, vi", if (nzchar(mods)) paste0(", mods = ", mods), ", random = ", random, if (!is.null(struct)) paste0(", struct='", struct, "'"),
                 ", method='", method, "'", if (test == "t") ", test='t'", if (!is.null(dfs)) ", dfs='contain'", if (!is.null(level)) paste0(", level=", level))
  call <- paste0(body, NLMINB, ")")
  attr(call, "where") <- as.list(columns)
  label <- paste(c(gsub(" ", "", c(random, mods)), struct, method, test, dfs, level), collapse = "/")
  fitted <- try(suppressWarnings(eval(parse(text = call), as.list(columns))), silent = TRUE)
  if (inherits(fitted, "try-error")) call <- structure(sub(NLMINB, "", call, fixed = TRUE), where = as.list(columns), plain = call)  # metafor's defaults.
  case("rma_mv", set, label, columns, call, c(list(method = method, test = test), if (!is.null(struct)) list(struct = c(struct, struct)), if (!is.null(level)) list(level = level)), expected_mv(call, maybe(0.4)))
  clusters <- all.vars(str2lang(random))
  cluster <- if (is.null(struct)) clusters[1] else clusters[length(clusters)]
  if (grepl("^list", random) || !exists(paste0("rma_mv/", set, "/", label), written)) return(invisible())
  type <- one_of(c("CR0", "CR1"))
  plain <- sub(", test='t'", "", sub(", dfs='contain'", "", sub(", level=90", "", body, fixed = TRUE), fixed = TRUE), fixed = TRUE)
  case("robust", set, paste0(gsub(" ", "", label), "/", cluster, "/", type), columns, paste0("robust(", plain, NLMINB, "), cluster=", cluster, ", adjust=", type == "CR1", ")"),
       list(type = type, cluster = cluster), expected_robust)
}

expected_robust <- function(x) list(
  beta = I(c(x$beta)), se = I(x$se), zval = I(x$zval), pval = I(x$pval), ci.lb = I(x$ci.lb), ci.ub = I(x$ci.ub), vcov = unname(x$vb), ddf = I(x$dfs), dfs = I(x$dfs),
  n_clusters = x$n, QM = x$QM, QMp = x$QMp, QMdf = I(as.numeric(x$QMdf))
)

for (set in names(NESTED)) for (random in NESTED[[set]][[2]]) for (mods in NESTED[[set]][[3]]) for (i in seq_len(often(1.5)))
  draw_mv(set, NESTED[[set]][[1]], random, mods, NULL)
for (set in names(STRUCTURED)) for (mods in STRUCTURED[[set]][[3]]) for (struct in c("CS", "HCS", "UN", "ID", "DIAG")) if (maybe(share))
  draw_mv(set, STRUCTURED[[set]][[1]], STRUCTURED[[set]][[2]], mods, struct)

# Robust tests of models with one effect a study.
for (set in names(MODELS)) for (i in seq_len(often(2))) {
  mods <- one_of(c("", MODELS[[set]][[2]][1]))
  columns <- as_columns(MODELS[[set]][[1]], mods)
  if (nrow(columns) > 60) columns <- columns[1:60, ]
  columns$study <- seq_len(nrow(columns))
  if (maybe(0.5)) columns$study <- (columns$study + 1) %/% 2
  method <- one_of(if (nzchar(mods)) c("REML", "ML", "EE") else c("REML", "ML", "EE", "DL", "PM", "EB", "HE"))
  type <- one_of(c("CR0", "CR1"))
  case("robust", set, paste(c(gsub(" ", "", mods), method, type, max(columns$study)), collapse = "/"), columns,
       paste0("robust(rma(yi, vi", if (nzchar(mods)) paste0(", mods = ", mods), ", method='", method, "'", tight(method), "), cluster=study, adjust=", type == "CR1", ")"),
       list(type = type, cluster = "study"), expected_robust)
}

CLUSTERED <- list(dat.konstantopoulos2011 = c("district"), dat.assink2016 = "study", dat.kalaian1996 = "id", dat.knapp2017 = "study", dat.tannersmith2016 = "studyid", dat.riley2003 = "study")
for (set in names(CLUSTERED)) {
  data <- get(set)
  data <- data[is.finite(data$yi) & is.finite(data$vi), ][1:40, ]
  inputs <- data.frame(yi = data$yi, vi = data$vi, cluster = data[[CLUSTERED[[set]]]])
  inputs$obs <- ave(inputs$yi, inputs$cluster, FUN = seq_along)
  effects_of <- function(x) list(cluster = I(unique(inputs$cluster)), yi = I(c(x$yi)), vi = I(x$vi), ki = I(x$ki))
  for (struct in c("ID", "CS", "CAR", "CS*CAR")) for (weighted in c(TRUE, FALSE)) {
    o <- list(struct = struct)
    if (struct %in% c("CS", "CS*CAR")) o$rho <- one_of(c(0.2, 0.4, 0.6, 0.9))
    if (struct %in% c("CAR", "CS*CAR")) o$phi <- one_of(c(0.5, 0.8))
    if (!weighted) o$weighted <- FALSE
    columns <- if (struct == "CS*CAR") cbind(inputs, time = rev(inputs$obs)) else if (struct == "CAR") with(inputs, data.frame(yi, vi, cluster, time = obs)) else inputs[c("yi", "vi", "cluster")]
    case("aggregate", set, paste(unlist(o), collapse = "/"), columns,
         paste0("aggregate(escalc('GEN', yi=yi, vi=vi), cluster=cluster", if (struct %in% c("CAR", "CS*CAR")) ", time=time", if (struct == "CS*CAR") ", obs=obs", ", addk=TRUE", argued(o), ")"), o, effects_of)
  }
  few <- inputs[1:20, ]
  few$time1 <- few$obs
  few$type <- rep(c("A", "B"), length.out = 20)
  for (shape in list(c("obs"), c("type"), c("time1"), c("type", "obs"), c("obs", "time1"), c("type", "time1"), c("type", "obs", "time1"))) {
    o <- list()
    if (any(c("obs", "type") %in% shape)) o$rho <- if (all(c("obs", "type") %in% shape)) c(one_of(c(0.5, 0.7)), one_of(c(0.3, 0.4))) else one_of(c(0.3, 0.6))
    if ("time1" %in% shape) o$phi <- one_of(c(0.6, 0.9))
    case("vcalc", set, paste(c(shape, unlist(o)), collapse = "/"), few[c("vi", "cluster", shape)], paste0("vcalc(vi=vi, cluster=cluster, ", of_columns(few, shape), argued(o), ")"), o, function(V) list(V = unname(V)))
  }
}
