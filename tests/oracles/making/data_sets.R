# The studies of metadat that the cases are made of: one list a design, each a data frame under
# "data set" or "data set:variant" with the columns that metafor's `escalc` takes.

# Totals as the people without the event; rows that no table has are left out.
cells <- function(ai, n1i, ci, n2i) {
  out <- data.frame(ai = ai, bi = n1i - ai, ci = ci, di = n2i - ci)
  out[rowSums(!is.na(out)) > 0, ]
}

tables <- function() {
  found <- list(
    dat.bcg = with(dat.bcg, data.frame(ai = tpos, bi = tneg, ci = cpos, di = cneg)),
    dat.axfors2021 = with(dat.axfors2021, cells(hcq_arm_event, hcq_arm_total, control_arm_event, control_arm_total)),
    dat.damico2009 = with(dat.damico2009, cells(xt, nt, xc, nc)),
    dat.dorn2007 = with(dat.dorn2007, cells(x.a, n.a, x.p, n.p)),
    dat.hartmannboyce2018 = with(dat.hartmannboyce2018[1:60, ], cells(x.nrt, n.nrt, x.ctrl, n.ctrl)),
    dat.viechtbauer2021 = with(dat.viechtbauer2021, cells(xTi, nTi, xCi, nCi)),
    dat.vanhowe1999 = with(dat.vanhowe1999, data.frame(ai = non.pos, bi = non.neg, ci = cir.pos, di = cir.neg)),
    dat.landenberger2005 = with(dat.landenberger2005, data.frame(ai = n.cbt.rec, bi = n.cbt.non, ci = n.ctrl.rec, di = n.ctrl.non)),
    "dat.gibson2002:visits" = with(dat.gibson2002, data.frame(ai, bi, ci, di)),
    dat.kearon1998 = with(dat.kearon1998, data.frame(ai = tp, bi = fn <- np - tp, ci = nn - tn, di = tn)),
    "dat.dagostino1998:ricd" = with(subset(dat.dagostino1998, !is.na(xt)), cells(xt, nt, xc, nc)),
    "dat.linde2015:arm1v2" = with(dat.linde2015, cells(resp1, n1, resp2, n2)),
    "dat.bourassa1996:first40" = with(dat.bourassa1996[1:40, ], data.frame(ai = lh.le, bi = lh.re, ci = rh.le, di = rh.re))
  )
  for (name in c("dat.anand1999", "dat.egger2001", "dat.graves2010", "dat.hahn2001", "dat.hine1989", "dat.laopaiboon2015",
                 "dat.lau1992", "dat.lee2004", "dat.li2007", "dat.linde2005", "dat.nielweise2007"))
    found[[name]] <- with(get(name), cells(ai, n1i, ci, n2i))
  for (which in c("b", "o", "d"))
    found[[paste0("dat.collins1985a:", which)]] <- with(dat.collins1985a, cells(get(paste0(which, ".xti")), nti, get(paste0(which, ".xci")), nci))
  found[["dat.collins1985b:pre"]] <- with(dat.collins1985b, cells(pre.xti, pre.nti, pre.xci, pre.nci))
  for (which in c("ped", "stb", "ned"))
    found[[paste0("dat.collins1985b:", which)]] <- with(dat.collins1985b, cells(get(paste0(which, ".xti")), fup.nti, get(paste0(which, ".xci")), fup.nci))
  for (i in 1:6)
    found[[paste0("dat.cannon2006:ep", i)]] <- with(dat.cannon2006, cells(get(paste0("ep", i, "t")), nt, get(paste0("ep", i, "c")), nc))
  for (i in 1:4)
    found[[paste0("dat.fine1993:e", i)]] <- with(dat.fine1993, cells(get(paste0("e", i, "i")), nei, get(paste0("c", i, "i")), nci))
  for (which in unique(dat.yusuf1985$table)) {
    rows <- with(subset(dat.yusuf1985, table == which), cells(ai, n1i, ci, n2i))
    if (nrow(rows) > 2) found[[paste0("dat.yusuf1985:", which)]] <- rows
  }
  found
}

rates <- function() {
  found <- list()
  for (name in c("dat.hart1999", "dat.nielweise2008")) found[[name]] <- get(name)[c("x1i", "t1i", "x2i", "t2i")]
  for (name in c("dat.egger2001", "dat.collins1985b:stb", "dat.cannon2006:ep4", "dat.viechtbauer2021", "dat.yusuf1985:6", "dat.linde2005"))
    if (!is.null(tables()[[name]])) found[[paste0(name, if (grepl(":", name)) "-" else ":", "pseudoPT")]] <-
      with(tables()[[name]], data.frame(x1i = ai, t1i = ai + bi, x2i = ci, t2i = ci + di))
  found
}

means <- function() {
  columns <- c("n1i", "m1i", "sd1i", "n2i", "m2i", "sd2i")
  lehmann <- with(dat.lehmann2018, data.frame(n1i = Red_N, m1i = Red_M, sd1i = Red_SD, n2i = Control_N, m2i = Control_M, sd2i = Control_SD))
  list(
    dat.normand1999 = dat.normand1999[columns],
    dat.curtis1998 = dat.curtis1998[columns],
    dat.gibson2002 = dat.gibson2002[columns],
    dat.lehmann2018 = lehmann,
    dat.michael2013 = with(dat.michael2013, data.frame(n1i = Brain_n, m1i = Brain_m, sd1i = Brain_s, n2i = No_brain_n, m2i = No_brain_m, sd2i = No_brain_s)),
    dat.franchini2012 = with(dat.franchini2012, data.frame(n1i = n1, m1i = y1, sd1i = sd1, n2i = n2, m2i = y2, sd2i = sd2)),
    dat.stowe2010 = with(dat.stowe2010, data.frame(n1i = n1, m1i = y1, sd1i = sd1, n2i = n2, m2i = y2, sd2i = sd2)),
    "dat.dagostino1998:rnic1" = with(subset(dat.dagostino1998, outcome == "rnic1"), data.frame(n1i = nt, m1i = mt, sd1i = sdt, n2i = nc, m2i = mc, sd2i = sdc))
  )
}

pairs_of_means <- function() {
  found <- lapply(means(), function(x) {
    n <- pmin(x$n1i, x$n2i)
    data.frame(m1i = x$m1i, m2i = x$m2i, sd1i = x$sd1i, sd2i = x$sd2i, ni = n, ri = ifelse(is.na(n), NA, 0.6))
  })
  names(found) <- paste0(names(found), ifelse(grepl(":", names(found)), "-", ":"), "assumed_r0.6")
  found[["dat.lehmann2018:within"]] <- with(subset(dat.lehmann2018, !is.na(RM_r)),
    data.frame(m1i = Red_M, m2i = Control_M, sd1i = Red_SD, sd2i = Control_SD, ni = Red_N, ri = RM_r))
  found
}

proportions <- function() {
  found <- list(
    dat.pritz1997 = dat.pritz1997[c("xi", "ni")],
    dat.debruin2009 = dat.debruin2009[c("xi", "ni")],
    dat.hannum2020 = dat.hannum2020[c("xi", "ni")],
    dat.hasselblad1998 = dat.hasselblad1998[c("xi", "ni")],
    dat.pagliaro1992 = dat.pagliaro1992[c("xi", "ni")],
    dat.dogliotti2014 = with(dat.dogliotti2014, data.frame(xi = stroke, ni = total)),
    dat.dong2013 = with(dat.dong2013[1:50, ], data.frame(xi = death, ni = randomized)),
    dat.gurusamy2011 = with(dat.gurusamy2011, data.frame(xi = death, ni = n)),
    dat.obrien2003 = with(dat.obrien2003, data.frame(xi = cases, ni = total))
  )
  for (name in c("dat.bcg", "dat.egger2001", "dat.fine1993:e4", "dat.nielweise2007"))
    found[[paste0(name, if (grepl(":", name)) "-" else ":", "g2")]] <- with(tables()[[name]], data.frame(xi = ci, ni = ci + di))
  found
}

rates_of_one <- function() list(
  "dat.hart1999:g1" = with(dat.hart1999, data.frame(xi = x1i, ti = t1i)),
  "dat.nielweise2008:g1" = with(dat.nielweise2008, data.frame(xi = x1i, ti = t1i)),
  dat.baker2009 = with(dat.baker2009, data.frame(xi = exac, ti = total))
)

means_of_one <- function() {
  found <- lapply(means(), function(x) data.frame(mi = x$m2i, sdi = x$sd2i, ni = x$n2i))
  names(found) <- paste0(names(found), ifelse(grepl(":", names(found)), "-", ":"), "g2")
  c(found, list("dat.senn2013:arms" = dat.senn2013[c("mi", "sdi", "ni")]))
}

correlations <- function() list(
  dat.molloy2014 = dat.molloy2014[c("ri", "ni")],
  "dat.mcdaniel1994:first80" = dat.mcdaniel1994[1:80, c("ri", "ni")],
  dat.cohen1981 = dat.cohen1981[c("ri", "ni")],
  dat.crede2010 = dat.crede2010[c("ri", "ni")],
  dat.craft2003 = dat.craft2003[c("ri", "ni")],
  dat.woods2010 = with(dat.woods2010, data.frame(ri = r / N, ni = N)),
  dat.nakagawa2007 = with(dat.nakagawa2007, data.frame(ri = Correlation, ni = SampleSize)),
  "dat.white2020:first80" = with(dat.white2020[1:80, ], data.frame(ri = r, ni = n))
)

partial_correlations <- function() list(dat.aloe2013 = with(dat.aloe2013, data.frame(ti = tval, ni = n, mi = preds, r2i = R2)))

reliabilities <- function() list(dat.bonett2010 = dat.bonett2010[c("ai", "mi", "ni")])

# Effects as the data sets print them.
printed_effects <- function() {
  gen <- function(x, yi = "yi", vi = "vi", ...) data.frame(yi = x[[yi]], vi = x[[vi]], ...)
  list(
    dat.hackshaw1998 = gen(dat.hackshaw1998),
    dat.pignon2000 = with(dat.pignon2000, data.frame(yi = OmE / V, vi = 1 / V)),
    dat.raudenbush1985 = gen(dat.raudenbush1985, ni = dat.raudenbush1985$n1i + dat.raudenbush1985$n2i),
    dat.bangertdrowns2004 = gen(dat.bangertdrowns2004, ni = dat.bangertdrowns2004$ni),
    dat.konstantopoulos2011 = gen(dat.konstantopoulos2011),
    "dat.assink2016:first60" = gen(dat.assink2016[1:60, ]),
    dat.begg1989 = gen(dat.begg1989),
    "dat.berkey1998:PD" = gen(subset(dat.berkey1998, outcome == "PD"), ni = subset(dat.berkey1998, outcome == "PD")$ni),
    "dat.berkey1998:AL" = gen(subset(dat.berkey1998, outcome == "AL"), ni = subset(dat.berkey1998, outcome == "AL")$ni),
    "dat.kalaian1996:math" = gen(subset(dat.kalaian1996, outcome == "math"), ni = with(subset(dat.kalaian1996, outcome == "math"), n1i + n2i)),
    dat.knapp2017 = gen(dat.knapp2017),
    "dat.ishak2007:t1" = gen(dat.ishak2007, "y1i", "v1i"),
    "dat.ishak2007:t3" = gen(dat.ishak2007, "y3i", "v3i"),
    "dat.riley2003:OS" = gen(subset(dat.riley2003, outcome == "OS")),
    "dat.riley2003:DFS" = gen(subset(dat.riley2003, outcome == "DFS")),
    dat.baskerville2012 = with(dat.baskerville2012, data.frame(yi = smd, vi = se^2)),
    dat.tannersmith2016 = gen(dat.tannersmith2016),
    "dat.bakdash2021:first60" = gen(dat.bakdash2021[1:60, ], "es.z", "vi.z"),
    "dat.linde2016:first60" = with(dat.linde2016[1:60, ], data.frame(yi = lnOR, vi = selnOR^2)),
    "dat.mccurdy2020:first60" = gen(dat.mccurdy2020[1:60, ]),
    dat.lehmann2018 = gen(dat.lehmann2018, ni = dat.lehmann2018$Total.SampleSize)
  )
}

# yi, vi and, where it is known, ni of every data set under the measures that suit it.
effects <- function() {
  found <- list()
  take <- function(sets, measures, people) for (name in names(sets)) for (measure in measures) {
    x <- sets[[name]]
    made <- try(suppressWarnings(do.call(escalc, c(list(measure = measure), as.list(x)))), silent = TRUE)
    if (inherits(made, "try-error")) next
    out <- data.frame(yi = c(made$yi), vi = made$vi, ni = people(x))
    out <- out[is.finite(out$yi) & is.finite(out$vi) & out$vi > 0, ]
    if (nrow(out) >= 3) found[[paste0(name, "|", measure)]] <<- list(studies = out, measure = measure)
  }
  take(tables(), c("RR", "OR", "RD", "PETO", "AS"), function(x) with(x, ai + bi + ci + di))
  take(rates(), c("IRR", "IRD", "IRSD"), function(x) with(x, t1i + t2i))
  take(means(), c("MD", "SMD", "SMDH", "ROM"), function(x) x$n1i + x$n2i)
  take(pairs_of_means(), c("MC", "SMCR"), function(x) x$ni)
  take(proportions(), c("PLO", "PFT", "PR"), function(x) x$ni)
  take(rates_of_one(), c("IRLN", "IRFT"), function(x) x$ti)
  take(correlations(), c("ZCOR", "COR"), function(x) x$ni)
  take(partial_correlations(), "ZPCOR", function(x) x$ni)
  take(reliabilities(), "ABT", function(x) x$ni)
  for (name in names(printed_effects())) {
    out <- printed_effects()[[name]]
    out <- out[is.finite(out$yi) & is.finite(out$vi), ]
    found[[paste0(name, "|GEN")]] <- list(studies = out, measure = "GEN")
  }
  found
}
