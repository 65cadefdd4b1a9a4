# escalc, its summary, and the transformations.


sized <- function(result) list(yi = I(c(result$yi)), vi = I(result$vi))

draw_escalc <- function(sets, measure, keep = NULL, vtypes = NULL, zero = FALSE, n = 1) {
  for (name in names(sets)) for (i in seq_len(often(n))) {
    x <- sets[[name]]
    if (!is.null(keep)) x <- x[keep]
    if (nrow(x) > 60) x <- x[1:60, ]
    if (maybe(0.08)) x <- x[sample.int(nrow(x), 1), , drop = FALSE]
    if (maybe(0.1)) x[sample.int(nrow(x), 1), sample.int(ncol(x), 1)] <- NA
    options <- list()
    if (zero && maybe(0.7)) {
      if (maybe(0.8)) options$add <- one_of(c(0, 0.1, 0.25, 0.5, 1))
      if (maybe(0.8)) options$to <- one_of(c("all", "only0", "if0all", "none"))
      if (maybe(0.5) && ncol(x) > 2) options$drop00 <- one_of(c(TRUE, FALSE))
    }
    if (!is.null(vtypes) && maybe(0.75)) options$vtype <- one_of(vtypes)
    if (zero && !startsWith(measure, "MP") && identical(colnames(x), c("ai", "bi", "ci", "di")) && maybe(0.15))
      x <- with(x, data.frame(ai, ci, n1i = ai + bi, n2i = ci + di))
    call <- paste0("escalc(measure='", measure, "', ", of_columns(x), argued(options), ")")
    case("escalc", name, paste(c(measure, paste0(names(options), options), if (nrow(x) == 1) "single", i), collapse = "/"),
         x, call, c(list(measure = measure), options), sized)
  }
}

TWO_GROUP_TYPES <- list(MD = c("LS", "HO"), SMD = c("LS", "LS2", "UB", "AV"), SMDH = c("LS", "LS2"), SMD1 = c("LS", "LS2"), SMD1H = c("LS", "LS2"),
                        ROM = c("LS", "HO", "AV", "AVHO"), CVR = NULL, VR = NULL, RPB = c("LS", "ST", "CS"), RBIS = NULL, D2OR = NULL, D2ORN = NULL, D2ORL = NULL)
for (measure in names(TWO_GROUP_TYPES))
  draw_escalc(means(), measure, vtypes = TWO_GROUP_TYPES[[measure]],
              keep = if (measure == "VR") c("sd1i", "n1i", "sd2i", "n2i") else if (measure == "SMD1") c("n1i", "m1i", "n2i", "m2i", "sd2i"))
of_d <- lapply(means(), function(x) with(x, data.frame(di = round((m1i - m2i) / sqrt(((n1i - 1) * sd1i^2 + (n2i - 1) * sd2i^2) / (n1i + n2i - 2)), 3), n1i, n2i)))
of_t <- lapply(of_d, function(x) with(x, data.frame(ti = di / sqrt(1 / n1i + 1 / n2i), n1i, n2i)))
for (sets in list(of_d, of_t)) for (measure in c("SMD", "RPB", "RBIS", "D2ORN", "D2ORL"))
  draw_escalc(sets, measure, vtypes = if (measure == "SMD") c("LS", "UB", "LS2"), n = 0.4)
for (measure in c("MC", "SMCC", "SMCR", "SMCRH", "ROMC", "CVRC", "VRC"))
  draw_escalc(pairs_of_means(), measure, vtypes = c("LS"),
              keep = if (measure == "VRC") c("sd1i", "sd2i", "ni", "ri") else if (measure == "SMCR") c("m1i", "m2i", "sd1i", "ni", "ri"))
TABLE_TYPES <- list(RR = NULL, OR = NULL, RD = c("LS", "UB", "AV"), AS = NULL, PETO = NULL, PHI = c("LS", "ST", "CS"), YUQ = NULL, YUY = NULL, PBIT = NULL, OR2D = NULL, OR2DN = NULL, OR2DL = NULL)
for (measure in names(TABLE_TYPES)) draw_escalc(tables(), measure, vtypes = TABLE_TYPES[[measure]], zero = TRUE, n = if (measure %in% c("RR", "OR", "RD")) 1 else 0.5)
for (measure in c("MPRR", "MPOR", "MPRD", "MPORC", "MPPETO")) draw_escalc(tables(), measure, zero = TRUE, n = 0.15)
for (measure in c("IRR", "IRD", "IRSD")) draw_escalc(rates(), measure, zero = TRUE, n = 4)
for (measure in c("PR", "PLN", "PLO", "PAS", "PFT")) draw_escalc(proportions(), measure, vtypes = if (measure == "PR") c("LS", "UB", "AV"), zero = TRUE, n = 2)
for (measure in c("IR", "IRLN", "IRS", "IRFT")) draw_escalc(rates_of_one(), measure, zero = TRUE, n = 4)
for (measure in c("MN", "SMN", "MNLN", "CVLN", "SDLN")) draw_escalc(means_of_one(), measure, keep = if (measure == "SDLN") c("sdi", "ni"))
for (measure in c("COR", "UCOR", "ZCOR")) draw_escalc(correlations(), measure, vtypes = if (measure != "ZCOR") c("LS", "UB", "AV"), n = 2)
for (measure in c("PCOR", "ZPCOR", "SPCOR"))
  draw_escalc(partial_correlations(), measure, keep = if (measure != "SPCOR") c("ti", "ni", "mi"), vtypes = if (measure == "PCOR") c("LS", "AV"), n = 4)
for (measure in c("ARAW", "AHW", "ABT")) draw_escalc(reliabilities(), measure, n = 3)

EFFECTS <- effects()

for (name in sample(names(EFFECTS), min(length(EFFECTS), often(60)))) {
  level <- one_of(c(80, 90, 95, 99))
  case("escalc_summary", name, level, EFFECTS[[name]]$studies[c("yi", "vi")], paste0("summary(escalc(measure='GEN', yi=yi, vi=vi), level=", level, ")"),
       list(level = level), function(r) list(sei = I(r$sei), zi = I(r$zi), pval = I(r$pval), ci.lb = I(r$ci.lb), ci.ub = I(r$ci.ub)))
}

back <- list(RR = "exp", ZCOR = c("transf.ztor"), COR = "transf.ztor", PLO = c("transf.ilogit"), PAS = "transf.iarcsin", AS = "transf.iarcsin",
             ABT = "transf.iabt", SMD = c("transf.dtou1", "transf.dtou2", "transf.dtou3", "transf.dtocles", "transf.dtorpb", "transf.dtobesd"),
             IRSD = "transf.isqrt")
for (name in names(EFFECTS)) for (to in back[[EFFECTS[[name]]$measure]]) if (maybe(0.5 * share))
  case("transf", name, to, EFFECTS[[name]]$studies["yi"], paste0(to, "(yi)"), list(), function(r) list(value = I(as.numeric(r))))
for (name in names(proportions())) {
  x <- EFFECTS[[paste0(name, "|PFT")]]$studies
  if (!is.null(x)) case("transf", paste0(name, "|PFT"), "transf.ipft", x[c("yi", "ni")], "transf.ipft(yi, ni)", list(), function(r) list(value = I(as.numeric(r))))
}
for (name in names(rates_of_one())) {
  x <- EFFECTS[[paste0(name, "|IRFT")]]$studies
  if (!is.null(x)) case("transf", paste0(name, "|IRFT"), "transf.iirft", data.frame(yi = x$yi, ti = x$ni), "transf.iirft(yi, ti)", list(), function(r) list(value = I(as.numeric(r))))
}
